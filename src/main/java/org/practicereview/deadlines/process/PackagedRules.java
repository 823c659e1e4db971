package org.practicereview.deadlines.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Rules;

/** The table of clocks as it is shipped, read without an engine's database. */
public final class PackagedRules implements Rules {

  private final List<Rule> rules;

  public PackagedRules() {
    try (InputStream file =
        PackagedRules.class.getResourceAsStream("/processes/statutory-and-local-clocks.dmn")) {
      DmnModelInstance model = Dmn.readModelFromStream(file);
      DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
      DmnDecision decision = engine.parseDecision(DmnRules.DECISION, model);
      rules =
          DmnRules.ids(model).stream()
              .map(
                  id ->
                      DmnRules.rule(
                          id,
                          engine
                              .evaluateDecisionTable(decision, Map.of("rule", id))
                              .getSingleResult()))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Rule> find(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  @Override
  public List<Rule> all() {
    return rules;
  }
}
