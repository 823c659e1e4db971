package org.practicereview.practitioners;

import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONERS;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONERS_KNOWN;

import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseFacts;
import org.springframework.stereotype.Component;

/** The practitioners and managers whom an agency has named. */
@Component
public class NamedPractitioners {

  private final CaseFacts facts;

  NamedPractitioners(CaseFacts facts) {
    this.facts = facts;
  }

  /** Whom an agency named last; no one where it found that none worked with the family. */
  public List<Map<?, ?>> of(String caseReference, String agency) {
    Map<String, Object> known = facts.of(caseReference, agency);
    if ("false".equals(String.valueOf(known.get(PRACTITIONERS_KNOWN.key())))) {
      return List.of();
    }
    return PRACTITIONERS.in(known).stream().<Map<?, ?>>map(row -> row).toList();
  }
}
