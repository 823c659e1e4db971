package org.practicereview.intake;

import java.util.List;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.GivenElsewhere;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.practicereview.report.Drafts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports of cases that were taken in after their report had been signed off. */
@Service
public class SignedReports {

  private static final String PDF = "application/pdf";

  private final JdbcClient jdbc;
  private final GivenElsewhere given;
  private final AuditTrail audit;

  SignedReports(JdbcClient jdbc, GivenElsewhere given, AuditTrail audit) {
    this.jdbc = jdbc;
    this.given = given;
    this.audit = audit;
  }

  /** References of the open cases of some partnerships whose report is still to be sent. */
  public List<String> missing(List<String> partnerships) {
    return partnerships.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select distinct f.reference from review.case_file f
                join review.form_answers a on a.case_reference = f.reference
                where f.state = 'open' and f.partnership in (:partnerships) and a.task = :task
                  and a.form = :form and not exists (select 1 from review.document d
                    where d.case_reference = f.reference and d.kind = :kind)
                order by f.reference""")
            .param("partnerships", partnerships)
            .param("task", TakeIn.TASK)
            .param("form", IntakeQuestions.DECIDE_SIGN_OFF.id())
            .param("kind", Drafts.FINAL)
            .query(String.class)
            .list();
  }

  /**
   * Files the report that was signed off before.
   *
   * @throws NotThere if no case of these partnerships waits for it
   * @throws Refused if it is no PDF, or may not come in
   */
  @Transactional
  public void file(
      String caseReference, List<String> partnerships, String name, byte[] report, String by) {
    if (!missing(partnerships).contains(caseReference)) {
      throw new NotThere("No case waits for this report");
    }
    Document filed = given.store(caseReference, Drafts.FINAL, name, report, by);
    if (!filed.mediaType().equals(PDF)) {
      throw new Refused("The report must be a PDF");
    }
    audit.record(
        caseReference,
        by,
        "The report that was signed off before the case was taken in was filed, SHA-256 %s."
            .formatted(filed.sha256()));
  }
}
