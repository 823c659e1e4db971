package org.practicereview.events.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseWords;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Processes that run beside the journey of a case when someone starts them: a complaint, a parallel
 * proceeding, new information. Which there are, and who may start them, the models say: a process
 * whose start event has the property {@code startedBy} (roles) is one. With {@code requires} it is
 * offered once a fact of that key is known; with {@code ownFacts} its answers and clocks are kept
 * apart from those of the case, as {@code item:<process>-<number>}; with {@code alone} it is not
 * offered while it runs.
 */
@Service
public class AnyTimeEvents {

  /** The message by which the journey starts a process beside itself. */
  static final String HAPPENED = "case.happened";

  private final CaseFacts facts;
  private final CaseWords words;
  private final AuditTrail audit;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final EngineIdentity identity;

  AnyTimeEvents(
      CaseFacts facts,
      CaseWords words,
      AuditTrail audit,
      RepositoryService repository,
      RuntimeService runtime,
      HistoryService history,
      EngineIdentity identity) {
    this.facts = facts;
    this.words = words;
    this.audit = audit;
    this.repository = repository;
    this.runtime = runtime;
    this.history = history;
    this.identity = identity;
  }

  /**
   * Something that can happen.
   *
   * @param id id of its process
   * @param name what it is
   * @param about when to start it, in words
   */
  public record AnyTimeEvent(String id, String name, String about) {}

  /** What people of these roles may start in a case now, by name. */
  public List<AnyTimeEvent> of(String caseReference, Collection<String> roles) {
    Map<String, Object> known = facts.of(caseReference);
    return identity.asService(
        () ->
            repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .flatMap(definition -> start(definition).stream())
                .filter(start -> isFor(start, known, roles))
                .filter(start -> !runsAlone(start, caseReference))
                .map(start -> event(start, caseReference))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList());
  }

  /**
   * Starts one of them.
   *
   * @throws Refused if these roles may not start it in this case now
   * @throws Refused if the case is closed
   */
  @Transactional
  public void start(String caseReference, String id, Collection<String> roles, String by) {
    AnyTimeEvent event =
        of(caseReference, roles).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refused("This cannot be started in this case"));
    Map<String, Object> variables =
        hasOwnFacts(id)
            ? Map.of("event", id, "item", id + "-" + (number(caseReference, id) + 1))
            : Map.of("event", id);
    try {
      identity.asService(
          () ->
              runtime
                  .createMessageCorrelation(HAPPENED)
                  .processInstanceBusinessKey(caseReference)
                  .setVariablesToTriggeredScope(variables)
                  .correlateWithResult());
    } catch (MismatchingMessageCorrelationException e) {
      throw new Refused("Case " + caseReference + " is closed", e);
    }
    audit.record(
        caseReference, by, "\"" + event.name() + "\" was started beside the order of the tasks.");
  }

  private boolean hasOwnFacts(String id) {
    return identity.asService(
        () ->
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(id)
                .latestVersion()
                .list()
                .stream()
                .flatMap(definition -> start(definition).stream())
                .anyMatch(start -> property(start, "ownFacts").filter("true"::equals).isPresent()));
  }

  /** How many of its kind there have been, those that run among them. */
  private long number(String caseReference, String id) {
    return identity.asService(
        () ->
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseReference)
                .processDefinitionKey(id)
                .count());
  }

  private Optional<StartEvent> start(ProcessDefinition definition) {
    return repository
        .getBpmnModelInstance(definition.getId())
        .getModelElementsByType(StartEvent.class)
        .stream()
        .filter(start -> start.getParentElement() instanceof Process)
        .filter(start -> property(start, "startedBy").isPresent())
        .findFirst();
  }

  private static boolean isFor(
      StartEvent start, Map<String, Object> known, Collection<String> roles) {
    return property(start, "startedBy").stream()
            .flatMap(list -> Arrays.stream(list.split(",")))
            .map(String::strip)
            .anyMatch(roles::contains)
        && property(start, "requires").map(known::containsKey).orElse(true);
  }

  private boolean runsAlone(StartEvent start, String caseReference) {
    return property(start, "alone").filter("true"::equals).isPresent()
        && runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(((Process) start.getParentElement()).getId())
                .processInstanceBusinessKey(caseReference)
                .count()
            > 0;
  }

  private AnyTimeEvent event(StartEvent start, String caseReference) {
    Process process = (Process) start.getParentElement();
    String about =
        start.getDocumentations().stream()
            .findFirst()
            .map(documentation -> documentation.getTextContent().strip())
            .orElse("");
    return new AnyTimeEvent(
        process.getId(),
        words.say(caseReference, process.getName()),
        words.say(caseReference, about));
  }

  private static Optional<String> property(StartEvent start, String name) {
    return ElementProperties.of(start).optional(name);
  }
}
