package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.REVIEW_MEETINGS;

import java.util.LinkedHashMap;
import java.util.Map;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** Dates that people have accepted change only where something really changes. */
@Component
class ChangedDates implements FormDemand {

  private final CaseFacts facts;

  ChangedDates(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "changedDates";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    if (MeetingsKept.nothingChanges(answers)) {
      return Map.of();
    }
    Map<String, Object> known = facts.of(caseReference);
    return MeetingsKept.meetings(known).equals(MeetingsKept.meetings(with(known, answers)))
        ? Map.of(REVIEW_MEETINGS.key(), "change at least one date, time or place")
        : Map.of();
  }

  /** What is known once the answers are given. */
  static Map<String, Object> with(Map<String, Object> known, Map<String, Object> answers) {
    Map<String, Object> wanted = new LinkedHashMap<>(known);
    wanted.putAll(answers);
    return wanted;
  }
}
