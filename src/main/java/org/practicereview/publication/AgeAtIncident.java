package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.CHILDREN;
import static org.practicereview.publication.PublicationQuestions.CHILD_BORN_ON;
import static org.practicereview.publication.PublicationQuestions.INCIDENT_ON;
import static org.practicereview.publication.PublicationQuestions.NSPCC_AGE_GROUP;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/**
 * The age group under which the NSPCC keeps the report: of the child at the day of the incident, in
 * full years. Where a case is about several children, a person chooses.
 */
@Component
class AgeAtIncident implements MoreFacts {

  private final CaseFacts facts;

  AgeAtIncident(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public Set<String> keys() {
    return Set.of(NSPCC_AGE_GROUP.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    Map<String, Object> known = caseReference.isEmpty() ? Map.of() : facts.of(caseReference);
    Optional<LocalDate> incident = INCIDENT_ON.in(known);
    if (incident.isEmpty() || NSPCC_AGE_GROUP.isAnsweredIn(known)) {
      return Map.of();
    }
    return born(known)
        .filter(day -> !day.isAfter(incident.get()))
        .flatMap(day -> group(Period.between(day, incident.get()).getYears()))
        .<Map<String, Object>>map(group -> Map.of(NSPCC_AGE_GROUP.key(), group))
        .orElse(Map.of());
  }

  private static Optional<LocalDate> born(Map<String, Object> known) {
    List<Map<String, Object>> children = CHILDREN.in(known);
    return children.size() > 1
        ? Optional.empty()
        : children.stream()
            .findFirst()
            .flatMap(CHILD_BORN_ON::in)
            .or(() -> CHILD_BORN_ON.in(known));
  }

  private static Optional<String> group(int years) {
    if (years < 1) {
      return Optional.of("Under 1");
    }
    if (years <= 5) {
      return Optional.of("1 to 5");
    }
    if (years <= 10) {
      return Optional.of("6 to 10");
    }
    if (years <= 15) {
      return Optional.of("11 to 15");
    }
    return years <= 17 ? Optional.of("16 to 17") : Optional.empty();
  }
}
