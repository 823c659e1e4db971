package org.practicereview.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.FormSchemaReader;
import org.practicereview.forms.FormWords;
import org.practicereview.forms.Scope;
import org.practicereview.partnership.OwnWords;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.springframework.stereotype.Component;

/** Finds the form of a task or of a process, and who may open it. */
@Component
class FormPlaces {

  /** More than a few partnerships' forms together. */
  private static final int MOST_FORMS = 2000;

  private final TaskService tasks;
  private final FormService forms;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final EngineIdentity identity;
  private final TaskRoles roles;
  private final CaseRecords records;
  private final Partnerships partnerships;
  private final Cache<Source, Said> said = Caffeine.newBuilder().maximumSize(MOST_FORMS).build();

  /** A form file as it is deployed now, and who reads it. */
  private record Source(String form, String tenant, ByteBuffer file) {}

  /** The same in the words of its readers, and read for its questions and rules. */
  private record Said(byte[] file, FormSchema schema) {}

  FormPlaces(
      TaskService tasks,
      FormService forms,
      RuntimeService runtime,
      RepositoryService repository,
      EngineIdentity identity,
      TaskRoles roles,
      CaseRecords records,
      Partnerships partnerships) {
    this.tasks = tasks;
    this.forms = forms;
    this.runtime = runtime;
    this.repository = repository;
    this.identity = identity;
    this.roles = roles;
    this.records = records;
    this.partnerships = partnerships;
  }

  /**
   * Where the form of a task stands.
   *
   * @throws NotThere if the task is done, or the caller may not do it
   */
  FormPlace of(String taskId) {
    Task task = mine(taskId);
    return identity.asService(
        () -> {
          BaseElement element =
              repository
                  .getBpmnModelInstance(task.getProcessDefinitionId())
                  .getModelElementById(task.getTaskDefinitionKey());
          OwnWords words = partnerships.get(task.getTenantId()).words();
          Said form =
              said(
                  new Source(
                      formKeyOf(element),
                      task.getTenantId(),
                      ByteBuffer.wrap(bytes(forms.getDeployedTaskForm(taskId)))));
          Map<String, Object> variables = tasks.getVariables(taskId, variables(form.schema()));
          return new FormPlace(
              taskId,
              caseReference(task).orElse(""),
              task.getTenantId(),
              Scope.of(variables::get),
              task.getCreateTime().toInstant(),
              task.getAssignee(),
              task.getTaskDefinitionKey(),
              words.in(element.getAttributeValue("name")),
              inLondon(task.getDueDate()),
              element,
              form.file(),
              form.schema(),
              variables);
        });
  }

  /** All that is asked of the process, so that it is asked once. */
  private static List<String> variables(FormSchema form) {
    return Stream.concat(
            Scope.VARIABLES.stream(),
            form.fields().stream().filter(FormField::isShown).map(FormField::key))
        .distinct()
        .toList();
  }

  private Said said(Source source) {
    return said.get(
        source,
        one -> {
          byte[] file = one.file().array();
          byte[] words = FormWords.say(file, partnerships.get(one.tenant()).words()::in);
          return new Said(words, FormSchemaReader.read(one.form(), file, words));
        });
  }

  /**
   * A task that is the caller's to do.
   *
   * @throws NotThere if it is done, or the caller may not do it
   */
  Task mine(String taskId) {
    return task(taskId)
        .filter(task -> identity.tenants().contains(task.getTenantId()))
        .filter(this::isOffered)
        .filter(this::seesCase)
        .orElseThrow(() -> new NotThere("This task is done already, or it is not yours to do"));
  }

  /**
   * A task by its row alone. The engine's task query puts a statement with hundreds of conditions
   * together each time, a quarter of all work when a form is opened and sent.
   */
  private Optional<Task> task(String taskId) {
    return Optional.ofNullable(
        identity.asService(
            () ->
                tasks
                    .createNativeTaskQuery()
                    .sql("select * from ACT_RU_TASK where ID_ = #{task}")
                    .parameter("task", taskId)
                    .singleResult()));
  }

  private boolean seesCase(Task task) {
    return caseReference(task)
        .map(
            reference ->
                records.mayWorkOn(
                    reference, identity.user().orElse(""), identity.groups(), identity.tenants()))
        .orElse(true);
  }

  /** The case of a task, by the row of its process; nothing for work outside cases. */
  private Optional<String> caseReference(Task task) {
    return identity.asService(
        () ->
            Optional.ofNullable(
                runtime
                    .createNativeProcessInstanceQuery()
                    .sql("select * from ACT_RU_EXECUTION where ID_ = #{process}")
                    .parameter("process", task.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey()));
  }

  /**
   * Whether the task is offered to the caller, which it must be to whoever has taken it, too. To
   * see that a task exists, as those who watch over the work may, is not to see what stands in its
   * form.
   */
  private boolean isOffered(Task task) {
    String user = identity.user().orElse("");
    List<String> groups = identity.groups();
    return identity.asService(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .anyMatch(
            link ->
                link.getGroupId() != null
                    ? groups.contains(link.getGroupId())
                    : user.equals(link.getUserId()) && holdsRole(task));
  }

  /** Being named on a case counts only together with the role, which may have been lost since. */
  private boolean holdsRole(Task task) {
    return roles.of(task).stream().anyMatch(identity.rolesIn(task.getTenantId())::contains);
  }

  /** Whether a task still waits for someone, whoever that is. */
  boolean isOpen(String taskId) {
    return task(taskId).isPresent();
  }

  private static String inLondon(Date due) {
    return due == null
        ? "no date"
        : DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK)
            .format(due.toInstant().atZone(EngineClock.LONDON));
  }

  private static byte[] bytes(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The latest version of a process. */
  ProcessDefinition latest(String processKey) {
    return identity.asService(
        () ->
            Optional.ofNullable(
                    repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .latestVersion()
                        .singleResult())
                .orElseThrow(() -> new NotThere("There is no process " + processKey)));
  }

  /** The start event that carries the form; a process may have others that a message starts. */
  BaseElement startEvent(ProcessDefinition definition) {
    BpmnModelInstance model =
        identity.asService(() -> repository.getBpmnModelInstance(definition.getId()));
    return model.getModelElementsByType(StartEvent.class).stream()
        .filter(start -> start.getEventDefinitions().isEmpty())
        .filter(start -> formKeyOf(start) != null)
        .findFirst()
        .orElseThrow(() -> new NotThere(definition.getKey() + " has no start form"));
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

  /**
   * The start form of the latest version of a process, read for its questions and rules.
   *
   * @param tenant the partnership in whose words
   */
  FormSchema startForm(String processKey, String tenant) {
    return identity.asService(
        () -> {
          ProcessDefinition definition = latest(processKey);
          String id = Optional.ofNullable(formKeyOf(startEvent(definition))).orElse(processKey);
          return FormSchemaReader.read(
              id, startFile(definition.getId(), ""), startFile(definition.getId(), tenant));
        });
  }

  /**
   * The start form of a process.
   *
   * @param tenant the partnership in whose words; empty for the words in which it was written
   */
  byte[] startFile(String definitionId, String tenant) {
    byte[] file = identity.asService(() -> bytes(forms.getDeployedStartForm(definitionId)));
    return tenant.isEmpty() ? file : FormWords.say(file, partnerships.get(tenant).words()::in);
  }

  /** The key of the process behind a definition id. */
  String processKey(String definitionId) {
    return identity.asService(() -> repository.getProcessDefinition(definitionId).getKey());
  }
}
