package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.CHECK_FACTS;
import static org.practicereview.report.ReportQuestions.COMMENT_FROM;
import static org.practicereview.report.ReportQuestions.COMMENT_KIND;
import static org.practicereview.report.ReportQuestions.COMMENT_NUMBER;
import static org.practicereview.report.ReportQuestions.COMMENT_PLACE;
import static org.practicereview.report.ReportQuestions.COMMENT_TEXT;
import static org.practicereview.report.ReportQuestions.FACT_COMMENT;
import static org.practicereview.report.ReportQuestions.FACT_COMMENTS;
import static org.practicereview.report.ReportQuestions.FACT_EVIDENCE;
import static org.practicereview.report.ReportQuestions.FACT_KIND;
import static org.practicereview.report.ReportQuestions.FACT_PLACE;
import static org.practicereview.report.ReportQuestions.OPEN_FACTUAL_ACCURACY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** What agencies said when they checked the facts, each numbered, in the round that is open. */
@Component
class Comments {

  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  Comments(Answers answers, CaseFiles cases, Partnerships partnerships) {
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** The comments of the latest round as rows of the form that answers them. */
  List<Map<String, Object>> toAnswer(String caseReference) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (FormAnswers given : latestRound(caseReference)) {
      if (given.values().get(FACT_COMMENTS.key()) instanceof List<?> comments) {
        for (Object comment : comments) {
          if (comment instanceof Map<?, ?> cells) {
            rows.add(row(rows.size() + 1, partnership.agency(given.scope()).name(), cells));
          }
        }
      }
    }
    return rows;
  }

  /** One return for each agency, the last it gave, since the window was opened. */
  private List<FormAnswers> latestRound(String caseReference) {
    Map<String, FormAnswers> round = new LinkedHashMap<>();
    for (FormAnswers given : answers.of(caseReference)) {
      if (OPEN_FACTUAL_ACCURACY.is(given.form())) {
        round.clear();
      } else if (CHECK_FACTS.is(given.form())) {
        round.put(given.scope(), given);
      }
    }
    return List.copyOf(round.values());
  }

  private static Map<String, Object> row(int number, String agency, Map<?, ?> comment) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(COMMENT_NUMBER.key(), number);
    row.put(COMMENT_FROM.key(), agency);
    row.put(COMMENT_PLACE.key(), FACT_PLACE.in(comment));
    row.put(COMMENT_KIND.key(), FACT_KIND.in(comment));
    row.put(COMMENT_TEXT.key(), FACT_COMMENT.in(comment) + evidence(FACT_EVIDENCE.in(comment)));
    return row;
  }

  private static String evidence(String evidence) {
    return evidence.isEmpty() ? "" : "\n\nEvidence: " + evidence;
  }
}
