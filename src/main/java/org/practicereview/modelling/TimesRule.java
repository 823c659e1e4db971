package org.practicereview.modelling;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.practicereview.modelling.Tables.Row;

/** Each row of the table of times to act is one by which the service can tell people. */
final class TimesRule implements GateRule {

  private static final String TIMES = "times-to-act";
  private static final Set<String> URGENCIES =
      Set.of("safety", "statutory", "local", "housekeeping");

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    submission
        .files()
        .forEach(
            (file, text) -> {
              List<Row> rows = file.endsWith(".dmn") ? Tables.rows(text, TIMES) : List.of();
              rows.forEach(row -> check(submission, file, row, faults));
              if (!rows.isEmpty()) {
                missing(file, rows, faults);
              }
            });
  }

  private static void check(Submission submission, String file, Row row, Consumer<Fault> faults) {
    if (!URGENCIES.contains(row.given())) {
      say(faults, file, row, "there is no such urgency", "Write one of " + inWords() + ".");
    }
    for (String column : List.of("workingDays", "hours", "tellWithin")) {
      if (row.number(column).isEmpty()) {
        say(faults, file, row, "its " + column + " is no number", "Write a whole number.");
      }
    }
    for (String role : row.text("thenTold").split(",")) {
      if (!role.isBlank() && !submission.installation().roles().contains(role.strip())) {
        say(
            faults,
            file,
            row,
            "the role " + role.strip() + " does not exist",
            "Take a role of the list.");
      }
    }
    boolean atOnce = row.number("workingDays").filter(days -> days == 0).isPresent();
    if (row.given().equals("safety") && !atOnce) {
      say(
          faults,
          file,
          row,
          "a task about a child's safety is not due at once",
          "Write 0 working days.");
    }
  }

  private static void missing(String file, List<Row> rows, Consumer<Fault> faults) {
    Set<String> missing = new TreeSet<>(URGENCIES);
    missing.removeAll(rows.stream().map(Row::given).collect(Collectors.toSet()));
    for (String urgency : missing) {
      faults.accept(
          new Fault(file, urgency, "", "its row is gone", "Put the row for this urgency back."));
    }
  }

  private static String inWords() {
    return URGENCIES.stream().sorted().collect(Collectors.joining(", "));
  }

  private static void say(
      Consumer<Fault> faults, String file, Row row, String wrong, String remedy) {
    faults.accept(new Fault(file, row.id(), row.given(), wrong, remedy));
  }
}
