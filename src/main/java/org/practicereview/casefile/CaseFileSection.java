package org.practicereview.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the case file itself shows: what was written, which documents there are, who is named. */
@Component
class CaseFileSection implements CaseSection {

  private static final String NOTIFICATION = "submit-notification";

  private final Answers answers;
  private final CaseFacts facts;
  private final Documents documents;
  private final CasePeople people;
  private final Seals seals;

  CaseFileSection(
      Answers answers, CaseFacts facts, Documents documents, CasePeople people, Seals seals) {
    this.answers = answers;
    this.facts = facts;
    this.documents = documents;
    this.people = people;
    this.seals = seals;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    String reference = view.reference();
    Map<String, Object> shown = new HashMap<>();
    shown.put("sealed", seals.of(reference).orElse(null));
    shown.put("pseudonym", facts.text(reference, "pseudonym").orElse(null));
    shown.put("reviewerNamed", facts.text(reference, "reviewerName").isPresent());
    shown.put("notified", answers.latest(reference, NOTIFICATION, "").isPresent());
    shown.put("answers", answers.of(reference).stream().filter(view.sight()::mayRead).toList());
    shown.put(
        "documents",
        documents.of(reference).stream()
            // Letters are listed with the letters.
            .filter(document -> !document.kind().startsWith("letter"))
            .filter(view.sight()::mayRead)
            .toList());
    shown.put("people", view.sight().identity() ? people.of(reference) : List.of());
    return shown;
  }
}
