package org.practicereview.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.letters.LetterRequest;
import org.practicereview.letters.Letters;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls people to tasks that cannot wait for the mail of the next morning. Those whose task it is
 * are told within seconds, with their deputies. Where a child's safety is at stake and no one opens
 * it, the next role is told, and at the end everyone again each day. A call is kept in the
 * transaction that opens the task and told outside of it, so that the task never waits for a mail.
 */
@Service
public class CallsToAct {

  private static final Logger LOG = LoggerFactory.getLogger(CallsToAct.class);

  private static final String NOTICE = "notices/act-now";

  /** The same in stronger words, where the referrer says that other children are at risk now. */
  private static final String AT_RISK = "notices/act-now-at-risk";

  /**
   * Says nothing of the task, so it goes once a day in a case, however many there are; only a task
   * that is due at once is told by itself.
   */
  private static final String STATUTORY = "notices/statutory-near";

  private static final Duration AGAIN = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Partnerships partnerships;
  private final TimesToAct times;
  private final Letters letters;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transactions;

  CallsToAct(
      JdbcClient jdbc,
      CaseFiles cases,
      CaseFacts facts,
      Partnerships partnerships,
      TimesToAct times,
      Letters letters,
      AuditTrail audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.facts = facts;
    this.partnerships = partnerships;
    this.times = times;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  /**
   * Notes that a task about a child's safety waits; its people are told next.
   *
   * @param roles the roles whose task it is
   */
  @Transactional
  public void open(String taskId, String caseReference, String task, Collection<String> roles) {
    open(taskId, caseReference, task, roles, Kind.SAFETY);
  }

  /**
   * Notes that a task opens on which a statutory date depends that is near.
   *
   * @param atOnce whether it is due at once, and so is told by itself
   */
  @Transactional
  public void openStatutory(
      String taskId, String caseReference, String task, Collection<String> roles, boolean atOnce) {
    open(taskId, caseReference, task, roles, atOnce ? Kind.AT_ONCE : Kind.STATUTORY);
  }

  private void open(
      String taskId, String caseReference, String task, Collection<String> roles, Kind kind) {
    OffsetDateTime now = now();
    jdbc.sql(
            """
            insert into review.call_to_act
              (task_id, case_reference, task, roles, waiting_since, told, next_at, kind)
            values (?, ?, ?, ?, ?, 0, ?, ?)""")
        .params(taskId, caseReference, task, String.join(",", roles), now, now, kind.name())
        .update();
  }

  /**
   * The task is done, or has fallen away. The trail of its case is locked first, as before a call:
   * where a case is cancelled as a whole, nothing has locked it yet.
   */
  @Transactional
  public void close(String taskId) {
    jdbc.sql("select case_reference from review.call_to_act where task_id = ?")
        .param(taskId)
        .query(String.class)
        .optional()
        .ifPresent(audit::oneAtATime);
    jdbc.sql("delete from review.call_to_act where task_id = ?").param(taskId).update();
  }

  /** Someone has the task before them, so no one else is called to it. */
  @Transactional
  public void seen(String taskId, String userId) {
    Optional<String> waits =
        jdbc.sql(
                """
                select case_reference from review.call_to_act
                where task_id = ? and seen_by is null and kind = 'SAFETY'""")
            .param(taskId)
            .query(String.class)
            .optional();
    waits.ifPresent(
        caseReference -> {
          audit.oneAtATime(caseReference);
          int seen =
              jdbc.sql(
                      """
                      update review.call_to_act set seen_by = ?, next_at = null
                      where task_id = ? and seen_by is null and kind = 'SAFETY'""")
                  .params(userId, taskId)
                  .update();
          if (seen == 1) {
            audit.record(caseReference, userId, "The task about a child's safety was opened.");
          }
        });
  }

  /**
   * Tells everyone who is next; the service does this by itself every few seconds. One call that
   * cannot be made does not hold up the others, and is tried again the next time.
   */
  @Scheduled(
      fixedDelayString = "${practice-review.calls.delay:PT5S}",
      initialDelayString = "${practice-review.calls.delay:PT5S}")
  public void tellWhoIsNext() {
    tell(due());
  }

  /** Tells those who are next in one case. */
  public void tellWhoIsNext(String caseReference) {
    tell(
        jdbc.sql(
                """
                select task_id from review.call_to_act
                where case_reference = ? and next_at <= ? order by next_at""")
            .params(caseReference, now())
            .query(String.class)
            .list());
  }

  private void tell(List<String> due) {
    for (String task : due) {
      try {
        transactions.executeWithoutResult(status -> waiting(task).ifPresent(this::tell));
      } catch (RuntimeException e) {
        LOG.error("No one could be called to the task {}", task, e);
      }
    }
  }

  /** The tasks for which someone is to be told now. */
  private List<String> due() {
    return jdbc.sql("select task_id from review.call_to_act where next_at <= ? order by next_at")
        .param(now())
        .query(String.class)
        .list();
  }

  private Optional<Call> waiting(String taskId) {
    return jdbc.sql(
            """
            select case_reference, task, roles, told, kind from review.call_to_act
            where task_id = ? and next_at <= ?""")
        .params(taskId, now())
        .query(
            (row, number) ->
                new Call(
                    taskId,
                    row.getString("case_reference"),
                    Arrays.asList(row.getString("roles").split(",")),
                    row.getInt("told"),
                    Kind.valueOf(row.getString("kind"))))
        .optional();
  }

  /**
   * Tells whoever is next, once, whichever node comes first. The trail of the case is locked before
   * the call, as whoever completes the task does, so that neither waits for the other for ever.
   */
  private void tell(Call call) {
    audit.oneAtATime(call.caseReference());
    Partnership partnership = partnerships.get(cases.get(call.caseReference()).partnership());
    if (call.kind() == Kind.SAFETY) {
      tellNext(call, partnership);
    } else if (claimed(call, null)) {
      write(call, STATUTORY, call.roles().stream(), partnership, "statutory-near:" + once(call));
    }
  }

  private String once(Call call) {
    return call.kind() == Kind.AT_ONCE
        ? call.taskId()
        : call.caseReference()
            + ":"
            + LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.ZONE);
  }

  private void tellNext(Call call, Partnership partnership) {
    TimeToAct time = times.of(Urgency.SAFETY, partnership.id());
    List<String> inTurn =
        time.thenTold().stream().filter(role -> !call.roles().contains(role)).toList();
    if (!claimed(call, call.told() < inTurn.size() ? time.tellNextAfter() : AGAIN)) {
      return;
    }
    boolean first = call.told() == 0;
    boolean everyone = call.told() > inTurn.size();
    Stream<String> roles =
        first
            ? call.roles().stream()
            : everyone
                ? Stream.concat(call.roles().stream(), inTurn.stream())
                : Stream.of(inTurn.get(call.told() - 1));
    write(
        call,
        saidAtRisk(call) ? AT_RISK : NOTICE,
        roles,
        partnership,
        "call-to-act:" + call.taskId() + ":" + call.told());
    if (!first) {
      audit.record(
          call.caseReference(),
          "system",
          "No one has opened the task about a child's safety yet. More people were told.");
    }
  }

  private void write(
      Call call, String notice, Stream<String> roles, Partnership partnership, String key) {
    List<String> told =
        roles
            .flatMap(role -> Stream.of(role, Deputies.of(role)))
            .filter(partnership.mailboxes()::containsKey)
            .distinct()
            .toList();
    letters.write(
        new LetterRequest(
            call.caseReference(), notice, told, "", false, List.of(), "", key, "system"));
  }

  private boolean saidAtRisk(Call call) {
    return facts
        .text(call.caseReference(), WorkQuestions.OTHER_CHILDREN_AT_RISK)
        .filter("yes"::equals)
        .isPresent();
  }

  /**
   * Takes the call; of two nodes, one does.
   *
   * @param wait until the next are told, or null where no one else is
   */
  private boolean claimed(Call call, Duration wait) {
    return jdbc.sql(
                """
                update review.call_to_act set told = told + 1, next_at = ?
                where task_id = ? and told = ? and next_at is not null""")
            .params(wait == null ? null : now().plus(wait), call.taskId(), call.told())
            .update()
        == 1;
  }

  private OffsetDateTime now() {
    Instant now = clock.instant();
    return now.atOffset(ZoneOffset.UTC);
  }

  private record Call(
      String taskId, String caseReference, List<String> roles, int told, Kind kind) {}

  private enum Kind {
    SAFETY,
    STATUTORY,
    AT_ONCE
  }
}
