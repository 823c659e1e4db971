package org.practicereview.register;

import static org.practicereview.register.RegisterQuestions.PUBLICATION_HOLD_NOW;
import static org.practicereview.register.RegisterQuestions.PUBLICATION_HOLD_REASONS;

import java.util.Map;
import java.util.Set;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/**
 * Tells the forms about proceedings whether these hold publication now ({@code publicationHoldNow},
 * {@code yes} or {@code no}), and why ({@code publicationHoldReasons}).
 */
@Component
class HoldFacts implements MoreFacts {

  private static final String PROCEEDINGS = "parallel-proceedings";

  private final Matters matters;
  private final ParallelProceedings proceedings;

  HoldFacts(Matters matters, ParallelProceedings proceedings) {
    this.matters = matters;
    this.proceedings = proceedings;
  }

  @Override
  public Set<String> keys() {
    return Set.of(PUBLICATION_HOLD_NOW.key(), PUBLICATION_HOLD_REASONS.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (!isProceedings(caseReference, scope)) {
      return Map.of();
    }
    return proceedings
        .reasons(caseReference, scope)
        .map(
            reasons ->
                Map.<String, Object>of(
                    PUBLICATION_HOLD_NOW.key(), "yes", PUBLICATION_HOLD_REASONS.key(), reasons))
        .orElse(
            Map.of(
                PUBLICATION_HOLD_NOW.key(),
                proceedings.holds(caseReference, scope) ? "yes" : "no"));
  }

  private boolean isProceedings(String caseReference, String scope) {
    return !scope.isEmpty()
        && matters.of(caseReference).stream()
            .anyMatch(matter -> matter.scope().equals(scope) && matter.kind().equals(PROCEEDINGS));
  }
}
