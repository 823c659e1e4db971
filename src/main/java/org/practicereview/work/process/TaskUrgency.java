package org.practicereview.work.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Rules;
import org.practicereview.deadlines.Source;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.OnEveryModel;
import org.practicereview.partnership.RoleGroups;
import org.practicereview.work.CallsToAct;
import org.practicereview.work.TimesToAct;
import org.practicereview.work.Urgency;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gives every task its priority and a due date. What a task is about, its model says with the
 * property {@code urgency} ({@code safety}, {@code statutory}, {@code local}, {@code
 * housekeeping}); where it is silent, the clock that the due date comes from decides, and otherwise
 * it is local. A task without a date from a clock is due by the table of times to act, or at once
 * where its model says {@code dueAtOnce}.
 */
@Component
class TaskUrgency extends OnEveryModel {

  static final String PROPERTY = "urgency";
  private static final String AT_ONCE = "dueAtOnce";

  private static final Pattern CLOCK =
      Pattern.compile("clocks\\s*\\.\\s*dueAt\\s*\\(\\s*execution\\s*,\\s*['\"]([a-z-]+)['\"]");
  private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);

  /** Asked for at the first task only: the engine is built before nearly everything else. */
  private final ObjectProvider<TimesToAct> times;

  private final ObjectProvider<CallsToAct> calls;
  private final ObjectProvider<Clocks> clocks;
  private final ObjectProvider<Rules> rules;
  private final Clock time;

  TaskUrgency(
      ObjectProvider<TimesToAct> times,
      ObjectProvider<CallsToAct> calls,
      ObjectProvider<Clocks> clocks,
      ObjectProvider<Rules> rules,
      Clock time) {
    this.times = times;
    this.calls = calls;
    this.clocks = clocks;
    this.rules = rules;
    this.time = time;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
      TaskDefinition task = behaviour.getTaskDefinition();
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::opened);
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::ended);
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::ended);
    }
  }

  private void opened(DelegateTask task) {
    Urgency urgency = urgency(task);
    task.setPriority(urgency.priority());
    if (task.getDueDate() == null && task.getTenantId() != null) {
      task.setDueDate(
          Date.from(isAtOnce(task) ? time.instant() : due(urgency, task.getTenantId())));
    }
    String reference = task.getExecution().getProcessBusinessKey();
    if (urgency == Urgency.SAFETY) {
      calls.getObject().open(task.getId(), reference, task.getName(), roles(task));
      task.setName(Urgency.SAFETY.words() + ": " + task.getName());
    } else if (urgency == Urgency.STATUTORY && isNear(task)) {
      calls
          .getObject()
          .openStatutory(task.getId(), reference, task.getName(), roles(task), isAtOnce(task));
    }
  }

  private static List<String> roles(DelegateTask task) {
    return RoleGroups.rolesIn(
        task.getTenantId(),
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toList());
  }

  private boolean isNear(DelegateTask task) {
    if (task.getDueDate() == null || task.getTenantId() == null) {
      return false;
    }
    LocalDate due = LocalDate.ofInstant(task.getDueDate().toInstant(), WorkingDayCalendar.ZONE);
    int within = times.getObject().of(Urgency.STATUTORY, task.getTenantId()).tellWithin();
    return !due.isAfter(clocks.getObject().calendar().plus(LocalDate.now(time), within));
  }

  private void ended(DelegateTask task) {
    if (task.getPriority() >= Urgency.STATUTORY.priority()) {
      calls.getObject().close(task.getId());
    }
  }

  private static boolean isAtOnce(DelegateTask task) {
    return ElementProperties.of(task.getBpmnModelElementInstance())
        .optional(AT_ONCE)
        .filter("true"::equals)
        .isPresent();
  }

  private Urgency urgency(DelegateTask task) {
    return ElementProperties.of(task.getBpmnModelElementInstance())
        .optional(PROPERTY)
        .flatMap(Urgency::of)
        .or(() -> ofItsClock(task))
        .orElse(Urgency.LOCAL);
  }

  private Optional<Urgency> ofItsClock(DelegateTask task) {
    return clock(task.getBpmnModelElementInstance().getCamundaDueDate())
        .flatMap(rule -> rules.getObject().find(rule))
        .map(rule -> rule.source() == Source.LOCAL ? Urgency.LOCAL : Urgency.STATUTORY);
  }

  /** The id of the clock that a due date comes from, as its model writes it. */
  static Optional<String> clock(String dueDate) {
    Matcher clock = CLOCK.matcher(dueDate == null ? "" : dueDate);
    return clock.find() ? Optional.of(clock.group(1)) : Optional.empty();
  }

  private Instant due(Urgency urgency, String partnership) {
    int workingDays = times.getObject().of(urgency, partnership).workingDays();
    if (workingDays == 0) {
      return time.instant();
    }
    LocalDate day = clocks.getObject().calendar().plus(LocalDate.now(time), workingDays);
    return day.atTime(CLOSE_OF_BUSINESS).atZone(WorkingDayCalendar.ZONE).toInstant();
  }
}
