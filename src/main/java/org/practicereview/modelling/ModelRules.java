package org.practicereview.modelling;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelParseException;

/**
 * The rules that every process model holds to: nothing in it runs code of its own, everything it
 * names exists, every clock comes from the deadlines block, and every choice is labelled and bears
 * a missing answer.
 *
 * <p>The same rules judge the shipped models in the build and a changed model before it is
 * deployed.
 */
public final class ModelRules {

  static final List<ModelRule> RULES =
      List.of(
          new ProcessRule(),
          new NoCodeRule(),
          new ExpressionRule(),
          new TaskRule(),
          new FormRule(),
          new BuildingBlockRule(),
          new ReferenceRule(),
          new TimerRule(),
          new GatewayRule(),
          new LetterApprovalRule(),
          new LoopRule(),
          new RoleRule(),
          new PropertyRule(),
          new AnswerRule());

  private final Surroundings surroundings;

  /** Rules for models that live in these surroundings. */
  public ModelRules(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Everything in a model that falls short, in the order of the rules; empty when all is well.
   *
   * @param file name of the file, used where the model has no process id
   * @param bpmn the model as XML text
   */
  public List<Finding> check(String file, String bpmn) {
    BpmnModelInstance model;
    try {
      model =
          Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
    } catch (ModelParseException e) {
      return List.of(new Finding(file, "", "is not a BPMN model that can be read"));
    }
    ModelReading reading = new ModelReading(file, bpmn, model, surroundings);
    RULES.forEach(rule -> rule.check(reading));
    return reading.findings();
  }

  /** Names of the engine variables that a model declares, sets or hands on. */
  public static Set<String> variablesOf(BpmnModelInstance model) {
    return DeclaredNames.of(model);
  }

  /** Ids of the clock rules in a decision: the quoted entries of its first column. */
  public static Set<String> clocksOf(DmnModelInstance model) {
    Set<String> clocks = new TreeSet<>();
    for (Decision decision : model.getModelElementsByType(Decision.class)) {
      for (Rule rule : model.getModelElementsByType(Rule.class)) {
        String first = rule.getInputEntries().iterator().next().getTextContent().strip();
        if (decision.getId().equals("clock-rules") && first.matches("\"[a-z-]+\"")) {
          clocks.add(first.substring(1, first.length() - 1));
        }
      }
    }
    return clocks;
  }
}
