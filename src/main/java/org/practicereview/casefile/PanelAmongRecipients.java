package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.RECIPIENTS;

import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * A notification that the national Panel does not have was not made (Children Act 2004, s.16C). The
 * one submission reaches Ofsted and the Department for Education too.
 */
@Component
class PanelAmongRecipients implements FormDemand {

  @Override
  public String name() {
    return "panelAmongRecipients";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    List<String> have = RECIPIENTS.in(answers);
    if (!have.contains("panel")) {
      return Map.of(
          RECIPIENTS.key(),
          "without the Panel there is no notification; submit it on the national system first,"
              + " then record it here");
    }
    return have.containsAll(List.of("ofsted", "dfe"))
        ? Map.of()
        : Map.of(
            RECIPIENTS.key(),
            "the one submission goes to the Panel, Ofsted and the Department for Education; if one"
                + " of them does not have it, put that right first");
  }
}
