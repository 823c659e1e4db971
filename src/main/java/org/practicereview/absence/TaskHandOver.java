package org.practicereview.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.practicereview.absence.Colleagues.Colleague;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.TaskHolders;
import org.practicereview.forms.PeopleNames;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives chosen tasks to one colleague who may do them: all of them, or none. */
@Service
public class TaskHandOver {

  private final WorkItems items;
  private final TaskHolders holders;
  private final Colleagues colleagues;
  private final AbsenceRows absences;
  private final AuditTrail audit;
  private final HandOverMail mail;
  private final PeopleNames names;
  private final Clock clock;

  TaskHandOver(
      WorkItems items,
      TaskHolders holders,
      Colleagues colleagues,
      AbsenceRows absences,
      AuditTrail audit,
      HandOverMail mail,
      PeopleNames names,
      Clock clock) {
    this.items = items;
    this.holders = holders;
    this.colleagues = colleagues;
    this.absences = absences;
    this.audit = audit;
    this.mail = mail;
    this.names = names;
    this.clock = clock;
  }

  /**
   * A task as someone chose it.
   *
   * @param holder who was seen to have it, or empty
   */
  public record Chosen(WorkItem item, String holder) {}

  /**
   * Some of the open tasks, all of one partnership.
   *
   * @param partnerships where the caller works
   * @throws NotThere if one of them is not there
   * @throws Refused if they belong to several partnerships
   */
  public List<WorkItem> tasks(List<String> taskIds, List<String> partnerships) {
    List<String> asked = taskIds.stream().distinct().toList();
    List<WorkItem> found =
        items.named(asked).stream()
            .filter(one -> partnerships.contains(one.partnership()))
            .toList();
    if (found.isEmpty() || found.size() < asked.size()) {
      throw new NotThere("There is no such task");
    }
    if (found.stream().map(WorkItem::partnership).distinct().count() > 1) {
      throw new Refused("Choose tasks of one partnership");
    }
    return found;
  }

  /** The colleagues who may do every one of some tasks now, without those who have one already. */
  public List<Colleague> mayDo(List<WorkItem> chosen) {
    String partnership = chosen.get(0).partnership();
    return colleagues.of(partnership).stream()
        .filter(one -> chosen.stream().allMatch(item -> isOffered(item, one)))
        .filter(one -> awayUntil(partnership, one.userId()).isEmpty())
        .filter(
            one ->
                chosen.stream()
                    .allMatch(item -> holders.whyNot(item.taskId(), one.userId()).isEmpty()))
        .toList();
  }

  private static boolean isOffered(WorkItem item, Colleague one) {
    return !one.userId().equals(item.assignee())
        && (item.people().contains(one.userId())
            || item.groups().stream().anyMatch(one.groups()::contains));
  }

  /**
   * Gives tasks of one partnership to a colleague who may do them.
   *
   * @throws Refused if the colleague may not do one of them, has it already, is away, or someone
   *     else has it by now; nothing is changed then
   */
  @Transactional
  public Colleague give(List<Chosen> chosen, String to, String by) {
    Colleague colleague = present(chosen.get(0).item().partnership(), to);
    for (Chosen one : chosen) {
      give(one, colleague, by, chosen.size() > 1 ? named(one.item()) + ": " : "");
    }
    String number = chosen.size() == 1 ? "A task was" : chosen.size() + " tasks were";
    mail.given(chosen.get(0).item().partnership(), colleague, number + " handed over to you.");
    return colleague;
  }

  private void give(Chosen one, Colleague colleague, String by, String which) {
    WorkItem item = one.item();
    String to = colleague.userId();
    if (!Objects.requireNonNullElse(item.assignee(), "").equals(one.holder())) {
      throw new Refused(which + "Someone else now has this task");
    }
    if (to.equals(item.assignee())) {
      throw new Refused(which + colleague.name() + " has this task already");
    }
    holders
        .whyNot(item.taskId(), to)
        .ifPresent(
            why -> {
              throw new Refused(which + colleague.name() + " cannot do this task: " + why);
            });
    holders.give(item.taskId(), item.assignee(), to);
    String from = one.holder().isEmpty() ? "" : " from " + names.of(one.holder());
    record(item, by, "was handed over to " + colleague.name() + from);
  }

  /**
   * A colleague who can take work over today.
   *
   * @throws Refused if they do not work in the partnership, or are away
   */
  Colleague present(String partnership, String userId) {
    Colleague colleague =
        colleagues
            .find(partnership, userId)
            .orElseThrow(() -> new Refused("Choose a colleague of the partnership"));
    awayUntil(partnership, userId)
        .ifPresent(
            absence -> {
              throw new Refused(colleague.name() + " is away. Choose someone else");
            });
    return colleague;
  }

  private Optional<Absence> awayUntil(String partnership, String userId) {
    LocalDate today = LocalDate.now(clock);
    return absences.concerning(userId, today).stream()
        .filter(one -> one.partnership().equals(partnership))
        .filter(one -> one.userId().equals(userId) && one.isOn(today))
        .findFirst();
  }

  /** Writes into the trail of its case what became of a task. */
  void record(WorkItem item, String by, String what) {
    if (!item.caseReference().isEmpty()) {
      audit.record(item.caseReference(), by, "\"" + item.task() + "\" " + what + ".");
    }
  }

  /** A task as a sentence names it. */
  static String named(WorkItem item) {
    return "\"%s\"%s"
        .formatted(
            item.task(), item.caseReference().isEmpty() ? "" : " (" + item.caseReference() + ")");
  }
}
