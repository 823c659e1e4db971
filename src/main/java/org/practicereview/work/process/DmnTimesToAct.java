package org.practicereview.work.process;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.work.TimeToAct;
import org.practicereview.work.TimesToAct;
import org.practicereview.work.Urgency;
import org.springframework.stereotype.Component;

/** Reads the decision {@code times-to-act}; the settings of a partnership's profile come first. */
@Component
class DmnTimesToAct implements TimesToAct {

  static final String DECISION = "times-to-act";

  private final DecisionService decisions;
  private final Partnerships partnerships;
  private final EngineIdentity identity;

  DmnTimesToAct(DecisionService decisions, Partnerships partnerships, EngineIdentity identity) {
    this.decisions = decisions;
    this.partnerships = partnerships;
    this.identity = identity;
  }

  @Override
  public TimeToAct of(Urgency urgency, String partnership) {
    Map<String, Object> row = row(urgency);
    Partnership profile = partnerships.get(partnership);
    boolean safety = urgency == Urgency.SAFETY;
    return new TimeToAct(
        safety ? 0 : number(profile, urgency.setting(), row.get("workingDays")),
        urgency == Urgency.STATUTORY
            ? number(profile, "tellStatutoryWithin", row.get("tellWithin"))
            : 0,
        Duration.ofHours(safety ? number(profile, "actNowHours", row.get("hours")) : 0),
        safety ? list(String.valueOf(row.get("thenTold"))) : List.of());
  }

  private Map<String, Object> row(Urgency urgency) {
    return identity.asService(
        () ->
            decisions
                .evaluateDecisionTableByKey(DECISION)
                .decisionDefinitionWithoutTenantId()
                .variables(Map.of("urgency", urgency.code()))
                .evaluate()
                .getSingleResult());
  }

  private static int number(Partnership profile, String setting, Object standard) {
    String chosen = profile.setting(setting);
    try {
      return Integer.parseInt(chosen.isBlank() ? String.valueOf(standard) : chosen.strip());
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "The time to act \"" + setting + "\" is no whole number: " + chosen, e);
    }
  }

  private static List<String> list(String roles) {
    return Arrays.stream(roles.split(","))
        .map(String::strip)
        .filter(role -> !role.isEmpty())
        .toList();
  }
}
