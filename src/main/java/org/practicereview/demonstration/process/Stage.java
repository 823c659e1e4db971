package org.practicereview.demonstration.process;

import static org.practicereview.casefile.CaseFileQuestions.REFER_INCIDENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.practicereview.agencies.process.AgencyRequests;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.demonstration.process.Script.Play;
import org.practicereview.engine.CaseForms;
import org.practicereview.events.process.CaseEvents;
import org.practicereview.events.process.CaseEvents.Withdrawal;
import org.practicereview.security.InDemonstration;
import org.practicereview.work.CallsToAct;

/**
 * Plays a case: every form is filled in but those it leaves, until only those are open. What comes
 * first in the story is done first, whether by its people or by a timer.
 */
@InDemonstration
class Stage {

  private static final String JOURNEY = "practice-review";
  private static final int MOST_STEPS = 1000;

  private final CaseForms forms;
  private final AgencyRequests agencies;
  private final CaseEvents events;
  private final Players players;
  private final Jobs jobs;
  private final CallsToAct calls;
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
      CallsToAct calls,
      TaskService tasks,
      DemonstrationClock clock) {
    this.forms = forms;
    this.agencies = agencies;
    this.events = events;
    this.players = players;
    this.jobs = jobs;
    this.calls = calls;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Something that people do on a day of the story. */
  private record Step(LocalDate day, Runnable work) {}

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
    LocalDate referred = script.day(play, REFER_INCIDENT.id(), "", clock.today());
    clock.begins(referred);
    jobs.keep();
    try {
      String reference = refer(play, referred);
      goOn(play, reference);
      return reference;
    } finally {
      jobs.leave();
      clock.rests();
    }
  }

  /** One referral at a time, as one desk would take them. */
  private synchronized String refer(Play play, LocalDate day) {
    String manager = players.with("business-manager", play.partnership());
    Map<String, Object> referral = answers(play, REFER_INCIDENT.id(), "", day);
    return players.as(
        manager,
        play.partnership(),
        () -> forms.start(JOURNEY, play.partnership(), referral, manager));
  }

  private void goOn(Play play, String reference) {
    List<Step> beside = beside(play, reference);
    Map<String, Map<String, Object>> about = new HashMap<>();
    for (int done = 0; done < MOST_STEPS; done++) {
      Optional<Instant> first = jobs.finish();
      calls.tellWhoIsNext(reference);
      Optional<Step> next =
          Stream.concat(beside.stream(), tasks(play, reference, about))
              .min(Comparator.comparing(Step::day));
      Instant then = clock.morning(next.map(Step::day).orElse(clock.today()));
      Optional<Instant> timer = first.filter(moment -> !moment.isAfter(then));
      if (timer.isPresent()) {
        clock.reaches(timer.get());
      } else if (next.isPresent()) {
        clock.reaches(then);
        next.get().work().run();
        beside.remove(next.get());
      } else {
        return;
      }
    }
    throw new IllegalStateException("The demonstration case " + reference + " finds no end");
  }

  /** What people do that is no task of theirs. */
  private List<Step> beside(Play play, String reference) {
    List<Step> beside = new ArrayList<>();
    play.added()
        .forEach(
            (agency, days) ->
                beside.add(
                    new Step(clock.today().minusDays(days), () -> ask(play, reference, agency))));
    if (play.withdrawn() != null) {
      beside.add(
          new Step(
              script.day(play, "request-withdrawal", "", clock.today()),
              () -> withdraw(play, reference)));
    }
    return beside;
  }

  private void ask(Play play, String reference, String agency) {
    String manager = players.with("business-manager", play.partnership());
    agencies.askNew(reference, List.of(agency), Optional.empty(), manager);
  }

  private void withdraw(Play play, String reference) {
    String partner = players.with("safeguarding-partner-local-authority", play.partnership());
    events.requestWithdrawal(
        reference, new Withdrawal("local-authority", play.withdrawn()), partner);
  }

  /**
   * The open tasks of a case as steps.
   *
   * @param about what is known of earlier ones already; it never changes
   */
  private Stream<Step> tasks(Play play, String reference, Map<String, Map<String, Object>> about) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(reference)
        .initializeFormKeys()
        .orderByTaskCreateTime()
        .asc()
        .list()
        .stream()
        .map(
            task ->
                new OpenTask(task, form(task), about.computeIfAbsent(task.getId(), this::about)))
        .filter(open -> !play.leaves(open.form(), open.scope()))
        .map(open -> new Step(day(play, open), () -> complete(play, open)));
  }

  /** A task that waits for its people, with what its form speaks of. */
  private record OpenTask(Task task, String form, Map<String, Object> about) {

    /** The item, agency or partner that it is about; empty if it is about the case. */
    private String scope() {
      return Stream.of("item", "agency", "partner")
          .map(about::get)
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .findFirst()
          .orElse("");
    }
  }

  private void complete(Play play, OpenTask open) {
    LocalDate day = LocalDate.now(clock);
    players.as(
        players.of(open.task(), open.form()),
        play.partnership(),
        () -> send(open.task(), answers(play, open.form(), open.scope(), day)));
  }

  private Map<String, Object> answers(Play play, String form, String scope, LocalDate day) {
    LocalDate referred = script.day(play, REFER_INCIDENT.id(), "", clock.today());
    return play.answers(samples, form, scope, day, play.child(samples, referred));
  }

  private LocalDate day(Play play, OpenTask open) {
    String agency = Objects.toString(open.about().get("agency"), "");
    LocalDate day = script.day(play, open.form(), agency, clock.today());
    if (open.task().getDueDate() == null || script.timetable().containsKey(open.form())) {
      return day;
    }
    // What comes round again and again is done when it is due.
    LocalDate due = LocalDate.ofInstant(open.task().getDueDate().toInstant(), clock.getZone());
    return due.isBefore(day) ? due : day;
  }

  private Task send(Task task, Map<String, Object> given) {
    Map<String, Object> answers = new LinkedHashMap<>(forms.fill(task.getId()));
    answers.putAll(given);
    forms.submit(task.getId(), SampleAnswers.chosen(answers));
    return task;
  }

  private Map<String, Object> about(String task) {
    return tasks.getVariables(task, List.of("item", "agency", "partner"));
  }

  private static String form(Task task) {
    if (task.getCamundaFormRef() != null) {
      return task.getCamundaFormRef().getKey();
    }
    String key = task.getFormKey();
    return key.substring(key.lastIndexOf('/') + 1).replace(".html", "");
  }
}
