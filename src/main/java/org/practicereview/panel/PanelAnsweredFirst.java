package org.practicereview.panel;

import static org.practicereview.panel.PanelQuestions.PANEL_PREFERS_LOCAL_REVIEW;
import static org.practicereview.panel.PanelQuestions.PANEL_RESPONSE;

import java.util.Map;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * That the Panel finds a local review more appropriate is a criterion only once the Panel has
 * answered (SI 2018/789, regulation 11).
 */
@Component
class PanelAnsweredFirst implements FormDemand {

  private final CaseFacts facts;

  PanelAnsweredFirst(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "panelAnsweredFirst";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Map<String, Object> known = facts.of(caseReference);
    boolean early =
        PANEL_PREFERS_LOCAL_REVIEW.is("yes", answers)
            && (!PANEL_RESPONSE.isAnsweredIn(known) || PANEL_RESPONSE.is("no-response", known));
    return early
        ? Map.of(
            PANEL_PREFERS_LOCAL_REVIEW.key(),
            "cannot be Yes before the answer of the Panel is recorded; choose No")
        : Map.of();
  }
}
