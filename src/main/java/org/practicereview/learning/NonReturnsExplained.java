package org.practicereview.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** A follow-up can end without every reply, but never without saying so, and leaves nobody out. */
@Component
class NonReturnsExplained implements FormDemand {

  private static final String ROWS = "followUpReplies";

  private final CaseFacts facts;

  NonReturnsExplained(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "nonReturnsExplained";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Map<String, String> problems = new LinkedHashMap<>();
    Set<String> told = addresses(answers.get(ROWS));
    if (!told.containsAll(addresses(facts.of(caseReference).get("briefingAttendees")))) {
      problems.put(ROWS, "somebody who was at the briefing is left out");
    }
    boolean ends = "finish".equals(answers.get("followUpNext"));
    boolean missing = rows(answers.get(ROWS)).stream().anyMatch(NonReturnsExplained::isMissing);
    if (ends && missing && answers.get("followUpNonReturnReasons") == null) {
      problems.put(
          "followUpNonReturnReasons",
          "say what was done to get the replies that are missing, and why it ends without them");
    }
    return problems;
  }

  private static boolean isMissing(Map<?, ?> row) {
    return "yes".equals(row.get("attendeeWriteTo"));
  }

  private static Set<String> addresses(Object answer) {
    return rows(answer).stream()
        .map(row -> String.valueOf(row.get("attendeeEmail")).strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static List<? extends Map<?, ?>> rows(Object answer) {
    return answer instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(row -> (Map<?, ?>) row).toList()
        : List.of();
  }
}
