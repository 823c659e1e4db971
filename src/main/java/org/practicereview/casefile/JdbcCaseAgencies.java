package org.practicereview.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.practicereview.audit.AuditTrail;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnerships;
import org.practicereview.reading.OneLook;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcCaseAgencies implements CaseAgencies {

  private static final Map<ReturnState, String> SENTENCES =
      Map.of(
          ReturnState.OVERDUE,
          "%s has not returned its information in time.",
          ReturnState.NOT_INVOLVED,
          "%s answered that it was not involved.",
          ReturnState.RETURNED,
          "%s returned its information.",
          ReturnState.RETURNED_LATE,
          "%s returned its information late; it was added all the same.");

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final AuditTrail audit;
  private final Clock clock;

  JdbcCaseAgencies(
      JdbcClient jdbc, CaseFiles cases, Partnerships partnerships, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.partnerships = partnerships;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void ask(String caseReference, String agency, LocalDate askedOn, String by) {
    Agency known = agency(caseReference, agency);
    if (of(caseReference).stream().anyMatch(asked -> asked.agency().equals(agency))) {
      throw new Refused(known.name() + " has been asked in this case already");
    }
    jdbc.sql(
            """
            insert into review.case_agency (case_reference, agency, state, asked_on)
            values (?, ?, 'asked', ?)""")
        .params(caseReference, agency, askedOn)
        .update();
    audit.record(caseReference, by, known.name() + " was asked for information.");
  }

  @Override
  @Transactional
  public void askAgain(String caseReference, String agency, LocalDate askedOn, String by) {
    Agency known = agency(caseReference, agency);
    if (get(caseReference, agency).isInvolved()) {
      throw new Refused(
          known.name() + " has not answered that it was not involved, so it is not asked again");
    }
    jdbc.sql(
            """
            update review.case_agency
            set state = 'asked', asked_on = ?, due_on = null, answered_on = null
            where case_reference = ? and agency = ?""")
        .params(askedOn, caseReference, agency)
        .update();
    audit.record(
        caseReference,
        by,
        known.name()
            + " had answered that it was not involved. It is in the review again and was asked for"
            + " information.");
  }

  @Override
  @Transactional
  public void due(String caseReference, String agency, LocalDate dueOn) {
    jdbc.sql("update review.case_agency set due_on = ? where case_reference = ? and agency = ?")
        .params(dueOn, caseReference, agency)
        .update();
  }

  @Override
  @Transactional
  public void mark(String caseReference, String agency, ReturnState state, String by) {
    String sentence = SENTENCES.get(state);
    if (sentence == null) {
      throw new Refused("An agency's return cannot be \"" + state.code() + "\"");
    }
    LocalDate answeredOn = state == ReturnState.OVERDUE ? null : LocalDate.now(clock);
    int marked =
        jdbc.sql(
                """
                update review.case_agency set state = ?, answered_on = ?
                where case_reference = ? and agency = ?""")
            .params(state.code(), answeredOn, caseReference, agency)
            .update();
    Agency known = agency(caseReference, agency);
    if (marked == 0) {
      throw new Refused(known.name() + " was not asked in this case");
    }
    audit.record(caseReference, by, sentence.formatted(known.name()));
  }

  @Override
  public CaseAgency get(String caseReference, String agency) {
    return of(caseReference).stream()
        .filter(asked -> asked.agency().equals(agency))
        .findFirst()
        .orElseThrow(() -> new Refused(agency + " was not asked in " + caseReference));
  }

  @Override
  public List<CaseAgency> of(String caseReference) {
    return OneLook.at(
        "agencies of a case",
        caseReference,
        () ->
            jdbc.sql(
                    """
                    select * from review.case_agency where case_reference = ?
                    order by asked_on, agency""")
                .param(caseReference)
                .query(JdbcCaseAgencies::caseAgency)
                .list());
  }

  private Agency agency(String caseReference, String agency) {
    return partnerships.get(cases.get(caseReference).partnership()).agency(agency);
  }

  private static CaseAgency caseAgency(ResultSet row, int number) throws SQLException {
    return new CaseAgency(
        row.getString("case_reference"),
        row.getString("agency"),
        ReturnState.of(row.getString("state")),
        row.getObject("asked_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("answered_on", LocalDate.class));
  }
}
