package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.DUPLICATE_OF;
import static org.practicereview.casefile.CaseFileQuestions.LIKELY_DUPLICATES;
import static org.practicereview.casefile.CaseFileQuestions.REFERRAL_ACCEPTED;
import static org.practicereview.casefile.CaseFileQuestions.REFERRAL_RECEIVED_ON;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.ReferredChildren.Likely;
import org.practicereview.forms.FormDemand;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/**
 * Shows at screening which other referrals are likely to be about the same ({@code
 * likelyDuplicates}), and holds to it that a referral is closed as a duplicate of a case that there
 * is. Only the forms of screening ask, and who screens and confirms knows the child.
 */
@Component
class KnownReferrals implements MoreFacts, FormDemand {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final ReferredChildren children;
  private final CaseFiles cases;
  private final CaseFacts facts;

  KnownReferrals(ReferredChildren children, CaseFiles cases, CaseFacts facts) {
    this.children = children;
    this.cases = cases;
    this.facts = facts;
  }

  @Override
  public Set<String> keys() {
    return Set.of(LIKELY_DUPLICATES.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()
        || !cases.get(caseReference).isOpen()
        || REFERRAL_ACCEPTED.in(facts.of(caseReference))) {
      return Map.of();
    }
    List<Likely> likely = children.like(caseReference);
    return likely.isEmpty()
        ? Map.of()
        : Map.of(
            LIKELY_DUPLICATES.key(),
            likely.stream().map(this::line).collect(Collectors.joining("\n")));
  }

  private String line(Likely likely) {
    CaseFile other = cases.get(likely.caseReference());
    return "%s%s, %s: %s"
        .formatted(
            other.reference(),
            facts
                .date(other.reference(), REFERRAL_RECEIVED_ON)
                .map(day -> ", referred on " + DAY.format(day))
                .orElse(""),
            other.isOpen() ? "open" : "closed",
            likely.likeness());
  }

  @Override
  public String name() {
    return "knownReferral";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    if (!(answers.get(DUPLICATE_OF.key()) instanceof String typed) || typed.isBlank()) {
      return Map.of();
    }
    String other = ReferredChildren.reference(typed);
    if (other.equals(caseReference)) {
      return Map.of(
          DUPLICATE_OF.key(), "this is the case itself; enter the reference of the other one");
    }
    if (!cases.exists(other)
        || !cases.get(other).partnership().equals(cases.get(caseReference).partnership())) {
      return Map.of(DUPLICATE_OF.key(), "your partnership has no case with this reference");
    }
    return children
        .duplicateOf(other)
        .map(
            first ->
                Map.of(
                    DUPLICATE_OF.key(),
                    other + " is itself a duplicate of " + first + "; enter that"))
        .orElse(Map.of());
  }
}
