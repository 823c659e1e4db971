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
    DmnModelInstance model = model("statutory-and-local-clocks.dmn");
    DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    DmnDecision clocks = engine.parseDecision(DmnRules.DECISION, model);
    DmnDecision daysOff = engine.parseDecision(DmnRules.DAYS_OFF, model("days-off.dmn"));
    rules =
        DmnRules.ids(model).stream()
            .map(id -> DmnRules.rule(id, row(engine, clocks, id), row(engine, daysOff, id)))
            .toList();
  }

  private static DmnModelInstance model(String file) {
    try (InputStream table = PackagedRules.class.getResourceAsStream("/processes/" + file)) {
      return Dmn.readModelFromStream(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> row(DmnEngine engine, DmnDecision decision, String id) {
    return engine.evaluateDecisionTable(decision, Map.of("rule", id)).getSingleResult();
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
