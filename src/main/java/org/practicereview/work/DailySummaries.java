package org.practicereview.work;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.outbox.MailText;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutgoingMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.partnership.RoleGroups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells everyone once on a working day what waits for them, in one mail a person. Whoever has no
 * address is told by the mailbox of their role; those who stand in for a role are told what it has
 * to do. It is kept what each mail said, and that is also what keeps a second node, and a start
 * after a standstill, from saying it again.
 */
@Service
public class DailySummaries {

  private static final Logger LOG = LoggerFactory.getLogger(DailySummaries.class);
  private static final String TITLE = "Daily summary";
  private static final int SHOWN = 30;

  private final JdbcClient jdbc;
  private final WaitingWork work;
  private final Outbox outbox;
  private final Partnerships partnerships;
  private final Clocks clocks;
  private final TransactionTemplate transactions;
  private final LocalTime at;
  private final String address;

  DailySummaries(
      JdbcClient jdbc,
      WaitingWork work,
      Outbox outbox,
      Partnerships partnerships,
      Clocks clocks,
      TransactionTemplate transactions,
      @Value("${practice-review.daily-summary-at:08:00}") LocalTime at,
      @Value("${practice-review.address}") String address) {
    this.jdbc = jdbc;
    this.work = work;
    this.outbox = outbox;
    this.partnerships = partnerships;
    this.clocks = clocks;
    this.transactions = transactions;
    this.at = at;
    this.address = address.replaceAll("/+$", "");
  }

  /**
   * What was said on a day.
   *
   * @param mail what became of the mail, in words; empty where none was sent
   */
  public record Said(LocalDate day, List<String> lines, String mail) {}

  /** What someone was told in the last weeks, latest first. */
  public List<Said> of(String userId) {
    record Row(LocalDate day, String said, String mailId) {}
    return jdbc
        .sql(
            """
            select told_on, said, mail_id from review.daily_summary
            where recipient = ? order by told_on desc fetch first ? rows only""")
        .params(userId, SHOWN)
        .query(
            (row, number) ->
                new Row(
                    row.getObject("told_on", LocalDate.class),
                    row.getString("said"),
                    row.getString("mail_id")))
        .list()
        .stream()
        .map(
            row ->
                new Said(
                    row.day(),
                    Arrays.asList(row.said().split("\n")),
                    row.mailId() == null ? "" : outbox.get(row.mailId()).state().words()))
        .toList();
  }

  /**
   * Tells everyone, if it is a working day, its time has come, and it has not been done.
   *
   * @param now in London
   */
  public void send(ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    WorkingDayCalendar calendar = clocks.calendar();
    if (!calendar.isWorkingDay(today) || now.toLocalTime().isBefore(at) || isDone(today)) {
      return;
    }
    ZonedDateTime since = calendar.minus(today, 1).atTime(at).atZone(WorkingDayCalendar.ZONE);
    boolean all = true;
    for (Told one : everybody()) {
      try {
        transactions.executeWithoutResult(status -> tell(one, now, since, calendar));
      } catch (DuplicateKeyException e) {
        LOG.debug("{} was told by another node", one.recipient());
      } catch (RuntimeException e) {
        all = false;
        LOG.error("The daily summary for {} could not be written", one.recipient(), e);
      }
    }
    if (all) {
      jdbc.sql(
              """
              insert into review.daily_summary_done (told_on)
              select cast(? as date) where not exists
                (select 1 from review.daily_summary_done where told_on = ?)""")
          .params(today, today)
          .update();
    }
  }

  private boolean isDone(LocalDate day) {
    return jdbc.sql("select count(*) from review.daily_summary_done where told_on = ?")
            .param(day)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Someone to tell.
   *
   * @param recipient account, or address of a mailbox
   * @param mailbox where to, or empty
   * @param role who that is, for lists and the trail
   * @param settles partnerships whose mail they have to see to
   */
  private record Told(
      String recipient,
      String mailbox,
      String role,
      String partnership,
      Set<WaitingTask> tasks,
      Collection<String> settles) {}

  private List<Told> everybody() {
    Map<String, Told> told = new LinkedHashMap<>();
    Set<String> reached = new TreeSet<>();
    Set<String> addresses = new TreeSet<>();
    for (WaitingWork.Person person : work.people()) {
      boolean mailed = MailText.isAddress(person.address());
      if (mailed) {
        reached.addAll(person.groups());
        addresses.add(person.address());
      }
      String home = home(person.groups());
      if (!home.isEmpty()) {
        told.put(
            person.userId(),
            new Told(
                person.userId(),
                mailed ? person.address() : "",
                "the account " + person.userId(),
                home,
                new LinkedHashSet<>(work.of(person)),
                settles(person.groups())));
      }
    }
    for (Partnership partnership : partnerships.all()) {
      partnership
          .mailboxes()
          .forEach(
              (name, mailbox) -> {
                String role = Deputies.roleOf(name);
                String group = RoleGroups.of(partnership.id(), role);
                boolean deputy = !role.equals(name);
                if (MailText.isAddress(mailbox)
                    && !addresses.contains(mailbox)
                    && (deputy || !reached.contains(group))) {
                  Told box =
                      told.computeIfAbsent(
                          mailbox,
                          any ->
                              new Told(
                                  mailbox,
                                  mailbox,
                                  partnership.words().in(name.replace('-', ' ')),
                                  partnership.id(),
                                  new LinkedHashSet<>(),
                                  new TreeSet<>()));
                  box.tasks().addAll(work.offeredTo(group));
                  box.settles().addAll(settles(List.of(group)));
                }
              });
    }
    return List.copyOf(told.values());
  }

  /** The first partnership in which someone has a role; empty for those who keep the service. */
  private String home(List<String> groups) {
    return partnerships.all().stream()
        .map(Partnership::id)
        .filter(id -> groups.stream().anyMatch(group -> group.startsWith(id + ".")))
        .findFirst()
        .orElse("");
  }

  private Set<String> settles(List<String> groups) {
    return partnerships.all().stream()
        .map(Partnership::id)
        .filter(
            id ->
                Outbox.SETTLED_BY.stream()
                    .anyMatch(role -> groups.contains(RoleGroups.of(id, role))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void tell(Told one, ZonedDateTime now, ZonedDateTime since, WorkingDayCalendar calendar) {
    List<String> lines =
        SummaryText.lines(one.tasks(), outbox.stuckIn(one.settles()), now, since, calendar);
    LocalDate today = now.toLocalDate();
    if (lines.isEmpty() || wasTold(one.recipient(), today)) {
      return;
    }
    jdbc.sql(
            """
            insert into review.daily_summary (recipient, told_on, written_at, said)
            values (?, ?, ?, ?)""")
        .params(one.recipient(), today, now.toOffsetDateTime(), String.join("\n", lines))
        .update();
    if (!one.mailbox().isEmpty()) {
      jdbc.sql("update review.daily_summary set mail_id = ? where recipient = ? and told_on = ?")
          .params(outbox.enqueue(mail(one, lines, today)), one.recipient(), today)
          .update();
    }
  }

  private boolean wasTold(String recipient, LocalDate day) {
    return jdbc.sql("select count(*) from review.daily_summary where recipient = ? and told_on = ?")
            .params(recipient, day)
            .query(Integer.class)
            .single()
        > 0;
  }

  private OutgoingMail mail(Told one, List<String> lines, LocalDate today) {
    Partnership partnership = partnerships.get(one.partnership());
    int number = one.tasks().size();
    return new OutgoingMail(
        "daily-summary:" + one.recipient() + ":" + today,
        "",
        one.partnership(),
        TITLE,
        partnership.mailbox("business-manager"),
        partnership.name(),
        one.mailbox(),
        one.role(),
        "Review service: "
            + (number == 1 ? "1 task is waiting" : number + " tasks are waiting")
            + " for you",
        SummaryText.mail(lines, address, partnership.name()),
        List.of());
  }
}
