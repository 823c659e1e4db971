package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.AGREED_MEDIA_STATEMENT;
import static org.practicereview.publication.PublicationQuestions.AGREED_PUBLICATION_ON;
import static org.practicereview.publication.PublicationQuestions.AGREE_PUBLICATION_CHANGE;
import static org.practicereview.publication.PublicationQuestions.DECIDE_SIGN_OFF;
import static org.practicereview.publication.PublicationQuestions.MEDIA_STATEMENT;
import static org.practicereview.publication.PublicationQuestions.PLAN_PUBLICATION;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_CHANGE_AGREED;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_PLANNED_ON;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * The day of publication and the media statement that the executive agreed together. Where a
 * partnership asks for a media statement, a plan that departs from either goes back to the
 * executive.
 */
@Component
public class AgreedPublication implements MoreFacts {

  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  AgreedPublication(Answers answers, CaseFiles cases, Partnerships partnerships) {
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** Whether the plan departs from what the executive agreed, and has to go back there. */
  public boolean isChanged(String caseReference) {
    Told told = told(caseReference);
    return isJointlyAgreed(caseReference)
        && told.planned() != null
        && !told.planned().equals(told.agreed());
  }

  @Override
  public Set<String> keys() {
    return Set.of(AGREED_PUBLICATION_ON.key(), AGREED_MEDIA_STATEMENT.key());
  }

  /** What the executive agreed last, for the form that shows it beside the plan. */
  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (!caseReference.isEmpty() && isJointlyAgreed(caseReference)) {
      Terms agreed = told(caseReference).agreed();
      if (agreed != null) {
        agreed.on().ifPresent(on -> facts.put(AGREED_PUBLICATION_ON.key(), on.toString()));
        facts.put(AGREED_MEDIA_STATEMENT.key(), agreed.statement());
      }
    }
    return facts;
  }

  private boolean isJointlyAgreed(String caseReference) {
    return partnerships
        .get(cases.get(caseReference).partnership())
        .option("mediaStatementRequired");
  }

  private Told told(String caseReference) {
    Told told = new Told(null, null);
    for (FormAnswers given : answers.of(caseReference)) {
      if (DECIDE_SIGN_OFF.is(given.form())) {
        told = new Told(null, Terms.of(given.values()));
      } else if (PLAN_PUBLICATION.is(given.form())) {
        told = new Told(Terms.of(given.values()), told.agreed());
      } else if (AGREE_PUBLICATION_CHANGE.is(given.form())
          && PUBLICATION_CHANGE_AGREED.in(given.values())) {
        told = new Told(told.planned(), told.planned());
      }
    }
    return told;
  }

  /** The plan as it stands, and what was agreed. */
  private record Told(Terms planned, Terms agreed) {}

  private record Terms(Optional<LocalDate> on, String statement) {

    static Terms of(Map<String, Object> values) {
      return new Terms(PUBLICATION_PLANNED_ON.in(values), MEDIA_STATEMENT.in(values));
    }
  }
}
