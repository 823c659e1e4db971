package org.practicereview.journey;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;

/**
 * The running service as a test reaches it: its people at their browsers, its clock, and, behind
 * the scenes, the engine whose jobs only run when a story goes on.
 */
final class Desk {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Map<Integer, Map<String, TasklistUser>> SIGNED_IN = new HashMap<>();

  private final ApplicationContext context;
  private final int port;

  Desk(ApplicationContext context) {
    this.context = context;
    this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  <T> Collection<T> all(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  <T> T the(Class<T> type) {
    return context.getBean(type);
  }

  int port() {
    return port;
  }

  /** Someone signed in where they may; the browser is kept for later tests. */
  TasklistUser user(String id) {
    return SIGNED_IN
        .computeIfAbsent(port, any -> new HashMap<>())
        .computeIfAbsent(id, this::signIn);
  }

  private TasklistUser signIn(String id) {
    TasklistUser user = visitor();
    for (String application : List.of("tasklist", "cockpit", "admin", "welcome")) {
      if (user.trySignIn(id, "practice-review", application).status() == 200) {
        return user;
      }
    }
    throw new AssertionError(id + " cannot sign in anywhere");
  }

  /** What someone sees in the outbox, on all its pages. */
  static String outbox(TasklistUser reader) {
    StringBuilder seen = new StringBuilder();
    for (int page = 1; ; page++) {
      String text = reader.get("/outbox?page=" + page).expect(200).text();
      seen.append(text);
      if (!text.contains("Next page")) {
        return seen.toString();
      }
    }
  }

  /** Someone without an account. */
  TasklistUser visitor() {
    return TasklistUser.visitor(port);
  }

  /** Makes it ten in the morning of that day, London time. */
  static void itIs(LocalDate day) {
    ClockUtil.setCurrentTime(Date.from(day.atTime(LocalTime.of(10, 0)).atZone(LONDON).toInstant()));
  }

  static LocalDate today() {
    return ClockUtil.getCurrentTime().toInstant().atZone(LONDON).toLocalDate();
  }

  List<Task> tasks(String caseReference) {
    return the(TaskService.class)
        .createTaskQuery()
        .processInstanceBusinessKey(caseReference)
        .orderByTaskCreateTime()
        .asc()
        .list();
  }

  /** The id of an open task of a partnership that belongs to no case. */
  Optional<String> taskOutside(String partnership, String element) {
    return the(TaskService.class)
        .createTaskQuery()
        .taskDefinitionKey(element)
        .tenantIdIn(partnership)
        .list()
        .stream()
        .map(Task::getId)
        .findFirst();
  }

  List<ProcessInstance> instances(String caseReference) {
    return the(RuntimeService.class)
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseReference)
        .list();
  }

  /** All jobs of a case, timers among them. */
  List<Job> jobs(String caseReference) {
    return instances(caseReference).stream()
        .flatMap(instance -> query(instance).list().stream())
        .toList();
  }

  /** Does what the service has to do by itself, until it waits for people or time. */
  void runJobs(String caseReference) {
    run(caseReference, false);
  }

  /** The same, with every timer whose time has come. */
  void runTimers(String caseReference) {
    run(caseReference, true);
  }

  /** Moves the clock to the day of the next timer of a case, and lets it happen. */
  void moveToNextTimer(String caseReference) {
    Date next =
        instances(caseReference).stream()
            .flatMap(instance -> query(instance).timers().list().stream())
            .map(Job::getDuedate)
            .min(Comparator.naturalOrder())
            .orElseThrow(
                () -> new AssertionError("Nothing is open in " + caseReference + ", and no timer"));
    if (next.after(ClockUtil.getCurrentTime())) {
      itIs(next.toInstant().atZone(LONDON).toLocalDate());
      if (next.after(ClockUtil.getCurrentTime())) {
        ClockUtil.setCurrentTime(next);
      }
    }
    runTimers(caseReference);
  }

  /** The users who may do a task, in the partnership of its case. */
  List<String> candidates(Task task) {
    return the(TaskService.class).getIdentityLinksForTask(task.getId()).stream()
        .flatMap(
            link ->
                link.getUserId() != null
                    ? Stream.of(link.getUserId())
                    : members(link.getGroupId(), task.getTenantId()))
        .distinct()
        .toList();
  }

  private Stream<String> members(String group, String partnership) {
    return the(IdentityService.class)
        .createUserQuery()
        .memberOfGroup(group)
        .memberOfTenant(partnership)
        .orderByUserId()
        .asc()
        .list()
        .stream()
        .map(User::getId);
  }

  private void run(String caseReference, boolean timers) {
    for (Job job = next(caseReference, timers); job != null; job = next(caseReference, timers)) {
      the(ManagementService.class).executeJob(job.getId());
    }
  }

  private Job next(String caseReference, boolean timers) {
    for (ProcessInstance instance : instances(caseReference)) {
      List<Job> due = query(instance).messages().list();
      if (due.isEmpty() && timers) {
        due = query(instance).timers().executable().list();
      }
      if (!due.isEmpty()) {
        return due.stream().min(Comparator.comparing(Job::getDuedate)).orElseThrow();
      }
    }
    return null;
  }

  private JobQuery query(ProcessInstance instance) {
    return the(ManagementService.class)
        .createJobQuery()
        .active()
        .processInstanceId(instance.getId());
  }
}
