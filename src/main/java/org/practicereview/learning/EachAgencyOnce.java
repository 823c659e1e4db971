package org.practicereview.learning;

import static org.practicereview.learning.LearningQuestions.COMMISSIONED_AGENCIES;
import static org.practicereview.learning.LearningQuestions.COMMISSIONED_AGENCY;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** Each agency gets one letter with all that it is asked to do in an alternative review. */
@Component
class EachAgencyOnce implements FormDemand {

  @Override
  public String name() {
    return "eachAgencyOnce";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Map<String, String> problems = new LinkedHashMap<>();
    Set<String> met = new HashSet<>();
    List<Map<String, Object>> rows = COMMISSIONED_AGENCIES.in(answers);
    for (int i = 0; i < rows.size(); i++) {
      if (!met.add(COMMISSIONED_AGENCY.in(rows.get(i)))) {
        problems.put(
            COMMISSIONED_AGENCIES.at(i, COMMISSIONED_AGENCY),
            "this agency stands here twice; write all that it is asked to do in one row");
      }
    }
    return problems;
  }
}
