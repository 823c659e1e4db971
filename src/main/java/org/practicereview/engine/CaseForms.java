package org.practicereview.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.CaseRecords.Submission;
import org.practicereview.forms.FormCheck;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormOptions;
import org.practicereview.forms.FormRefused;
import org.practicereview.forms.FormSchema;
import org.practicereview.refusals.NotThere;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in for what people write: a form is filled from the case file, and what comes back is
 * checked against the form, stored whole in the case file, and only the variables that the model
 * declares for the task go on to the engine.
 */
@Service
public class CaseForms {

  /** The form of a start event, in the place of a task. */
  static final String START = "start";

  /** A form with what it holds. */
  private record Filled(FormPlace place, Map<String, Object> values) {}

  private final TaskService tasks;
  private final FormService forms;
  private final RuntimeService runtime;
  private final EngineIdentity identity;
  private final CaseRecords records;
  private final FormPlaces places;
  private final FormFilling filling;
  private final FormCheck check;
  private final FormDemands demands;
  private final ApprovedVersions versions;
  private final KeptAnswers kept;
  private final FourEyes eyes;
  private final AccountNames names;
  private final ApplicationEventPublisher events;

  CaseForms(
      TaskService tasks,
      FormService forms,
      RuntimeService runtime,
      EngineIdentity identity,
      CaseRecords records,
      FormPlaces places,
      FormFilling filling,
      FormCheck check,
      FormDemands demands,
      ApprovedVersions versions,
      KeptAnswers kept,
      FourEyes eyes,
      AccountNames names,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.forms = forms;
    this.runtime = runtime;
    this.identity = identity;
    this.records = records;
    this.places = places;
    this.filling = filling;
    this.check = check;
    this.demands = demands;
    this.versions = versions;
    this.kept = kept;
    this.eyes = eyes;
    this.names = names;
    this.events = events;
  }

  /**
   * The form file of a task with the questions left out that the partnership does not ask.
   *
   * @throws NotThere if the caller may not see the task
   */
  public byte[] file(String taskId) {
    return identity.inOneLook(
        () -> {
          FormPlace place = places.of(taskId);
          return FormOptions.leaveOut(place.file(), options(place));
        });
  }

  /**
   * What the fields of a task's form hold when it opens: what the caller typed and has not sent,
   * earlier answers, then facts of the case.
   *
   * @throws NotThere if the caller may not see the task
   */
  public Map<String, Object> fill(String taskId) {
    Filled opened =
        identity.inOneLook(
            () -> {
              FormPlace place = places.of(taskId);
              return new Filled(place, filling.fill(place));
            });
    FormPlace place = opened.place();
    Map<String, Object> filled = opened.values();
    String user = identity.user().orElse("");
    if (!user.isEmpty()) {
      events.publishEvent(new TaskShown(taskId, user));
    }
    boolean others = place.assignee() != null && !place.assignee().equals(user);
    return others
        ? filled
        : FormFilling.over(place.form(), filled, kept.of(KeptAnswers.ofTask(taskId), user));
  }

  /** The same of a form that opens a case. */
  Map<String, Object> fillStart(String processKey, String tenant) {
    Map<String, Object> typed =
        kept.of(KeptAnswers.ofStart(processKey), identity.user().orElse(""));
    Map<String, Object> filled =
        FormFilling.over(places.startForm(processKey, tenant), Map.of(), typed);
    if (typed.containsKey(StartPlaces.WHERE)) {
      filled.put(StartPlaces.WHERE, typed.get(StartPlaces.WHERE));
    }
    return filled;
  }

  /**
   * Takes a task for the caller; one that is theirs already stays so.
   *
   * @throws NotThere if the caller may not do the task, or it is done already
   * @throws TaskTaken if someone else has it
   */
  public void claim(String taskId) {
    String user = identity.user().orElseThrow(() -> new NotThere("Not signed in"));
    String holder = identity.inOneLook(() -> places.mine(taskId).getAssignee());
    if (holder != null && !holder.equals(user)) {
      throw taken(holder);
    }
    if (holder == null) {
      try {
        tasks.claim(taskId, user);
      } catch (TaskAlreadyClaimedException | OptimisticLockingException | NullValueException e) {
        throw new TaskTaken("Someone else took this task at the same moment. Nothing was changed.");
      }
    }
  }

  /**
   * Takes what a person filled in and completes the task.
   *
   * @param given answers by field key
   * @throws NotThere if the caller may not see the task, or it is done already
   * @throws FormRefused if an answer breaks a rule; nothing is changed then
   * @throws TaskTaken if someone else is doing the task; nothing is changed then
   */
  @Transactional
  public void submit(String taskId, Map<String, Object> given) {
    String user = identity.user().orElseThrow(() -> new NotThere("Not signed in"));
    Filled checked = identity.inOneLook(() -> checked(places.of(taskId), user, given));
    FormPlace place = checked.place();
    Map<String, Object> accepted = checked.values();
    boolean claimed = place.assignee() == null;
    if (claimed) {
      tasks.claim(taskId, user);
    }
    if (!place.caseReference().isEmpty()) {
      records.store(
          new Submission(
              place.caseReference(),
              place.form(),
              place.element(),
              place.name(),
              place.scope(),
              versions.inWords(place, accepted),
              user));
    }
    Map<String, Object> declared = DeclaredVariables.of(place.model(), accepted);
    if (claimed) {
      identity.allowed(() -> forms.submitTaskForm(taskId, declared));
    } else {
      forms.submitTaskForm(taskId, declared);
    }
  }

  private Filled checked(FormPlace place, String user, Map<String, Object> given) {
    if (place.assignee() != null && !place.assignee().equals(user)) {
      throw taken(place.assignee());
    }
    eyes.check(place, user);
    versions.check(place, given);
    Map<String, Object> accepted = check.accept(place.form(), given, filling.known(place));
    demands.check(place, accepted);
    return new Filled(place, accepted);
  }

  private TaskTaken taken(String holder) {
    String name = names.of(Stream.of(holder)).get(holder);
    return new TaskTaken("This is being done by " + name + ". Nothing was changed.");
  }

  /**
   * Opens a case with a start form: on behalf of a signed-in person, or of someone outside who has
   * no account.
   *
   * @param processKey process to start
   * @param tenant partnership the case belongs to
   * @param by user id, or a word for someone outside
   * @return the reference of the new case
   * @throws FormRefused if an answer breaks a rule; nothing is changed then
   */
  @Transactional
  public String start(String processKey, String tenant, Map<String, Object> given, String by) {
    ProcessDefinition definition = places.latest(processKey);
    BaseElement start = places.startEvent(definition);
    FormSchema form = places.startForm(processKey, tenant);
    Map<String, Object> known = records.known("", tenant, "");
    Map<String, Object> accepted = check.accept(form, withToday(form, given, known), known);
    String reference = records.open(tenant, by);
    records.store(new Submission(reference, form, START, definition.getName(), "", accepted, by));
    kept.forget(KeptAnswers.ofStart(processKey), by);
    ProcessInstance started =
        runtime.startProcessInstanceById(
            definition.getId(), reference, DeclaredVariables.of(start, accepted));
    return started.getBusinessKey();
  }

  /**
   * A start form opens empty, so a date that starts from today is given here if it was left out.
   */
  private static Map<String, Object> withToday(
      FormSchema form, Map<String, Object> given, Map<String, Object> known) {
    Map<String, Object> all = new LinkedHashMap<>(given);
    for (FormField field : form.questions()) {
      if (field.opening().prefill().equals("today")
          && Objects.requireNonNullElse(all.get(field.key()), "").equals("")) {
        all.put(field.key(), known.get("today"));
      }
    }
    return all;
  }

  /**
   * The start form of a process.
   *
   * @param tenant the partnership in whose words; empty for the words in which it was written
   */
  byte[] startFile(String definitionId, String tenant) {
    return places.startFile(definitionId, tenant);
  }

  /**
   * The start form of the latest version of a process, read for its questions and rules.
   *
   * @param tenant the partnership in whose words
   */
  public FormSchema startForm(String processKey, String tenant) {
    return places.startForm(processKey, tenant);
  }

  /**
   * Which parts of a start form are not shown while the answers stand as given.
   *
   * @return positions in {@link FormSchema#fields()}
   */
  public List<Integer> hidden(FormSchema form, String tenant, Map<String, Object> given) {
    return check.hidden(form, given, records.known("", tenant, ""));
  }

  /** Whether a task still waits for someone, whoever that is. */
  boolean isOpen(String taskId) {
    return places.isOpen(taskId);
  }

  /** The key of the process behind a definition id. */
  String processKey(String definitionId) {
    return places.processKey(definitionId);
  }

  private Set<String> options(FormPlace place) {
    return records
                .known(place.caseReference(), place.tenant(), place.scope())
                .get(CaseRecords.OPTIONS)
            instanceof Set<?> options
        ? options.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }
}
