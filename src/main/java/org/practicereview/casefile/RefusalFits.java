package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.ABUSE_OR_NEGLECT;
import static org.practicereview.casefile.CaseFileQuestions.CARE_STATUS;
import static org.practicereview.casefile.CaseFileQuestions.DUPLICATE_OF;
import static org.practicereview.casefile.CaseFileQuestions.HARM;
import static org.practicereview.casefile.CaseFileQuestions.INCIDENT_PLACE_KIND;
import static org.practicereview.casefile.CaseFileQuestions.REFERRAL_ACCEPTED;

import java.util.Map;
import java.util.Set;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * What the law has notified is not refused at screening by those who say so themselves (Children
 * Act 2004, section 16C); only a duplicate of another case is.
 */
@Component
class RefusalFits implements FormDemand {

  @Override
  public String name() {
    return "refusalFits";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    boolean refused = REFERRAL_ACCEPTED.isAnsweredIn(answers) && !REFERRAL_ACCEPTED.in(answers);
    boolean suspected = Set.of("known", "suspected").contains(ABUSE_OR_NEGLECT.in(answers));
    boolean died = HARM.is("died", answers);
    boolean here = !INCIDENT_PLACE_KIND.is("elsewhere", answers);
    boolean child = !CARE_STATUS.is("care-leaver", answers);
    boolean incident = suspected && here && child && (died || HARM.is("seriously-harmed", answers));
    boolean inCare = died && !CARE_STATUS.is("neither", answers);
    return refused && DUPLICATE_OF.in(answers).isEmpty() && (incident || inCare)
        ? Map.of(
            REFERRAL_ACCEPTED.key(),
            inCare
                ? "the death of a looked-after child or a care leaver has to be notified, so the"
                    + " leads must see it"
                : "a child died or was seriously harmed, and abuse or neglect is known or"
                    + " suspected, so the leads must see it")
        : Map.of();
  }
}
