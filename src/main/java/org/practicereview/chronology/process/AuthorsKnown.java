package org.practicereview.chronology.process;

import static org.practicereview.chronology.ChronologyQuestions.AGENCY_COMMITMENTS;
import static org.practicereview.chronology.ChronologyQuestions.AUTHOR_MEETING_AGENCY;
import static org.practicereview.chronology.ChronologyQuestions.AUTHOR_MEETING_ATTENDANCE;
import static org.practicereview.chronology.ChronologyQuestions.AUTHOR_MEETING_ROLE;
import static org.practicereview.chronology.ChronologyQuestions.CHRONOLOGY_AUTHOR_ROLE;
import static org.practicereview.chronology.ChronologyQuestions.COMMITMENT_AGENCY;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * Who writes the chronologies, as far as it was said before: the role that the senior manager of an
 * agency named, for that agency; and a row for each agency at the meeting of the authors.
 */
@Component
class AuthorsKnown implements MoreFacts {

  private final CaseAgencies agencies;
  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Partnerships partnerships;

  AuthorsKnown(CaseAgencies agencies, CaseFiles cases, CaseFacts facts, Partnerships partnerships) {
    this.agencies = agencies;
    this.cases = cases;
    this.facts = facts;
    this.partnerships = partnerships;
  }

  @Override
  public Set<String> keys() {
    return Set.of(CHRONOLOGY_AUTHOR_ROLE.key(), AUTHOR_MEETING_ATTENDANCE.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    Map<String, Object> known = facts.of(caseReference, scope);
    if (!scope.isEmpty()) {
      return CHRONOLOGY_AUTHOR_ROLE.isAnsweredIn(known)
          ? Map.of()
          : named(known, partnership.agencyName(scope))
              .<Map<String, Object>>map(role -> Map.of(CHRONOLOGY_AUTHOR_ROLE.key(), role))
              .orElse(Map.of());
    }
    List<Map<String, String>> rows =
        agencies.of(caseReference).stream()
            .filter(CaseAgency::isInvolved)
            .map(agency -> row(agency, partnership))
            .toList();
    return rows.isEmpty() || AUTHOR_MEETING_ATTENDANCE.isAnsweredIn(known)
        ? Map.of()
        : Map.of(AUTHOR_MEETING_ATTENDANCE.key(), rows);
  }

  private Map<String, String> row(CaseAgency agency, Partnership partnership) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put(AUTHOR_MEETING_AGENCY.key(), partnership.agencyName(agency.agency()));
    String role = CHRONOLOGY_AUTHOR_ROLE.in(facts.of(agency.caseReference(), agency.agency()));
    if (!role.isBlank()) {
      row.put(AUTHOR_MEETING_ROLE.key(), role);
    }
    return row;
  }

  /** The role that was recorded for an agency when the senior managers had answered. */
  private static Optional<String> named(Map<String, Object> known, String agency) {
    return AGENCY_COMMITMENTS.in(known).stream()
        .filter(row -> COMMITMENT_AGENCY.is(agency, row))
        .map(CHRONOLOGY_AUTHOR_ROLE::in)
        .filter(role -> !role.isBlank())
        .findFirst();
  }
}
