package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.AGREE_NOT_READ;
import static org.practicereview.publication.PublicationQuestions.CHILDREN_TOLD;
import static org.practicereview.publication.PublicationQuestions.CHILD_CONTACTS;
import static org.practicereview.publication.PublicationQuestions.CHILD_CONTACT_ID;
import static org.practicereview.publication.PublicationQuestions.DECIDE_PUBLICATION;
import static org.practicereview.publication.PublicationQuestions.FAMILY_CONTACTS;
import static org.practicereview.publication.PublicationQuestions.FAMILY_CONTACT_ID;
import static org.practicereview.publication.PublicationQuestions.FAMILY_CONTACT_NAME;
import static org.practicereview.publication.PublicationQuestions.FAMILY_NOT_TOLD;
import static org.practicereview.publication.PublicationQuestions.FAMILY_READING_CLOSED;
import static org.practicereview.publication.PublicationQuestions.FAMILY_TOLD_OF_DAY;
import static org.practicereview.publication.PublicationQuestions.FAMILY_WHO_COULD_NOT;
import static org.practicereview.publication.PublicationQuestions.NOT_READ_AGREED;
import static org.practicereview.publication.PublicationQuestions.RECORD_FAMILY_READING;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.casefile.Seals;
import org.practicereview.forms.FormName;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Service;

/**
 * The family always sees the final report: before it is published, or before it is sealed, because
 * afterwards no one can. Where someone has not, and did want to, a second person in another role
 * has agreed why.
 */
@Service
public class FamilyReading implements MoreFacts {

  private static final String CLOSED =
      "The report is sealed: no one can read it any more. Tell the family what is published, and"
          + " when.";

  private final CaseFacts facts;
  private final Answers answers;
  private final Seals seals;

  FamilyReading(CaseFacts facts, Answers answers, Seals seals) {
    this.facts = facts;
    this.answers = answers;
    this.seals = seals;
  }

  /** The codes of those of the family who did not ask to be left alone. */
  public List<String> toTell(String caseReference) {
    Map<String, Object> known = facts.of(caseReference);
    List<String> left = FAMILY_NOT_TOLD.in(known);
    return FAMILY_CONTACTS.in(known).stream()
        .map(FAMILY_CONTACT_ID::in)
        .filter(code -> !left.contains(code))
        .toList();
  }

  /** The codes of the children to whom a letter of their own was promised. */
  public List<String> childrenToTell(String caseReference) {
    Map<String, Object> known = facts.of(caseReference);
    List<String> chosen = CHILDREN_TOLD.in(known);
    return CHILD_CONTACTS.in(known).stream()
        .map(CHILD_CONTACT_ID::in)
        .filter(chosen::contains)
        .toList();
  }

  /** Whether the report can still be read by anyone. */
  public boolean isOpen(String caseReference) {
    return !seals.isSealed(caseReference);
  }

  /**
   * Whether everyone of the family knows, and has read the report or did not want to. That someone
   * asked not to be told is looked at by a second person like any other reason.
   */
  public boolean isComplete(String caseReference) {
    boolean everyone =
        !isOpen(caseReference)
            || isFamilyKnown(caseReference)
                && FAMILY_NOT_TOLD.in(facts.of(caseReference)).isEmpty();
    return everyone
        && answers
            .latest(caseReference, RECORD_FAMILY_READING.id(), "")
            .map(FormAnswers::values)
            .filter(record -> FAMILY_TOLD_OF_DAY.is("yes", record))
            .filter(record -> FAMILY_WHO_COULD_NOT.in(record).isEmpty())
            .isPresent();
  }

  /**
   * Whether the family has had its reading since it was decided not to publish, or two people have
   * agreed why not.
   */
  public boolean isSettledSinceDecision(String caseReference) {
    List<FormAnswers> given = answers.of(caseReference);
    int recorded = last(given, RECORD_FAMILY_READING);
    if (recorded < 0 || recorded < last(given, DECIDE_PUBLICATION)) {
      return false;
    }
    int agreed = last(given, AGREE_NOT_READ);
    return isComplete(caseReference)
        || agreed > recorded && NOT_READ_AGREED.in(given.get(agreed).values());
  }

  private static int last(List<FormAnswers> given, FormName form) {
    for (int i = given.size() - 1; i >= 0; i--) {
      if (given.get(i).form().equals(form.id())) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the case file knows anyone of the family. */
  public boolean isFamilyKnown(String caseReference) {
    return !FAMILY_CONTACTS.in(facts.of(caseReference)).isEmpty();
  }

  @Override
  public Set<String> keys() {
    return Set.of("familyToTellChoices", FAMILY_READING_CLOSED.key());
  }

  /** For the forms about the reading: who is told, and that a sealed report cannot be read. */
  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty() || !scope.isEmpty()) {
      return Map.of();
    }
    List<String> toTell = toTell(caseReference);
    List<Map<String, Object>> choices =
        FAMILY_CONTACTS.in(facts.of(caseReference)).stream()
            .filter(row -> toTell.contains(FAMILY_CONTACT_ID.in(row)))
            .map(
                row ->
                    Map.<String, Object>of(
                        "value",
                        FAMILY_CONTACT_ID.in(row),
                        "label",
                        FAMILY_CONTACT_ID.in(row) + ", " + FAMILY_CONTACT_NAME.in(row)))
            .toList();
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("familyToTellChoices", choices);
    if (!isOpen(caseReference)) {
      known.put(FAMILY_READING_CLOSED.key(), CLOSED);
    }
    return known;
  }
}
