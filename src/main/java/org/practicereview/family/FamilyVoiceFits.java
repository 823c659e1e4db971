package org.practicereview.family;

import static org.practicereview.family.InvitationQuestions.FAMILY_VOICE_READ_BACK;

import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** What is said about reading back fits with who takes part. */
@Component
class FamilyVoiceFits implements FormDemand {

  private final Invitations invitations;

  FamilyVoiceFits(Invitations invitations) {
    this.invitations = invitations;
  }

  @Override
  public String name() {
    return "familyVoiceFits";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    boolean noOne = FAMILY_VOICE_READ_BACK.is("nobody", answers);
    boolean takesPart =
        invitations.answered(caseReference).keySet().stream()
            .anyMatch(
                code ->
                    invitations.answer(caseReference, code).filter("accepts"::equals).isPresent());
    return noOne && takesPart
        ? Map.of(
            FAMILY_VOICE_READ_BACK.key(),
            "cannot be that no one took part: someone in the list above takes part")
        : Map.of();
  }
}
