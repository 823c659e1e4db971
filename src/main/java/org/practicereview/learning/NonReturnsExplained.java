package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.ATTENDEE_EMAIL;
import static org.practicereview.learning.LearningQuestions.ATTENDEE_WRITE_TO;
import static org.practicereview.learning.LearningQuestions.BRIEFING_ATTENDEES;
import static org.practicereview.learning.LearningQuestions.FOLLOW_UP_NEXT;
import static org.practicereview.learning.LearningQuestions.FOLLOW_UP_NON_RETURN_REASONS;
import static org.practicereview.learning.LearningQuestions.FOLLOW_UP_REPLIES;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** A follow-up can end without every reply, but never without saying so, and leaves no one out. */
@Component
class NonReturnsExplained implements FormDemand {

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
    Set<String> told = addresses(answers.get(FOLLOW_UP_REPLIES.key()));
    if (!told.containsAll(addresses(facts.of(caseReference).get(BRIEFING_ATTENDEES.key())))) {
      problems.put(FOLLOW_UP_REPLIES.key(), "someone who was at the briefing is left out");
    }
    boolean ends = FOLLOW_UP_NEXT.is("finish", answers);
    boolean missing =
        rows(answers.get(FOLLOW_UP_REPLIES.key())).stream()
            .anyMatch(NonReturnsExplained::isMissing);
    if (ends && missing && answers.get(FOLLOW_UP_NON_RETURN_REASONS.key()) == null) {
      problems.put(
          FOLLOW_UP_NON_RETURN_REASONS.key(),
          "say what was done to get the replies that are missing, and why it ends without them");
    }
    return problems;
  }

  private static boolean isMissing(Map<?, ?> row) {
    return ATTENDEE_WRITE_TO.is("yes", row);
  }

  private static Set<String> addresses(Object answer) {
    return rows(answer).stream()
        .map(row -> String.valueOf(row.get(ATTENDEE_EMAIL.key())).strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static List<? extends Map<?, ?>> rows(Object answer) {
    return answer instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(row -> (Map<?, ?>) row).toList()
        : List.of();
  }
}
