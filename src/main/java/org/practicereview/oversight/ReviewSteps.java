package org.practicereview.oversight;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Rules;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.partnership.OwnWords;
import org.practicereview.partnership.Partnership;
import org.springframework.stereotype.Service;

/**
 * What happens in a review in a partnership, read from the models as they are deployed now: its
 * stages in the order in which they are drawn, with what the partnership does in each and the times
 * that law and guidance set. Nothing of any case.
 */
@Service
public class ReviewSteps {

  /** The model of the whole journey. */
  private static final String JOURNEY = "practice-review";

  /** Stages, what is done in a stage, and what that consists of. */
  private static final int LEVELS = 3;

  private final RepositoryService repository;
  private final EngineIdentity identity;
  private final Rules rules;
  private final Clocks clocks;
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  ReviewSteps(RepositoryService repository, EngineIdentity identity, Rules rules, Clocks clocks) {
    this.rules = rules;
    this.repository = repository;
    this.identity = identity;
    this.clocks = clocks;
  }

  /**
   * A step of a review.
   *
   * @param name what is done
   * @param about what it is for, or empty
   * @param taken whether the partnership takes it
   * @param times what law and guidance set, a sentence each
   * @param steps what it consists of
   */
  public record Step(
      String name, String about, boolean taken, List<String> times, List<Step> steps) {}

  private record Read(String deployment, List<Step> steps, String picture) {}

  /** The stages of a review, in order. */
  public List<Step> of(Partnership partnership) {
    return read(partnership).steps();
  }

  /** The whole journey as a picture, an SVG. */
  public String picture(Partnership partnership) {
    return read(partnership).picture();
  }

  /** Read again only when something was deployed: anyone may ask, as often as they like. */
  private Read read(Partnership partnership) {
    return identity.asService(
        () -> {
          String deployment =
              repository
                  .createDeploymentQuery()
                  .orderByDeploymentTime()
                  .desc()
                  .listPage(0, 1)
                  .stream()
                  .map(Deployment::getId)
                  .collect(Collectors.joining());
          Read known = read.get(partnership.id());
          if (known == null || !known.deployment().equals(deployment)) {
            known = new Read(deployment, stages(partnership), picture(model(JOURNEY), partnership));
            read.put(partnership.id(), known);
          }
          return known;
        });
  }

  private static String picture(StepModel journey, Partnership partnership) {
    return new StepPicture(journey, partnership).svg();
  }

  private List<Step> stages(Partnership partnership) {
    Set<String> told = new LinkedHashSet<>();
    return steps(model(JOURNEY), partnership, 1, told);
  }

  private List<Step> steps(StepModel model, Partnership partnership, int level, Set<String> told) {
    Set<FlowNode> taken = model.taken(partnership);
    Map<String, Step> steps = new LinkedHashMap<>();
    model.shown().stream()
        .filter(node -> node instanceof CallActivity || node instanceof UserTask && level > 1)
        .sorted(new StepOrder(model))
        .map(node -> step(model, node, taken, partnership, level, told))
        // What can be needed twice is told once.
        .forEach(step -> steps.putIfAbsent(step.name() + step.taken(), step));
    return List.copyOf(steps.values());
  }

  private Step step(
      StepModel model,
      FlowNode node,
      Set<FlowNode> taken,
      Partnership partnership,
      int level,
      Set<String> told) {
    OwnWords words = partnership.words();
    StepModel called =
        node instanceof CallActivity call && !call.getCalledElement().startsWith("$")
            ? model(call.getCalledElement())
            : null;
    boolean goesOn = called != null && taken.contains(node);
    return new Step(
        words.in(node.getName().replaceAll("\\s+", " ")),
        called == null || level > 1 ? "" : words.in(called.about()),
        taken.contains(node),
        goesOn && level == 1 ? times(called, partnership, told) : List.of(),
        goesOn && level < LEVELS ? steps(called, partnership, level + 1, told) : List.of());
  }

  /** The clocks that a stage starts, each told once, where it first counts. */
  private List<String> times(StepModel stage, Partnership partnership, Set<String> told) {
    Map<String, StepModel> within = new LinkedHashMap<>();
    collect(stage, within);
    return within.values().stream()
        .flatMap(model -> model.clocksStarted().stream())
        .filter(told::add)
        .flatMap(clock -> rules.find(clock).stream())
        .filter(rule -> rule.source().isNational())
        .filter(rule -> rule.length() > 0)
        .map(rule -> inWords(rule, clocks.rule(partnership.id(), rule.id())))
        .toList();
  }

  /** What law and guidance say, and how the partnership counts where it counts otherwise. */
  private static String inWords(Rule national, Rule own) {
    String said = own.name() + ": " + national.inWords() + " (" + national.citation() + ").";
    return own.inWords().equals(national.inWords())
        ? said
        : said + " This partnership counts " + own.inWords() + ".";
  }

  private void collect(StepModel model, Map<String, StepModel> within) {
    if (within.putIfAbsent(model.id(), model) == null) {
      model.called().forEach(id -> collect(model(id), within));
    }
  }

  private StepModel model(String process) {
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult();
    return new StepModel(process, repository.getBpmnModelInstance(definition.getId()));
  }
}
