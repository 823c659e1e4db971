package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.DUPLICATE_OF;
import static org.practicereview.casefile.CaseFileQuestions.PSEUDONYM;
import static org.practicereview.casefile.CaseFileQuestions.REVIEWER_NAME;
import static org.practicereview.casefile.CaseFileQuestions.SUBMIT_NOTIFICATION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.files.VirusScanner;
import org.springframework.stereotype.Component;

/** What the case file itself shows: which documents there are, who is named. */
@Component
class CaseFileSection implements CaseSection {

  private final Answers answers;
  private final CaseFacts facts;
  private final Documents documents;
  private final CasePeople people;
  private final Seals seals;
  private final ReferredChildren children;
  private final VirusScanner scanner;

  CaseFileSection(
      Answers answers,
      CaseFacts facts,
      Documents documents,
      CasePeople people,
      Seals seals,
      ReferredChildren children,
      VirusScanner scanner) {
    this.answers = answers;
    this.facts = facts;
    this.documents = documents;
    this.people = people;
    this.seals = seals;
    this.children = children;
    this.scanner = scanner;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    String reference = view.reference();
    Map<String, Object> shown = new HashMap<>();
    shown.put("sealed", seals.of(reference).orElse(null));
    shown.put(DUPLICATE_OF.key(), children.duplicateOf(reference).orElse(null));
    shown.put("duplicates", children.duplicatesOf(reference));
    shown.put(PSEUDONYM.key(), facts.text(reference, PSEUDONYM).orElse(null));
    shown.put("reviewerNamed", facts.text(reference, REVIEWER_NAME).isPresent());
    shown.put("notified", answers.latest(reference, SUBMIT_NOTIFICATION.id(), "").isPresent());
    shown.put(
        "documents",
        documents.of(reference).stream()
            // Letters are listed with the letters.
            .filter(document -> !document.kind().startsWith("letter"))
            .filter(view.sight()::mayRead)
            .toList());
    shown.put(
        "closedFiles",
        documents.of(reference).stream()
            .filter(Document::isInQuarantine)
            .filter(document -> view.sight().mayKnowOf(document))
            .toList());
    shown.put("filesUnscanned", scanner.isOff());
    shown.put("people", view.sight().identity() ? people.of(reference) : List.of());
    return shown;
  }
}
