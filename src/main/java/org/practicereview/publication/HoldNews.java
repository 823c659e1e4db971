package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.CHILD_CONTACTS;
import static org.practicereview.publication.PublicationQuestions.PUBLISHED_ON;

import java.util.List;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;
import org.springframework.stereotype.Component;

/**
 * Who has to hear of a hold: those who were told a day hear that publication waits, and those who
 * heard that hear when it need not wait any longer.
 */
@Component
public class HoldNews {

  private static final String ON_HOLD = "publication/on-hold";
  private static final String LIFTED = "publication/hold-lifted";

  private final PublicationGate gate;
  private final ToldTheDay told;
  private final FamilyReading family;
  private final CaseFacts facts;
  private final Letters letters;

  HoldNews(
      PublicationGate gate,
      ToldTheDay told,
      FamilyReading family,
      CaseFacts facts,
      Letters letters) {
    this.gate = gate;
    this.told = told;
    this.family = family;
    this.facts = facts;
    this.letters = letters;
  }

  /** Whether someone was told a day that a hold puts off, and has not heard of the hold. */
  public boolean holdToBeTold(String caseReference) {
    return isHeld(caseReference)
        && !heardOfHold(caseReference)
        && !isPublished(caseReference)
        && !told.of(caseReference).isEmpty();
  }

  /** Whether nothing holds publication any longer, and those who heard of the hold do not know. */
  public boolean liftingToBeTold(String caseReference) {
    return !isHeld(caseReference) && heardOfHold(caseReference);
  }

  /** Whether someone of the family, or a child, was told a day and still wants to hear from us. */
  public boolean familyToBeTold(String caseReference) {
    return told.includesAny(caseReference, "familyAddressees", family.toTell(caseReference))
        || told.includesAny(
            caseReference, CHILD_CONTACTS.key(), family.childrenToTell(caseReference));
  }

  /** Whether something holds publication. */
  public boolean isHeld(String caseReference) {
    return !gate.holds(caseReference).isEmpty();
  }

  private boolean isPublished(String caseReference) {
    return facts.date(caseReference, PUBLISHED_ON).isPresent();
  }

  /** The last that was said about holds is that there is one. */
  private boolean heardOfHold(String caseReference) {
    return letters.of(caseReference).stream()
        .filter(letter -> letter.state() != LetterState.DISCARDED)
        .map(Letter::template)
        .filter(List.of(ON_HOLD, LIFTED)::contains)
        .reduce((earlier, later) -> later)
        .filter(ON_HOLD::equals)
        .isPresent();
  }
}
