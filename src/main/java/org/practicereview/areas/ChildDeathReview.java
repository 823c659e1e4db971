package org.practicereview.areas;

import static org.practicereview.areas.AreaQuestions.DEATH_REVIEW_CONCERNED;
import static org.practicereview.areas.AreaQuestions.DEATH_REVIEW_MAILBOX;
import static org.practicereview.areas.AreaQuestions.DEATH_REVIEW_PANEL;
import static org.practicereview.areas.AreaQuestions.DEATH_REVIEW_REFERENCE;
import static org.practicereview.casefile.CaseFileQuestions.CHILDREN;
import static org.practicereview.casefile.CaseFileQuestions.CHILD_OUTCOME;
import static org.practicereview.casefile.CaseFileQuestions.NOTIFICATION_NATURE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Service;

/** The child death review partners of a case in which a child died. */
@Service
public class ChildDeathReview {

  private static final String NEWS = "notification/child-death-review";
  private static final List<String> DEATHS = List.of("child-death", "looked-after-death");

  private static final String PANEL = "child-death-overview-panel";

  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final CaseFacts facts;
  private final Letters letters;

  ChildDeathReview(CaseFiles cases, Partnerships partnerships, CaseFacts facts, Letters letters) {
    this.cases = cases;
    this.partnerships = partnerships;
    this.facts = facts;
    this.letters = letters;
  }

  /** The mailbox of the child death overview panel that the partnership's profile names, if any. */
  Optional<String> mailboxOfProfile(String caseReference) {
    return Optional.ofNullable(
        partnerships.get(cases.get(caseReference).partnership()).mailboxes().get(PANEL));
  }

  /** Whether the notification says that a child died; a care leaver is an adult. */
  public boolean childDied(String caseReference) {
    Map<String, Object> known = facts.of(caseReference);
    String nature = NOTIFICATION_NATURE.in(known);
    return DEATHS.contains(nature)
        || !nature.equals("care-leaver-death")
            && CHILDREN.in(known).stream().anyMatch(child -> CHILD_OUTCOME.is("died", child));
  }

  /** Whether the partners are recorded and were not told of the notification yet. */
  public boolean isToBeTold(String caseReference) {
    return partners(caseReference).isPresent() && told(caseReference).isEmpty();
  }

  /** Who they are, as the row of a recipient; empty where none are recorded. */
  Optional<Map<String, Object>> partners(String caseReference) {
    Map<String, Object> known = facts.of(caseReference);
    if (!DEATH_REVIEW_CONCERNED.in(known)) {
      return Optional.empty();
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("partnerName", DEATH_REVIEW_PANEL.in(known));
    row.put("partnerEmail", mailboxOfProfile(caseReference).orElse(DEATH_REVIEW_MAILBOX.in(known)));
    row.put(DEATH_REVIEW_REFERENCE.key(), DEATH_REVIEW_REFERENCE.in(known));
    return Optional.of(row);
  }

  Optional<Letter> told(String caseReference) {
    return letters.of(caseReference).stream()
        .filter(letter -> letter.template().equals(NEWS))
        .filter(letter -> letter.state() != LetterState.DISCARDED)
        .findFirst();
  }
}
