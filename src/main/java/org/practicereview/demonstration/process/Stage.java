package org.practicereview.demonstration.process;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.practicereview.agencies.process.AgencyRequests;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.demonstration.process.Script.Play;
import org.practicereview.engine.CaseForms;
import org.practicereview.events.process.CaseEvents;
import org.practicereview.security.InDemonstration;

/** Plays a case: every form is filled in but those it leaves, until only those are open. */
@InDemonstration
class Stage {

  private static final String JOURNEY = "practice-review";
  private static final int MOST_STEPS = 500;

  private final CaseForms forms;
  private final AgencyRequests agencies;
  private final CaseEvents events;
  private final Players players;
  private final Jobs jobs;
  private final TaskService tasks;
  private final DemonstrationClock clock;
  private final SampleAnswers samples = SampleAnswers.packaged();
  private final Script script = Script.packaged();

  Stage(
      CaseForms forms,
      AgencyRequests agencies,
      CaseEvents events,
      Players players,
      Jobs jobs,
      TaskService tasks,
      DemonstrationClock clock) {
    this.forms = forms;
    this.agencies = agencies;
    this.events = events;
    this.players = players;
    this.jobs = jobs;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** The cases there are to play. */
  List<Play> plays() {
    return script.plays();
  }

  /**
   * Plays one case.
   *
   * @return its reference
   */
  String play(Play play) {
    LocalDate today = LocalDate.now(clock);
    String manager = players.with("business-manager", play.partnership());
    Map<String, Object> referral =
        play.answers(samples, "refer-incident", "", script.day(play, "refer-incident", "", today));
    LocalDate referred = script.day(play, "refer-incident", "", today);
    String reference =
        players.as(
            manager,
            play.partnership(),
            () ->
                clock.on(
                    referred, () -> forms.start(JOURNEY, play.partnership(), referral, manager)));
    clock.plays(reference, referred);
    try {
      playOn(play, reference, manager, today);
    } finally {
      clock.rests();
    }
    return reference;
  }

  private void playOn(Play play, String reference, String manager, LocalDate today) {
    goOn(play, reference);
    clock.plays(reference, today);
    play.added()
        .forEach(
            (agency, days) ->
                agencies.askNew(
                    reference, List.of(agency), Optional.of(today.minusDays(days)), manager));
    if (play.withdrawn() != null) {
      String partner = players.with("safeguarding-partner-local-authority", play.partnership());
      events.requestWithdrawal(reference, "local-authority", play.withdrawn(), partner);
    }
    goOn(play, reference);
  }

  private void goOn(Play play, String reference) {
    for (int step = 0; step < MOST_STEPS; step++) {
      jobs.finish(reference);
      try {
        if (!completeTask(play, reference)) {
          return;
        }
      } catch (OptimisticLockingException e) {
        // A timer of the same case was quicker: what is left is looked up again.
        continue;
      }
    }
    throw new IllegalStateException("The demonstration case " + reference + " finds no end");
  }

  /** Does the task whose day comes first. */
  private boolean completeTask(Play play, String reference) {
    LocalDate today = LocalDate.now(clock);
    Optional<Task> next =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(reference)
            .initializeFormKeys()
            .orderByTaskCreateTime()
            .asc()
            .list()
            .stream()
            .filter(task -> !play.leaves(form(task), scope(task)))
            .min(Comparator.comparing(task -> day(play, task, today)));
    next.ifPresent(task -> complete(play, task, reference, today));
    return next.isPresent();
  }

  private void complete(Play play, Task task, String reference, LocalDate today) {
    String form = form(task);
    String scope = scope(task);
    // A day that has gone by does not come again.
    LocalDate day = clock.noEarlier(day(play, task, today));
    clock.plays(reference, day);
    players.as(
        players.of(task, form),
        play.partnership(),
        () -> clock.on(day, () -> send(task, play.answers(samples, form, scope, day))));
  }

  private LocalDate day(Play play, Task task, LocalDate today) {
    Object agency = tasks.getVariable(task.getId(), "agency");
    LocalDate day = script.day(play, form(task), agency == null ? "" : agency.toString(), today);
    if (task.getDueDate() == null || script.timetable().containsKey(form(task))) {
      return day;
    }
    // What comes round again and again is done when it is due.
    LocalDate due = LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone());
    return due.isBefore(day) ? due : day;
  }

  private Task send(Task task, Map<String, Object> given) {
    Map<String, Object> answers = new LinkedHashMap<>(forms.fill(task.getId()));
    answers.putAll(given);
    forms.submit(task.getId(), SampleAnswers.chosen(answers));
    return task;
  }

  private String scope(Task task) {
    return List.of("item", "agency", "partner").stream()
        .map(name -> tasks.getVariable(task.getId(), name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse("");
  }

  private static String form(Task task) {
    if (task.getCamundaFormRef() != null) {
      return task.getCamundaFormRef().getKey();
    }
    String key = task.getFormKey();
    return key.substring(key.lastIndexOf('/') + 1).replace(".html", "");
  }
}
