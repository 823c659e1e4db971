package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.RECIPIENTS;

import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** A notification that the national Panel does not have was not made (Children Act 2004, s.16C). */
@Component
class PanelAmongRecipients implements FormDemand {

  @Override
  public String name() {
    return "panelAmongRecipients";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    return RECIPIENTS.in(answers).contains("panel")
        ? Map.of()
        : Map.of(
            RECIPIENTS.key(),
            "without the Panel there is no notification; submit it on the national system first,"
                + " then record it here");
  }
}
