package org.practicereview.intake;

import static org.practicereview.intake.Column.AWARE;
import static org.practicereview.intake.Column.BORN;
import static org.practicereview.intake.Column.DECIDED;
import static org.practicereview.intake.Column.DUE;
import static org.practicereview.intake.Column.INCIDENT;
import static org.practicereview.intake.Column.NOTIFIED;
import static org.practicereview.intake.Column.PLANNED;
import static org.practicereview.intake.Column.REPORT_SENT;
import static org.practicereview.intake.Column.SIGNED_OFF;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dates of one row: whether each exists, follows the one before, and fits the stage. */
final class RowDates {

  private static final Pattern IN_FIGURES =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?: 00:00(?::00)?)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]00:00(?::00)?)?");

  /** In the order in which they follow each other. */
  private static final List<Column> IN_ORDER =
      List.of(BORN, INCIDENT, AWARE, NOTIFIED, REPORT_SENT, DECIDED, SIGNED_OFF, PLANNED);

  /** From which stage on each must be known; before, it is not. */
  private static final Map<Column, Stage> FROM =
      Map.of(
          INCIDENT, Stage.NOTIFIED,
          AWARE, Stage.NOTIFIED,
          NOTIFIED, Stage.NOTIFIED,
          REPORT_SENT, Stage.AWAITING_PANEL,
          DECIDED, Stage.PRACTICE_REVIEW,
          SIGNED_OFF, Stage.PUBLICATION);

  private static final Set<Column> AHEAD = Set.of(PLANNED, DUE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final IntakeSheet.Row row;
  private final LocalDate today;
  private final List<Finding> findings;
  private final Map<Column, LocalDate> dates = new EnumMap<>(Column.class);

  RowDates(IntakeSheet.Row row, LocalDate today, List<Finding> findings) {
    this.row = row;
    this.today = today;
    this.findings = findings;
  }

  /** All that were given and exist, by column; also says which does not follow the one before. */
  Map<Column, LocalDate> inOrder() {
    Arrays.stream(Column.values())
        .filter(Column::isDate)
        .forEach(column -> date(column).ifPresent(day -> dates.put(column, day)));
    checkOrder();
    return dates;
  }

  private Optional<LocalDate> date(Column column) {
    String typed = row.text(column);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Matcher figures = IN_FIGURES.matcher(typed);
    Matcher first = YEAR_FIRST.matcher(typed);
    try {
      LocalDate day =
          figures.matches()
              ? LocalDate.of(number(figures, 3), number(figures, 2), number(figures, 1))
              : first.matches()
                  ? LocalDate.of(number(first, 1), number(first, 2), number(first, 3))
                  : null;
      if (day != null) {
        checkPossible(column, day);
        return Optional.of(day);
      }
    } catch (DateTimeException e) {
      wrong(column, "This date does not exist.");
      return Optional.empty();
    }
    wrong(column, "Enter a date as day/month/year, such as 3/11/2026.");
    return Optional.empty();
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  private void checkPossible(Column column, LocalDate day) {
    if (!AHEAD.contains(column) && day.isAfter(today)) {
      wrong(column, "This day must be today or in the past.");
    }
    if (column == PLANNED && day.isBefore(today)) {
      wrong(column, "A planned day must be today or later.");
    }
    if (day.isBefore(today.minusYears(30))) {
      wrong(column, "This day is more than 30 years ago. Check the year.");
    }
  }

  private void checkOrder() {
    List<Column> given = IN_ORDER.stream().filter(dates::containsKey).toList();
    for (int place = 1; place < given.size(); place++) {
      Column before = given.get(place - 1);
      Column column = given.get(place);
      if (dates.get(column).isBefore(dates.get(before))) {
        wrong(
            column,
            "%s is before \"%s\", %s."
                .formatted(
                    DAY.format(dates.get(column)),
                    before.heading(),
                    DAY.format(dates.get(before))));
      }
    }
  }

  /** Says which are missing at a stage, and which cannot be there yet. */
  void fit(Stage stage) {
    FROM.forEach(
        (column, from) -> {
          boolean given = !row.text(column).isEmpty();
          if (stage.reaches(from) && !given) {
            wrong(column, "Enter this date. It is needed at the stage " + stage.words() + ".");
          }
          if (!stage.reaches(from) && given) {
            wrong(
                column,
                "At the stage %s this has not happened. Leave it empty, or choose a later stage."
                    .formatted(stage.words()));
          }
        });
    if (dates.containsKey(PLANNED) && !stage.reaches(Stage.PRACTICE_REVIEW)) {
      wrong(PLANNED, "No publication is planned at the stage " + stage.words() + ".");
    }
  }

  private void wrong(Column column, String words) {
    findings.add(new Finding(row.number(), column.heading(), words, true));
  }
}
