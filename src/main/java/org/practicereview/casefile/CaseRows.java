package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.NOTIFICATION_REFERENCE;
import static org.practicereview.casefile.CaseFileQuestions.PSEUDONYM;

import java.sql.Types;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what lists show of a case, so that no list has to read all its answers. */
@Component
class CaseRows {

  private static final int LONGEST = 200;

  /** Facts that a list shows. */
  private static final Set<String> TELLING = Set.of(PSEUDONYM.key(), NOTIFICATION_REFERENCE.key());

  private final JdbcClient jdbc;
  private final CaseFacts facts;
  private final OlderCases older;

  CaseRows(JdbcClient jdbc, CaseFacts facts, OlderCases older) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.older = older;
  }

  /** Takes up what answers say, if lists show it. */
  @Transactional
  void note(String caseReference, Map<String, Object> answers) {
    if (answers.keySet().stream().anyMatch(TELLING::contains)) {
      keep(caseReference);
    }
  }

  /** Cases from before this was kept are taken up when the service starts. */
  @EventListener(ApplicationReadyEvent.class)
  void takeUpOlderCases() {
    older.takeUp(
        jdbc.sql(
                """
                select distinct a.case_reference from review.form_answers a where a.form in
                  ('choose-pseudonym', 'submit-notification') and not exists (
                  select 1 from review.case_row r where r.case_reference = a.case_reference)""")
            .query(String.class)
            .list(),
        "The pseudonym and the reference of the notification",
        this::keep);
  }

  private void keep(String caseReference) {
    if (write(
            """
            update review.case_row set pseudonym = :chosen, notification_reference = :sin
            where case_reference = :case""",
            caseReference)
        == 0) {
      write("insert into review.case_row values (:case, :chosen, :sin)", caseReference);
    }
  }

  private int write(String sql, String caseReference) {
    return jdbc.sql(sql)
        .param("case", caseReference)
        .param("chosen", cut(facts.text(caseReference, PSEUDONYM).orElse(null)), Types.VARCHAR)
        .param(
            "sin",
            cut(facts.text(caseReference, NOTIFICATION_REFERENCE).orElse(null)),
            Types.VARCHAR)
        .update();
  }

  private static String cut(String text) {
    return text != null && text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
