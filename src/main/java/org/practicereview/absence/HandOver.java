package org.practicereview.absence;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.practicereview.absence.Colleagues.Colleague;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.practicereview.engine.TaskHolders;
import org.practicereview.forms.PeopleNames;
import org.practicereview.refusals.Refused;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives all that someone holds to another person, or back to those whose work it is. */
@Service
public class HandOver {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final WorkItems items;
  private final TaskHolders holders;
  private final CasePeople people;
  private final CaseFiles cases;
  private final Namings namings;
  private final Colleagues colleagues;
  private final TaskHandOver single;
  private final HandOverMail mail;
  private final PeopleNames names;
  private final TransactionTemplate transactions;
  private final CoverHandOver covers;

  HandOver(
      WorkItems items,
      TaskHolders holders,
      CasePeople people,
      CaseFiles cases,
      Namings namings,
      Colleagues colleagues,
      TaskHandOver single,
      HandOverMail mail,
      PeopleNames names,
      CoverHandOver covers,
      PlatformTransactionManager transactions) {
    this.covers = covers;
    this.transactions = new TransactionTemplate(transactions);
    this.items = items;
    this.holders = holders;
    this.people = people;
    this.cases = cases;
    this.namings = namings;
    this.colleagues = colleagues;
    this.single = single;
    this.mail = mail;
    this.names = names;
  }

  /**
   * What became of a hand-over.
   *
   * @param moved how many tasks and named roles have gone over
   * @param left what could not be moved, and why, in sentences
   */
  public record Done(int moved, List<String> left) {

    public Done {
      left = List.copyOf(left);
    }
  }

  /**
   * Hands over everything that someone holds in a partnership: the tasks they have taken, and the
   * roles they are named for on open cases. What the colleague may not do goes back to all whose
   * work it is; a role for which they cannot be named stays. Roles come first, in a transaction of
   * their own: only then are the tasks of a named reviewer offered to the next.
   *
   * @param from who holds it; the account may be gone
   * @param to the colleague, or empty: then tasks go back to all whose work they are
   * @throws Refused if the colleague is not there, or away
   */
  public Done everything(String partnership, String from, String to, String by) {
    if (from.equals(to)) {
      throw new Refused("Choose another person than the one whose work it is");
    }
    Optional<Colleague> colleague =
        to.isEmpty() ? Optional.empty() : Optional.of(single.present(partnership, to));
    List<WorkItem> held = items.heldBy(from, partnership);
    Done roles =
        to.isEmpty()
            ? new Done(0, List.of())
            : transactions.execute(status -> roles(partnership, from, to, by));
    Done tasks = transactions.execute(status -> tasks(held, from, to, by, "hands over their work"));
    List<String> left = new ArrayList<>(tasks.left());
    left.addAll(roles.left());
    int moved = tasks.moved() + roles.moved();
    if (moved > 0) {
      String number = moved == 1 ? "1 task or named role" : moved + " tasks and named roles";
      colleague.ifPresent(
          one -> mail.given(partnership, one, number + " went over to you from a colleague."));
      colleagues
          .find(partnership, from)
          .filter(one -> !one.userId().equals(by))
          .ifPresent(
              one -> mail.taken(partnership, one, number + " went from you to a colleague."));
    }
    return new Done(moved, left);
  }

  /** Gives the tasks that someone has taken to a colleague; what they may not do goes back. */
  Done tasks(String partnership, String from, String to, String by, String why) {
    return tasks(items.heldBy(from, partnership), from, to, by, why);
  }

  private Done tasks(List<WorkItem> held, String from, String to, String by, String why) {
    List<String> left = new ArrayList<>();
    int moved = 0;
    for (WorkItem item : held) {
      Optional<String> hindered =
          to.isEmpty() ? Optional.of("") : holders.whyNot(item.taskId(), to);
      try {
        holders.give(item.taskId(), holder(item), hindered.isPresent() ? null : to);
      } catch (Refused e) {
        left.add(TaskHandOver.named(item) + " was not moved: " + e.getMessage() + ".");
        continue;
      }
      if (hindered.isEmpty()) {
        moved++;
        single.record(
            item, by, "went from " + names.of(from) + ", who " + why + ", to " + names.of(to));
      } else {
        single.record(item, by, "was taken from " + names.of(from) + " and waits for others again");
        left.add(
            TaskHandOver.named(item)
                + " waits for others again"
                + (hindered.get().isEmpty() ? "." : ": " + hindered.get() + "."));
      }
    }
    return new Done(moved, left);
  }

  /** Who has it by now; a naming that ended has freed it meanwhile. */
  private String holder(WorkItem item) {
    return items.named(List.of(item.taskId())).stream()
        .findFirst()
        .map(WorkItem::assignee)
        .filter(item.assignee()::equals)
        .orElse(null);
  }

  private Done roles(String partnership, String from, String to, String by) {
    List<String> left = new ArrayList<>();
    int moved = 0;
    for (CasePerson named : named(partnership, from)) {
      String reference = named.caseReference();
      if (covers.isOfCover(named)) {
        // Named for a time only: their cover is said below, and goes over to no one.
        continue;
      }
      try {
        covers.nameForGood(named, to, by);
        people.end(reference, named.id(), by);
        moved++;
      } catch (Refused e) {
        left.add(
            ("Named on %s as %s, and not moved: %s."
                    + " Replace the person under \"Named on this case\" on its page.")
                .formatted(reference, named.as().replace('-', ' '), e.getMessage()));
      }
    }
    covers.coveredBy(from).stream()
        .filter(one -> isOpenIn(partnership, one.caseReference()))
        .map(
            one ->
                ("%s covers for %s on %s until %s, and that was not moved. End it and enter another"
                        + " cover under \"Named on this case\" on the page of the case.")
                    .formatted(
                        names.of(from),
                        names.of(one.covered()),
                        one.caseReference(),
                        DAY.format(one.until())))
        .forEach(left::add);
    return new Done(moved, left);
  }

  /** References of the open cases on which someone is named. */
  public List<String> namedOn(String partnership, String userId) {
    return namedOn(partnership).getOrDefault(userId, List.of());
  }

  /** The same for everyone, by account. */
  public Map<String, List<String>> namedOn(String partnership) {
    return namings.of(partnership);
  }

  private List<CasePerson> named(String partnership, String userId) {
    return people.named(userId).stream()
        .filter(one -> isOpenIn(partnership, one.caseReference()))
        .toList();
  }

  private boolean isOpenIn(String partnership, String caseReference) {
    CaseFile file = cases.get(caseReference);
    return file.isOpen() && file.partnership().equals(partnership);
  }

  /** Gives everything back that an account holds which is gone. */
  @Transactional
  public void accountGone(String userId, String by) {
    for (WorkItem item : items.heldBy(userId)) {
      try {
        holders.give(item.taskId(), userId, null);
      } catch (Refused e) {
        // Done, or taken by someone else, at the same moment: then it is not theirs any more.
        continue;
      }
      single.record(
          item, by, "was taken from " + userId + ", whose account is gone, and waits again");
    }
  }

  /** Gives back what accounts hold that were ended before anyone looked after it. */
  @Transactional
  public void freeWorkOfGoneAccounts() {
    colleagues.goneWithWork().forEach(gone -> accountGone(gone, AuditTrail.SYSTEM));
  }
}
