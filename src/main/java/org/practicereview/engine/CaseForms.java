package org.practicereview.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.practicereview.engine.CaseRecords.Submission;
import org.practicereview.engine.FormField.Kind;
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

  private final TaskService tasks;
  private final FormService forms;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final EngineIdentity identity;
  private final CaseRecords records;
  private final List<MoreFacts> more;
  private final FormCheck check;

  CaseForms(
      TaskService tasks,
      FormService forms,
      RuntimeService runtime,
      RepositoryService repository,
      EngineIdentity identity,
      CaseRecords records,
      List<MoreFacts> more,
      FormCheck check) {
    this.tasks = tasks;
    this.forms = forms;
    this.runtime = runtime;
    this.repository = repository;
    this.identity = identity;
    this.records = records;
    this.more = more;
    this.check = check;
  }

  /**
   * The form file of a task with the questions left out that the partnership does not ask.
   *
   * @throws NoSuchElementException if the caller may not see the task
   */
  public byte[] file(String taskId) {
    Place place = place(taskId);
    return FormOptions.leaveOut(place.file(), options(place));
  }

  /**
   * What the fields of a task's form hold when it opens: earlier answers, then facts of the case.
   *
   * @throws NoSuchElementException if the caller may not see the task
   */
  public Map<String, Object> fill(String taskId) {
    Place place = place(taskId);
    Map<String, Object> known = records.known(place.caseReference(), place.tenant(), place.scope());
    Map<String, Object> given =
        records.given(place.caseReference(), place.form().id(), place.scope());
    Map<String, Object> filled = new LinkedHashMap<>();
    for (FormField field : place.form().fields()) {
      if (field.kind() != Kind.GUIDANCE && field.kind() != Kind.FILES) {
        Object value = field.shown() ? shown(taskId, field, known) : answer(field, given, known);
        if (value != null) {
          filled.put(field.key(), value);
        }
        if (!field.choicesKey().isEmpty()) {
          filled.put(field.choicesKey(), known.getOrDefault(field.choicesKey(), List.of()));
        }
      }
    }
    for (String shown : CaseRecords.SHOWN) {
      filled.put(shown, Objects.requireNonNullElse(known.get(shown), ""));
    }
    filled.put("dueOn", place.dueOn());
    return filled;
  }

  private static Object answer(
      FormField field, Map<String, Object> given, Map<String, Object> known) {
    if (field.prefill().equals("none")) {
      return null;
    }
    // A date of today and an answer that follows another form are taken anew each time.
    boolean anew = field.prefill().equals("today") || field.prefill().equals(field.key());
    if (given.containsKey(field.key()) && !anew) {
      return stillOffered(field, given.get(field.key()), known);
    }
    return stillOffered(field, fact(field, known), known);
  }

  private static Object fact(FormField field, Map<String, Object> known) {
    return known.get(field.prefill().isEmpty() ? field.key() : field.prefill());
  }

  /** What was chosen before, without what can no longer be chosen. */
  private static Object stillOffered(FormField field, Object value, Map<String, Object> known) {
    if (field.choicesKey().isEmpty() || !(value instanceof List<?> chosen)) {
      return value;
    }
    Set<String> offered = FormCheck.offered(field, known);
    return chosen.stream().filter(offered::contains).toList();
  }

  /** A fact that is only shown; what a decision table has found stands in the engine. */
  private Object shown(String taskId, FormField field, Map<String, Object> known) {
    Object fact = fact(field, known);
    return fact != null
        ? fact
        : identity.asService(() -> tasks.getVariables(taskId).get(field.key()));
  }

  private Map<String, Object> known(Place place) {
    Map<String, Object> known =
        new LinkedHashMap<>(records.known(place.caseReference(), place.tenant(), place.scope()));
    more.forEach(facts -> known.putAll(facts.of(place.caseReference(), place.scope())));
    return known;
  }

  /**
   * Takes what a person filled in and completes the task.
   *
   * @param given answers by field key
   * @throws NoSuchElementException if the caller may not see the task, or it is done already
   * @throws FormRefused if an answer breaks a rule, or somebody else is doing the task; nothing is
   *     changed then
   */
  @Transactional
  public void submit(String taskId, Map<String, Object> given) {
    Place place = place(taskId);
    String user = identity.user().orElseThrow(() -> new NoSuchElementException("Not signed in"));
    if (place.assignee() != null && !place.assignee().equals(user)) {
      throw new FormRefused(
          "This task is being done by " + place.assignee() + ". Nothing was changed.");
    }
    Map<String, Object> known = records.known(place.caseReference(), place.tenant(), place.scope());
    Map<String, Object> accepted = check.accept(place.form(), given, known);
    if (place.assignee() == null) {
      tasks.claim(taskId, user);
    }
    records.store(
        new Submission(
            place.caseReference(),
            place.form(),
            place.element(),
            place.name(),
            place.scope(),
            accepted,
            user));
    forms.submitTaskForm(taskId, DeclaredVariables.of(place.model(), accepted));
  }

  /** Four eyes: a model can say that whoever gave one form may not give another. */
  private void refuseSamePerson(Place place, String user) {
    for (String form : ElementProperties.of(place.model()).list("anotherPersonThan")) {
      boolean same =
          Stream.of(place.scope(), "")
              .anyMatch(
                  scope ->
                      records
                          .givenBy(place.caseReference(), form, scope)
                          .filter(user::equals)
                          .isPresent());
      if (same) {
        throw new FormRefused(
            "Nothing was changed. This must be done by another person than the one who did \""
                + form.replace('-', ' ')
                + "\".");
      }
    }
  }

  /**
   * Opens a case with a start form: on behalf of a signed-in person, or of somebody outside who has
   * no account.
   *
   * @param processKey process to start
   * @param tenant partnership the case belongs to
   * @param by user id, or a word for somebody outside
   * @return the reference of the new case
   * @throws FormRefused if an answer breaks a rule; nothing is changed then
   */
  @Transactional
  public String start(String processKey, String tenant, Map<String, Object> given, String by) {
    ProcessDefinition definition = latest(processKey);
    BaseElement start = startEvent(definition);
    FormSchema form = startForm(processKey);
    Map<String, Object> known = records.known("", tenant, "");
    Map<String, Object> accepted = check.accept(form, withToday(form, given, known), known);
    String reference = records.open(tenant, by);
    records.store(new Submission(reference, form, START, definition.getName(), "", accepted, by));
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
      if (field.prefill().equals("today")
          && Objects.requireNonNullElse(all.get(field.key()), "").equals("")) {
        all.put(field.key(), known.get("today"));
      }
    }
    return all;
  }

  /** The start form of the latest version of a process, read for its questions and rules. */
  public FormSchema startForm(String processKey) {
    return identity.asService(
        () -> {
          ProcessDefinition definition = latest(processKey);
          String id = Optional.ofNullable(formKeyOf(startEvent(definition))).orElse(processKey);
          return FormSchemaReader.read(id, bytes(forms.getDeployedStartForm(definition.getId())));
        });
  }

  /**
   * Which parts of a start form are not shown while the answers stand as given.
   *
   * @return positions in {@link FormSchema#fields()}
   */
  public List<Integer> hidden(FormSchema form, String tenant, Map<String, Object> given) {
    return check.hidden(form, given, records.known("", tenant, ""));
  }

  /** The key of the process behind a definition id. */
  String processKey(String definitionId) {
    return identity.asService(() -> repository.getProcessDefinition(definitionId).getKey());
  }

  private Set<String> options(Place place) {
    return records
                .known(place.caseReference(), place.tenant(), place.scope())
                .get(CaseRecords.OPTIONS)
            instanceof Set<?> options
        ? options.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }

  private ProcessDefinition latest(String processKey) {
    return identity.asService(
        () ->
            Optional.ofNullable(
                    repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .latestVersion()
                        .singleResult())
                .orElseThrow(
                    () -> new NoSuchElementException("There is no process " + processKey)));
  }

  /** The start event that carries the form; a process may have others that a message starts. */
  private BaseElement startEvent(ProcessDefinition definition) {
    BpmnModelInstance model =
        identity.asService(() -> repository.getBpmnModelInstance(definition.getId()));
    return model.getModelElementsByType(StartEvent.class).stream()
        .filter(start -> start.getEventDefinitions().isEmpty())
        .filter(start -> formKeyOf(start) != null)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(definition.getKey() + " has no start form"));
  }

  private static String formKeyOf(BaseElement element) {
    String camunda = "http://camunda.org/schema/1.0/bpmn";
    String ref = element.getAttributeValueNs(camunda, "formRef");
    if (ref != null) {
      return ref;
    }
    String key = element.getAttributeValueNs(camunda, "formKey");
    return key == null ? null : key.substring(key.lastIndexOf('/') + 1).replace(".html", "");
  }

  private Place place(String taskId) {
    // With the caller's own rights: a task they may not see is a task that is not there.
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null || !isFor(task)) {
      throw new NoSuchElementException("This task is done already, or it is not yours to do");
    }
    return identity.asService(
        () -> {
          BaseElement element =
              repository
                  .getBpmnModelInstance(task.getProcessDefinitionId())
                  .getModelElementById(task.getTaskDefinitionKey());
          ProcessInstance instance =
              runtime
                  .createProcessInstanceQuery()
                  .processInstanceId(task.getProcessInstanceId())
                  .singleResult();
          byte[] file = bytes(forms.getDeployedTaskForm(taskId));
          return new Place(
              instance.getBusinessKey(),
              task.getTenantId(),
              scope(taskId),
              task.getAssignee(),
              task.getTaskDefinitionKey(),
              element.getAttributeValue("name"),
              inLondon(task.getDueDate()),
              element,
              file,
              FormSchemaReader.read(formKeyOf(element), file));
        });
  }

  /**
   * Whether the caller may do the task. To see that a task exists, as those who watch over the work
   * may, is not to see what stands in its form.
   */
  private boolean isFor(Task task) {
    String user = identity.user().orElse("");
    List<String> groups = identity.groups();
    return user.equals(task.getAssignee())
        || identity.asService(
            () ->
                tasks.getIdentityLinksForTask(task.getId()).stream()
                    .anyMatch(
                        link -> link.getGroupId() != null && groups.contains(link.getGroupId())));
  }

  private static String inLondon(Date due) {
    return due == null
        ? "no date"
        : DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK)
            .format(due.toInstant().atZone(EngineClock.LONDON));
  }

  private String scope(String taskId) {
    for (String name : List.of("agency", "partner")) {
      if (tasks.getVariable(taskId, name) instanceof String scope) {
        return scope;
      }
    }
    return "";
  }

  private static byte[] bytes(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a form stands: the case, the task, the model's element, and the form itself. */
  private record Place(
      String caseReference,
      String tenant,
      String scope,
      String assignee,
      String element,
      String name,
      String dueOn,
      BaseElement model,
      byte[] file,
      FormSchema form) {}
}
