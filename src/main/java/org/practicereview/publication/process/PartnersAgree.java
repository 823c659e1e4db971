package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.REPORT_CHANGE_AGREED;

import java.util.List;
import java.util.Map;
import org.practicereview.casefile.PartnersSaid;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** A change of the signed-off report is agreed by all three partners, or not at all. */
@Component
class PartnersAgree implements FormDemand {

  private final PartnersSaid said;

  PartnersAgree(PartnersSaid said) {
    this.said = said;
  }

  @Override
  public String name() {
    return "partnersAgree";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    List<String> against = said.againstChange(caseReference, scope);
    return against.isEmpty() || !REPORT_CHANGE_AGREED.in(answers)
        ? Map.of()
        : Map.of(
            REPORT_CHANGE_AGREED.key(),
            "a change needs all three partners; not in agreement: " + String.join(", ", against));
  }
}
