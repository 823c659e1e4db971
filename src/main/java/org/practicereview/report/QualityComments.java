package org.practicereview.report;

import static org.practicereview.report.ReportQuestions.ANSWER_COMMENTS;
import static org.practicereview.report.ReportQuestions.CHECK_FACTS;
import static org.practicereview.report.ReportQuestions.COMMENT_ANSWERS;
import static org.practicereview.report.ReportQuestions.COMMENT_DECISION;
import static org.practicereview.report.ReportQuestions.COMMENT_FROM;
import static org.practicereview.report.ReportQuestions.COMMENT_KIND;
import static org.practicereview.report.ReportQuestions.COMMENT_PLACE;
import static org.practicereview.report.ReportQuestions.COMMENT_REPLY;
import static org.practicereview.report.ReportQuestions.COMMENT_TEXT;
import static org.practicereview.report.ReportQuestions.FACT_COMMENTS;
import static org.practicereview.report.ReportQuestions.FACT_KIND;
import static org.practicereview.report.ReportQuestions.OPEN_FACTUAL_ACCURACY;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Rounds;
import org.practicereview.forms.OptionWords;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Service;

/** What an agency has said of the quality of the report, and how it was answered. */
@Service
public class QualityComments {

  private static final String QUALITY = "quality";

  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final OptionWords options;

  QualityComments(
      Answers answers, CaseFiles cases, Partnerships partnerships, OptionWords options) {
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
    this.options = options;
  }

  /** The comments of an earlier draft that were answered last, as rows of the answers. */
  public List<Map<String, Object>> answered(String caseReference, String agency) {
    String name = partnerships.get(cases.get(caseReference).partnership()).agency(agency).name();
    return answers.of(caseReference).stream()
        .filter(given -> ANSWER_COMMENTS.is(given.form()))
        .map(
            given ->
                COMMENT_ANSWERS.in(given.values()).stream()
                    .filter(row -> COMMENT_KIND.is(QUALITY, row))
                    .filter(row -> COMMENT_FROM.is(name, row))
                    .toList())
        .filter(rows -> !rows.isEmpty())
        .reduce(List.of(), (earlier, later) -> later);
  }

  /** The same as lines, each with its answer; empty where there were none. */
  public String answeredInWords(String caseReference, String agency) {
    return answered(caseReference, agency).stream()
        .map(
            row ->
                "%s: %s\nAnswer (%s): %s"
                    .formatted(
                        COMMENT_PLACE.in(row),
                        COMMENT_TEXT.in(row),
                        options.inSentence(COMMENT_DECISION, COMMENT_DECISION.in(row)),
                        COMMENT_REPLY.in(row)))
        .collect(Collectors.joining("\n\n"));
  }

  /** Whether one stands that was made in the check that is open, and waits for its answer. */
  boolean isWaiting(String caseReference, String agency) {
    return Rounds.latest(answers.of(caseReference), OPEN_FACTUAL_ACCURACY, ANSWER_COMMENTS).stream()
        .filter(given -> CHECK_FACTS.is(given.form()) && given.scope().equals(agency))
        .flatMap(given -> FACT_COMMENTS.in(given.values()).stream())
        .anyMatch(row -> FACT_KIND.is(QUALITY, row));
  }
}
