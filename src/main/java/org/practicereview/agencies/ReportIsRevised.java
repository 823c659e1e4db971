package org.practicereview.agencies;

import static org.practicereview.agencies.AgencyQuestions.MORE_AGENCIES_NEEDED;

import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * A report that a partner sent back goes to the partners again, so it is there. Where agencies are
 * missing they are asked from the page of the case, which can be done at any time.
 */
@Component
class ReportIsRevised implements FormDemand {

  @Override
  public String name() {
    return "reportIsRevised";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    return MORE_AGENCIES_NEEDED.in(answers)
        ? Map.of(
            MORE_AGENCIES_NEEDED.key(),
            "the partners get the report again now; ask the agency from the page of the case, and"
                + " revise the report once it has answered")
        : Map.of();
  }
}
