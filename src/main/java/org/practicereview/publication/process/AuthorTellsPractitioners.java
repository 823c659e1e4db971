package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.COMPLETE_AGENCY_RETURN;
import static org.practicereview.publication.PublicationQuestions.PRACTITIONERS_TOLD_BY;

import java.util.Map;
import java.util.Optional;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * Practitioners who cannot read the report hear what it found from whoever wrote the return of
 * their agency for the rapid review; someone else has to say why (local practice).
 */
@Component
class AuthorTellsPractitioners implements FormDemand {

  private final Answers answers;
  private final EngineIdentity identity;

  AuthorTellsPractitioners(Answers answers, EngineIdentity identity) {
    this.answers = answers;
    this.identity = identity;
  }

  @Override
  public String name() {
    return "authorTellsPractitioners";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> given) {
    Optional<String> author =
        answers.latest(caseReference, COMPLETE_AGENCY_RETURN.id(), scope).map(FormAnswers::by);
    return PRACTITIONERS_TOLD_BY.is("author", given) && !author.equals(identity.user())
        ? Map.of(
            PRACTITIONERS_TOLD_BY.key(),
            "someone else wrote the return of your agency; leave this task to the author, or say"
                + " why the author could not do it")
        : Map.of();
  }
}
