package org.practicereview.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.practicereview.audit.AuditTrail;
import org.practicereview.forms.ShippedForms;
import org.practicereview.partnership.Partnerships;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives tests of other modules the real case file on their own database. */
public record CaseFileParts(
    CaseFiles cases, Answers answers, CaseFacts facts, CaseAgencies agencies) {

  public static CaseFileParts on(
      JdbcClient jdbc, Partnerships partnerships, AuditTrail audit, Clock clock) {
    CaseFiles cases = new JdbcCaseFiles(jdbc, partnerships, audit, clock);
    Seals seals =
        new Seals(jdbc, new AskedQuestions(jdbc, new ShippedForms()), audit, event -> {}, clock);
    Answers answers = new JdbcAnswers(jdbc, seals, new ObjectMapper());
    return new CaseFileParts(
        cases,
        answers,
        new LatestAnswers(answers),
        new JdbcCaseAgencies(jdbc, cases, partnerships, audit, clock));
  }
}
