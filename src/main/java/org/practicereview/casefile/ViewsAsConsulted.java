package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.GIVE_VIEW;
import static org.practicereview.casefile.CaseFileQuestions.HEALTH_CONSULTED;
import static org.practicereview.casefile.CaseFileQuestions.HEALTH_CONSULTED_ON;
import static org.practicereview.casefile.CaseFileQuestions.NEW_FACTS_KNOWN_ON;
import static org.practicereview.casefile.CaseFileQuestions.NOTIFIABLE_VIEW;
import static org.practicereview.casefile.CaseFileQuestions.POLICE_CONSULTED;
import static org.practicereview.casefile.CaseFileQuestions.POLICE_CONSULTED_ON;
import static org.practicereview.casefile.CaseFileQuestions.VIEW_GIVEN_ON;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.MoreFacts;
import org.practicereview.forms.Question;
import org.springframework.stereotype.Component;

/**
 * Before the local authority notifies it asks police and health. Both have given a view on the
 * referral; the form that records the consultation opens with it and its day. A view from before
 * new facts were known says nothing of them.
 */
@Component
class ViewsAsConsulted implements MoreFacts {

  private final Answers answers;
  private final CaseFacts facts;

  ViewsAsConsulted(Answers answers, CaseFacts facts) {
    this.answers = answers;
    this.facts = facts;
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        POLICE_CONSULTED.key(),
        POLICE_CONSULTED_ON.key(),
        HEALTH_CONSULTED.key(),
        HEALTH_CONSULTED_ON.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> known = new LinkedHashMap<>();
    if (!caseReference.isEmpty()) {
      consulted(caseReference, "police", POLICE_CONSULTED, POLICE_CONSULTED_ON, known);
      consulted(caseReference, "health", HEALTH_CONSULTED, HEALTH_CONSULTED_ON, known);
    }
    return known;
  }

  private void consulted(
      String caseReference,
      String partner,
      Question<String> said,
      Question<Optional<LocalDate>> saidOn,
      Map<String, Object> known) {
    String newFacts = Objects.toString(facts.of(caseReference).get(NEW_FACTS_KNOWN_ON.key()), "");
    answers
        .latest(caseReference, GIVE_VIEW.id(), CaseRecords.partnerScope(partner))
        .ifPresent(
            view -> {
              String on = VIEW_GIVEN_ON.in(view.values()).map(LocalDate::toString).orElse("");
              Optional<String> agreed = agreed(NOTIFIABLE_VIEW.in(view.values()));
              if (agreed.isPresent() && on.compareTo(newFacts) >= 0) {
                known.put(said.key(), agreed.get());
                known.put(saidOn.key(), on);
              }
            });
  }

  /** An alternative review is no answer to whether the incident is notified. */
  private static Optional<String> agreed(String view) {
    return switch (view) {
      case "notifiable", "notify-without-review" -> Optional.of("agree");
      case "not-notifiable" -> Optional.of("disagree");
      default -> Optional.empty();
    };
  }
}
