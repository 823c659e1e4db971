package org.practicereview.events.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
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

  /** All models that are in use, and some earlier versions of them. */
  private static final int MOST_MODELS = 1000;

  private final CaseFacts facts;
  private final CaseWords words;
  private final AuditTrail audit;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final EngineIdentity identity;
  private final Cache<String, Optional<Start>> starts =
      Caffeine.newBuilder().maximumSize(MOST_MODELS).build();

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
        () -> {
          List<Start> offered =
              repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                  .flatMap(definition -> start(definition).stream())
                  .filter(start -> start.isFor(known, roles))
                  .toList();
          Set<String> running =
              offered.stream().anyMatch(Start::alone) ? running(caseReference) : Set.of();
          return offered.stream()
              .filter(start -> !start.alone() || !running.contains(start.process()))
              .map(start -> start.event(text -> words.say(caseReference, text)))
              .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
              .toList();
        });
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
                .anyMatch(Start::ownFacts));
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

  /** The processes that run in a case, by their ids. */
  private Set<String> running(String caseReference) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseReference)
        .unfinished()
        .list()
        .stream()
        .map(HistoricProcessInstance::getProcessDefinitionKey)
        .collect(Collectors.toSet());
  }

  /** What a model says of its start; the same for ever, so it is read once. */
  private Optional<Start> start(ProcessDefinition definition) {
    return starts.get(
        definition.getId(),
        id ->
            repository.getBpmnModelInstance(id).getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .filter(start -> ElementProperties.of(start).optional("startedBy").isPresent())
                .findFirst()
                .map(Start::of));
  }

  /**
   * How a model lets people start its process.
   *
   * @param startedBy the roles that may
   * @param requires the fact that must be known; empty for none
   * @param alone whether it is not offered while it runs
   * @param ownFacts whether its answers and clocks are kept apart
   */
  private record Start(
      String process,
      String name,
      String about,
      List<String> startedBy,
      String requires,
      boolean alone,
      boolean ownFacts) {

    static Start of(StartEvent start) {
      Process process = (Process) start.getParentElement();
      ElementProperties said = ElementProperties.of(start);
      return new Start(
          process.getId(),
          process.getName(),
          start.getDocumentations().stream()
              .findFirst()
              .map(documentation -> documentation.getTextContent().strip())
              .orElse(""),
          Arrays.stream(said.required("startedBy").split(",")).map(String::strip).toList(),
          said.optional("requires").orElse(""),
          said.optional("alone").filter("true"::equals).isPresent(),
          said.optional("ownFacts").filter("true"::equals).isPresent());
    }

    boolean isFor(Map<String, Object> known, Collection<String> roles) {
      return startedBy.stream().anyMatch(roles::contains)
          && (requires.isEmpty() || known.containsKey(requires));
    }

    AnyTimeEvent event(UnaryOperator<String> words) {
      return new AnyTimeEvent(process, words.apply(name), words.apply(about));
    }
  }
}
