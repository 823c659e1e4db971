package org.practicereview.oversight;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.learning.NationalAnswer;
import org.practicereview.learning.NationalAnswer.Line;
import org.practicereview.learning.NationalAnswers;
import org.practicereview.oversight.YearlyReport.Table;
import org.practicereview.partnership.Partnership;
import org.springframework.stereotype.Component;

/**
 * The record of decisions and actions on the recommendations of national reviews, for the yearly
 * report. Source: Working Together 2023, chapter 2.
 */
@Component
class NationalTable {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final NationalAnswers answers;

  NationalTable(NationalAnswers answers) {
    this.answers = answers;
  }

  /**
   * The reviews that were entered by the end of the year, and not answered in full before it began.
   */
  Table of(ReportYear year, Partnership partnership) {
    List<List<?>> rows = new ArrayList<>();
    for (NationalAnswer answer : answers.of(partnership.id())) {
      boolean ended = answer.closedOn() != null && answer.closedOn().isBefore(year.whole().from());
      if (!ended && !answer.review().enteredOn().isAfter(year.whole().to())) {
        answer.local().forEach(line -> rows.addAll(rows(answer, line, partnership)));
      }
    }
    return new Table(
        "National reviews",
        "What the recommendations to local partnerships mean here, and what was done.",
        List.of(
            "Review",
            "Published by",
            "Recommendation",
            "What it means here",
            "Why",
            "Action",
            "Led by",
            "Due",
            "State",
            "What difference it made to children"),
        rows);
  }

  private static List<List<?>> rows(NationalAnswer answer, Line line, Partnership partnership) {
    List<Object> head =
        List.of(
            answer.review().entry().title(),
            answer.review().entry().publisher() + ", " + DAY.format(answer.review().publishedOn()),
            line.recommendation().number() + ". " + line.recommendation().words(),
            line.view().isEmpty() ? "Not decided yet" : line.view(),
            line.reasons());
    if (line.actions().isEmpty()) {
      return List.of(with(head, List.of("None", "", "", "", "")));
    }
    return line.actions().stream()
        .<List<?>>map(action -> with(head, cells(action, partnership)))
        .toList();
  }

  private static List<Object> cells(PlannedAction action, Partnership partnership) {
    LocalDate due = action.dueOn();
    return List.of(
        action.text(),
        partnership.agencyName(action.leadAgency()),
        due == null ? "" : DAY.format(due),
        action.state().words(),
        action.impact().isBlank() ? "Not said" : action.impact());
  }

  private static List<Object> with(List<Object> head, List<Object> more) {
    List<Object> row = new ArrayList<>(head);
    row.addAll(more);
    return row;
  }
}
