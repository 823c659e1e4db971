package org.practicereview.agencies;

import static org.practicereview.agencies.AgencyQuestions.SIGNED_OFF_ON;
import static org.practicereview.agencies.AgencyQuestions.VIEW_GIVEN_ON;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.MoreFacts;
import org.practicereview.forms.Question;
import org.springframework.stereotype.Component;

/**
 * The day on which the last of the three safeguarding partners gave a view or signed off, so that
 * nothing is dated before it.
 */
@Component
class PartnersDates implements MoreFacts {

  private static final List<String> PARTNERS = List.of("local-authority", "police", "health");

  private final CaseFacts facts;

  PartnersDates(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public Set<String> keys() {
    return Set.of("viewsGivenOn", "partnersSignedOffOn");
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> dates = new HashMap<>();
    if (!caseReference.isEmpty()) {
      last(caseReference, VIEW_GIVEN_ON)
          .ifPresent(day -> dates.put("viewsGivenOn", day.toString()));
      last(caseReference, SIGNED_OFF_ON)
          .ifPresent(day -> dates.put("partnersSignedOffOn", day.toString()));
    }
    return dates;
  }

  private Optional<LocalDate> last(String caseReference, Question<Optional<LocalDate>> question) {
    return PARTNERS.stream()
        .flatMap(
            partner ->
                facts.date(caseReference, CaseRecords.PARTNER + partner, question.key()).stream())
        .max(Comparator.naturalOrder());
  }
}
