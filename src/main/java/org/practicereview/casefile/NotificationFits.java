package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.ABUSE_OR_NEGLECT;
import static org.practicereview.casefile.CaseFileQuestions.CARE_STATUS;
import static org.practicereview.casefile.CaseFileQuestions.CHILDREN;
import static org.practicereview.casefile.CaseFileQuestions.CHILD_OUTCOME;
import static org.practicereview.casefile.CaseFileQuestions.NOTIFICATION_NATURE;
import static org.practicereview.casefile.CaseFileQuestions.OUTCOME;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * What is notified fits what was decided and what happened to the children. The death of a
 * looked-after child or a care leaver is notified even where no one suspects abuse, and is no
 * serious incident for that alone.
 */
@Component
class NotificationFits implements FormDemand {

  private static final String LOOKED_AFTER = "looked-after-death";
  private static final String CARE_LEAVER = "care-leaver-death";
  private static final Set<String> IN_CARE = Set.of(LOOKED_AFTER, CARE_LEAVER);

  /** What at least one of the children must be, for each kind of notification. */
  private static final Map<String, Predicate<Map<String, Object>>> ONE_CHILD =
      Map.of(
          "child-death",
          NotificationFits::died,
          "serious-harm",
          child -> CHILD_OUTCOME.is("seriously-harmed", child),
          LOOKED_AFTER,
          child -> died(child) && CARE_STATUS.is("looked-after", child),
          CARE_LEAVER,
          child -> died(child) && CARE_STATUS.is("care-leaver", child));

  private final CaseFacts facts;

  NotificationFits(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "notificationFits";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    String nature = NOTIFICATION_NATURE.in(answers);
    boolean inCare = IN_CARE.contains(nature);
    String decided = facts.text(caseReference, OUTCOME).orElse("");
    Map<String, String> problems = new LinkedHashMap<>();
    if (decided.equals("notify-without-review") && !inCare) {
      problems.put(
          NOTIFICATION_NATURE.key(),
          "it was decided to notify the death of a looked-after child or a care leaver; choose"
              + " which of the two it is");
    } else if (decided.equals("notifiable") && nature.equals(CARE_LEAVER)) {
      problems.put(
          NOTIFICATION_NATURE.key(),
          "a rapid review was decided, and the death of a care leaver leads to none; for a child"
              + " under 18 choose the death of a child");
    } else if (CHILDREN.in(answers).stream()
        .noneMatch(ONE_CHILD.getOrDefault(nature, child -> true))) {
      problems.put(
          NOTIFICATION_NATURE.key(),
          "no child below has the outcome and care status that this says");
    }
    if (ABUSE_OR_NEGLECT.is("not-suspected", answers) && !inCare) {
      problems.put(
          ABUSE_OR_NEGLECT.key(),
          "without known or suspected abuse or neglect, only the death of a looked-after child or"
              + " a care leaver is notified");
    }
    return problems;
  }

  private static boolean died(Map<String, Object> child) {
    return CHILD_OUTCOME.is("died", child);
  }
}
