package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.modelling.Outlook.Concern;
import org.springframework.stereotype.Component;

/**
 * Looks where each open case stands, and says what a new version means for it. Nothing is moved,
 * and nothing of a case is read but its reference and the steps at which it stands.
 */
@Component
class Outlooks {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final EngineIdentity identity;

  Outlooks(RuntimeService runtime, RepositoryService repository, EngineIdentity identity) {
    this.runtime = runtime;
    this.repository = repository;
    this.identity = identity;
  }

  /** What a new version of a model means for those that run on any version before it. */
  Outlook of(String process, OneModel model) {
    return identity.asService(() -> look(process, model));
  }

  private Outlook look(String process, OneModel model) {
    ModelSteps now = new ModelSteps(model.model());
    Map<String, Version> versions = new HashMap<>();
    Set<String> cases = new TreeSet<>();
    Map<String, Set<String>> staying = new TreeMap<>();
    Map<String, Set<String>> skipping = new TreeMap<>();
    Map<String, Set<String>> changing = new TreeMap<>();
    Map<String, Set<String>> dated = new TreeMap<>();
    for (ProcessInstance instance :
        runtime.createProcessInstanceQuery().processDefinitionKey(process).unlimitedList()) {
      Version before =
          versions.computeIfAbsent(
              instance.getProcessDefinitionId(), id -> version(id, model.model()));
      String reference = reference(instance);
      cases.add(reference);
      Set<String> standing = standing(instance.getId());
      List<String> reasons = reasons(now, before.steps(), standing);
      reasons.forEach(why -> note(staying, why, reference));
      if (reasons.isEmpty()) {
        passed(now, before.steps(), standing).forEach(task -> note(skipping, task, reference));
        standing.stream()
            .filter(step -> before.marks().get(step) == Mark.CHANGED)
            .map(step -> ModelSteps.called(now.nodes().get(step)))
            .forEach(step -> note(changing, step, reference));
        dated(now, before.steps(), standing).forEach(step -> note(dated, step, reference));
      }
    }
    List<Concern> concerns = new ArrayList<>();
    staying.forEach(
        (why, of) -> concerns.add(concern(of, "1 case would stay", "%d cases would stay", why)));
    skipping.forEach(
        (task, of) ->
            concerns.add(
                concern(
                    of,
                    "1 case is past the new task and goes on without it",
                    "%d cases are past the new task and go on without it",
                    "(\"" + task + "\")")));
    changing.forEach(
        (step, of) ->
            concerns.add(
                concern(of, "1 case is", "%d cases are", "at " + step + ", which changes")));
    dated.forEach(
        (step, of) ->
            concerns.add(
                concern(
                    of, "1 case gets another date", "%d cases get another date", "at " + step)));
    return new Outlook(
        process,
        Objects.requireNonNullElse(
            model.model().getModelElementById(process).getAttributeValue("name"), process),
        cases.size(),
        count(staying),
        count(skipping),
        count(dated),
        concerns);
  }

  /** A version on which cases run, and what differs from it. */
  private record Version(ModelSteps steps, Map<String, Mark> marks) {}

  private Version version(String definition, BpmnModelInstance after) {
    BpmnModelInstance before = repository.getBpmnModelInstance(definition);
    return new Version(new ModelSteps(before), new DifferenceOfModels(before, after).marks());
  }

  private static int count(Map<String, Set<String>> cases) {
    return (int) cases.values().stream().flatMap(Set::stream).distinct().count();
  }

  /** Steps ahead of a case that both versions have, with another date. */
  private static List<String> dated(ModelSteps now, ModelSteps before, Set<String> standing) {
    return now.nodes().values().stream()
        .filter(node -> before.nodes().containsKey(node.getId()))
        .filter(
            node ->
                !ModelSteps.date(node).equals(ModelSteps.date(before.nodes().get(node.getId()))))
        .filter(node -> now.comesTo(node.getId(), standing))
        .map(ModelSteps::called)
        .toList();
  }

  private static void note(Map<String, Set<String>> cases, String why, String reference) {
    cases.computeIfAbsent(why, any -> new TreeSet<>()).add(reference);
  }

  private static Concern concern(Set<String> of, String one, String several, String what) {
    String who = of.size() == 1 ? one : several.formatted(of.size());
    return new Concern(who + " " + what, List.copyOf(of));
  }

  static String reference(ProcessInstance instance) {
    return Objects.requireNonNullElse(instance.getBusinessKey(), "work of no case");
  }

  private static List<String> reasons(ModelSteps now, ModelSteps before, Set<String> standing) {
    return standing.stream()
        .map(step -> now.stops(before, step))
        .filter(why -> !why.isEmpty())
        .toList();
  }

  /** Why a piece of a case cannot move to a model; empty if it can. */
  List<String> reasons(String instance, OneModel target, OneModel source) {
    return reasons(
        new ModelSteps(target.model()), new ModelSteps(source.model()), standing(instance));
  }

  /** New tasks without which a case goes on. */
  private static List<String> passed(ModelSteps now, ModelSteps before, Set<String> standing) {
    return now.nodes().values().stream()
        .filter(UserTask.class::isInstance)
        .filter(node -> !before.nodes().containsKey(node.getId()))
        .filter(node -> now.isPast(node.getId(), standing))
        .map(ModelSteps::name)
        .toList();
  }

  /** The steps at which it waits, for people, time or a retry. */
  private Set<String> standing(String instance) {
    ActivityInstance root = runtime.getActivityInstance(instance);
    Set<String> standing = new TreeSet<>();
    if (root != null) {
      leaves(root, standing);
    }
    return standing;
  }

  private static void leaves(ActivityInstance one, Set<String> standing) {
    Stream.of(one.getChildTransitionInstances())
        .map(TransitionInstance::getActivityId)
        .forEach(id -> standing.add(plain(id)));
    for (ActivityInstance child : one.getChildActivityInstances()) {
      if (child.getChildActivityInstances().length == 0
          && child.getChildTransitionInstances().length == 0) {
        standing.add(plain(child.getActivityId()));
      } else {
        leaves(child, standing);
      }
    }
  }

  private static String plain(String id) {
    return id.replaceFirst("#multiInstanceBody$", "");
  }
}
