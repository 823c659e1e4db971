package org.practicereview.learning;

import java.util.List;
import java.util.Map;
import org.practicereview.engine.FormDemand;
import org.springframework.stereotype.Component;

/** A follow-up can end without every reply, but never without saying so. */
@Component
class NonReturnsExplained implements FormDemand {

  @Override
  public String name() {
    return "nonReturnsExplained";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    boolean ends = "finish".equals(answers.get("followUpNext"));
    boolean missing =
        answers.get("followUpReplies") instanceof List<?> rows
            && rows.stream().anyMatch(row -> row instanceof Map<?, ?> cells && isMissing(cells));
    return ends && missing && answers.get("followUpNonReturnReasons") == null
        ? Map.of(
            "followUpNonReturnReasons",
            "say what was done to get the replies that are missing, and why it ends without them")
        : Map.of();
  }

  private static boolean isMissing(Map<?, ?> row) {
    return "yes".equals(row.get("attendeeWriteTo"));
  }
}
