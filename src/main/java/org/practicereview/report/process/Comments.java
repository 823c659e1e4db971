package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.ANSWER_COMMENTS;
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
import static org.practicereview.report.ReportQuestions.QUALITY_CHANGED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.casefile.Rounds;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.report.QualityComments;
import org.springframework.stereotype.Component;

/**
 * What agencies said when they checked the facts, each numbered, since the comments were answered
 * last. A check that is opened again goes on with what was said before.
 */
@Component
class Comments {

  private static final String SAID_BEFORE = "\n\nSaid before: ";

  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final QualityComments quality;

  Comments(Answers answers, CaseFiles cases, Partnerships partnerships, QualityComments quality) {
    this.answers = answers;
    this.quality = quality;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** The comments that no one has answered yet, as rows of the form that answers them. */
  List<Map<String, Object>> toAnswer(String caseReference) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    List<Map<String, Object>> rows = new ArrayList<>();
    said(caseReference)
        .forEach(
            comment ->
                rows.add(
                    row(
                        rows.size() + 1,
                        partnership.agency(comment.agency()).name(),
                        comment.cells())));
    return rows;
  }

  /** What an agency has said already in the check that is open, as lines. */
  String saidBy(String caseReference, String agency) {
    return said(caseReference).stream()
        .filter(comment -> comment.agency().equals(agency))
        .map(comment -> FACT_PLACE.in(comment.cells()) + ": " + FACT_COMMENT.in(comment.cells()))
        .collect(Collectors.joining("\n"));
  }

  /** What an agency said of the quality of an earlier draft, with the answer, as lines. */
  String ofQualityBefore(String caseReference, String agency) {
    return partnerships.get(cases.get(caseReference).partnership()).agencies().stream()
            .anyMatch(known -> known.code().equals(agency))
        ? quality.answeredInWords(caseReference, agency)
        : "";
  }

  /** A comment that an agency makes again in the same words counts once. */
  private List<Comment> said(String caseReference) {
    return Rounds.latest(answers.of(caseReference), OPEN_FACTUAL_ACCURACY, ANSWER_COMMENTS).stream()
        .filter(given -> CHECK_FACTS.is(given.form()))
        .flatMap(
            given ->
                Stream.concat(
                        FACT_COMMENTS.in(given.values()).stream(),
                        stillMissing(caseReference, given))
                    .map(cells -> new Comment(given.scope(), cells)))
        .distinct()
        .toList();
  }

  /** What an agency says again of the quality: what it wrote before, and what has changed. */
  private Stream<Map<String, Object>> stillMissing(String caseReference, FormAnswers given) {
    String changed = QUALITY_CHANGED.in(given.values());
    return changed.isBlank()
        ? Stream.empty()
        : quality.answered(caseReference, given.scope()).stream()
            .limit(1)
            .map(
                before ->
                    Map.of(
                        FACT_PLACE.key(), COMMENT_PLACE.in(before),
                        FACT_KIND.key(), COMMENT_KIND.in(before),
                        FACT_COMMENT.key(),
                            changed
                                + SAID_BEFORE
                                + COMMENT_TEXT.in(before).split(SAID_BEFORE, 2)[0]));
  }

  private record Comment(String agency, Map<String, Object> cells) {}

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
