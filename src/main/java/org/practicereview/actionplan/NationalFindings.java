package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.CONSIDERED_FINDINGS;
import static org.practicereview.actionplan.PlanQuestions.FINDING_TEXT;
import static org.practicereview.actionplan.PlanQuestions.FINDING_VIEW;
import static org.practicereview.actionplan.PlanQuestions.NATIONAL_FINDINGS;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_NUMBER;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_TEXT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseFacts;
import org.springframework.stereotype.Service;

/** What a national review found, and what the sub-group says of each finding. */
@Service
public class NationalFindings {

  private final CaseFacts facts;

  NationalFindings(CaseFacts facts) {
    this.facts = facts;
  }

  /** The findings in the order in which they were recorded; empty while there are none. */
  public List<String> recorded(String caseReference) {
    return NATIONAL_FINDINGS.in(facts.of(caseReference)).stream().map(FINDING_TEXT::in).toList();
  }

  /** A row for each finding to be considered, with what was said of it before, if anything. */
  public List<Map<String, Object>> toConsider(String caseReference) {
    Map<String, Map<String, Object>> before = new HashMap<>();
    CONSIDERED_FINDINGS
        .in(facts.of(caseReference))
        .forEach(row -> before.put(FINDING_TEXT.in(row), row));
    return recorded(caseReference).stream()
        .map(text -> before.getOrDefault(text, Map.of(FINDING_TEXT.key(), text)))
        .toList();
  }

  /** The findings that need an action here, as recommendations {@code N1}, {@code N2} and so on. */
  public List<Map<String, Object>> toActOn(String caseReference) {
    List<Map<String, Object>> found = new ArrayList<>();
    int number = 0;
    for (Map<String, Object> row : CONSIDERED_FINDINGS.in(facts.of(caseReference))) {
      number++;
      if (FINDING_VIEW.is("act", row)) {
        found.add(
            Map.of(
                RECOMMENDATION_NUMBER.key(),
                "N" + number,
                RECOMMENDATION_TEXT.key(),
                FINDING_TEXT.in(row)));
      }
    }
    return found;
  }
}
