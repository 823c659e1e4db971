package org.practicereview.modelling;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.deadlines.DayOff;
import org.practicereview.deadlines.Direction;
import org.practicereview.deadlines.NationalLimits;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Source;
import org.practicereview.deadlines.Unit;
import org.practicereview.forms.FormField;
import org.practicereview.modelling.Tables.Row;

/**
 * Each row of the table of clocks is one that the service can count by, and none gives more time
 * than law and guidance do.
 */
final class ClockTableRule implements GateRule {

  static final String CLOCKS = "clock-rules";
  static final String DAYS_OFF = "days-off";
  private static final int DAYS_OF_A_MONTH = 28;
  private static final List<String> TEXTS =
      List.of("name", "trigger", "citation", "ownerRole", "escalationRoles");
  private static final List<String> NUMBERS = List.of("length", "reminderBefore");

  /** Whom a clock of an agency reminds, beside the roles. */
  private static final Set<String> OF_AGENCIES =
      Set.of("rapid-review-author", "review-team-member");

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    submission
        .files()
        .forEach(
            (file, text) -> {
              if (!file.endsWith(".dmn")) {
                return;
              }
              List<Row> rows = Tables.rows(text, CLOCKS);
              rows.forEach(row -> check(submission, file, row, faults));
              if (!rows.isEmpty()) {
                missing(submission, file, rows, faults);
              }
              Tables.rows(text, DAYS_OFF).forEach(row -> dayOff(submission, file, row, faults));
            });
  }

  private static void check(Submission submission, String file, Row row, Consumer<Fault> faults) {
    Teller teller = new Teller(file, row, faults);
    TEXTS.stream()
        .filter(column -> row.text(column).isBlank() || !row.isText(column))
        .forEach(column -> teller.say("it has no " + column, "Write it in quotation marks."));
    NUMBERS.stream()
        .filter(column -> row.number(column).isEmpty())
        .forEach(column -> teller.say("its " + column + " is no number", "Write a whole number."));
    one(teller, row, "unit", Unit.values());
    one(teller, row, "direction", Direction.values());
    one(teller, row, "source", Source.values());
    roles(submission, teller, row);
    if (submission.sender().isService()) {
      return;
    }
    trigger(submission, teller, row);
    rule(row, DayOff.STAY)
        .ifPresent(
            rule -> {
              if (rule.length() > 0 && rule.reminderBefore() >= days(rule)) {
                teller.say(
                    "its reminder comes before the clock starts, not before it ends",
                    "Remind fewer days before than the clock is long.");
              }
              shipped(submission, rule.id())
                  .ifPresent(
                      shipped ->
                          NationalLimits.relaxed(shipped, with(rule, shipped.dayOff()))
                              .forEach(
                                  words ->
                                      teller.say(
                                          "it " + words,
                                          "Put it back. A time of law or guidance may be made"
                                              + " shorter and never longer.")));
            });
  }

  private static void roles(Submission submission, Teller teller, Row row) {
    Set<String> known = new TreeSet<>(submission.installation().roles());
    known.addAll(OF_AGENCIES);
    for (String column : List.of("ownerRole", "escalationRoles")) {
      for (String role : row.text(column).split(",")) {
        if (!role.isBlank() && !known.contains(role.strip())) {
          teller.say("the role " + role.strip() + " does not exist", "Take a role of the list.");
        }
      }
    }
  }

  private static void trigger(Submission submission, Teller teller, Row row) {
    String trigger = row.text("trigger");
    boolean asked =
        submission.allForms().values().stream()
            .flatMap(form -> form.questions().stream())
            .flatMap(field -> Stream.concat(Stream.of(field), field.rows().stream()))
            .anyMatch(field -> field.kind() == FormField.Kind.DATE && field.key().equals(trigger));
    boolean shipped =
        submission.installation().shippedClocks().stream()
            .anyMatch(rule -> rule.trigger().equals(trigger));
    if (!trigger.isBlank() && !asked && !shipped) {
      teller.say(
          "no form asks for the day " + trigger + " from which it counts",
          "Take the key of a date that a form asks, letter by letter.");
    }
  }

  /** A clock that a model asks for is in the table. */
  private static void missing(
      Submission submission, String file, List<Row> rows, Consumer<Fault> faults) {
    Set<String> there = rows.stream().map(Row::given).collect(Collectors.toSet());
    for (OneModel model : submission.others()) {
      model
          .clocks()
          .forEach(
              (block, clocks) ->
                  clocks.stream()
                      .filter(clock -> !there.contains(clock))
                      .forEach(
                          clock ->
                              faults.accept(
                                  new Fault(
                                      file,
                                      clock,
                                      "",
                                      "its row is gone, and the model "
                                          + model.file()
                                          + " asks for it",
                                      "Put the row back, or take the clock out of the model"
                                          + " first."))));
    }
  }

  private static void dayOff(Submission submission, String file, Row row, Consumer<Fault> faults) {
    Teller teller = new Teller(file, row, faults);
    one(teller, row, "dayOff", DayOff.values());
    if (!submission.surroundings().clocks().contains(row.given())) {
      teller.say("there is no such clock", "Take a clock of the table of clocks.");
    }
    if (submission.sender().isService()) {
      return;
    }
    Arrays.stream(DayOff.values())
        .filter(day -> day.name().equals(row.text("dayOff")))
        .forEach(
            day ->
                shipped(submission, row.given())
                    .ifPresent(
                        shipped ->
                            NationalLimits.relaxed(shipped, with(shipped, day))
                                .forEach(words -> teller.say("it " + words, "Put it back."))));
  }

  private static Optional<Rule> shipped(Submission submission, String id) {
    return submission.installation().shippedClocks().stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst();
  }

  private static Rule with(Rule rule, DayOff dayOff) {
    return new Rule(
        rule.id(),
        rule.name(),
        rule.trigger(),
        rule.length(),
        rule.unit(),
        rule.direction(),
        dayOff,
        rule.source(),
        rule.citation(),
        rule.reminderBefore(),
        rule.ownerRole(),
        rule.escalationRoles(),
        rule.perAgency());
  }

  /** The row as a rule, where all of it can be read. */
  private static Optional<Rule> rule(Row row, DayOff dayOff) {
    try {
      return Optional.of(
          new Rule(
              row.given(),
              row.text("name"),
              row.text("trigger"),
              row.number("length").orElseThrow(),
              Unit.valueOf(row.text("unit")),
              Direction.valueOf(row.text("direction")),
              dayOff,
              Source.valueOf(row.text("source")),
              row.text("citation"),
              row.number("reminderBefore").orElseThrow(),
              row.text("ownerRole"),
              List.of(row.text("escalationRoles").split(",")),
              row.text("perAgency").equals("true")));
    } catch (IllegalArgumentException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private static int days(Rule rule) {
    return rule.unit() == Unit.MONTHS ? rule.length() * DAYS_OF_A_MONTH : rule.length();
  }

  private static void one(Teller teller, Row row, String column, Enum<?>[] values) {
    List<String> names = Arrays.stream(values).map(Enum::name).toList();
    if (!row.isText(column) || !names.contains(row.text(column))) {
      teller.say(
          "its " + column + " is " + row.cells().getOrDefault(column, "missing"),
          "Write one of " + String.join(", ", names) + ", in quotation marks.");
    }
  }

  /** Says what is wrong with one row. */
  private record Teller(String file, Row row, Consumer<Fault> faults) {

    void say(String wrong, String remedy) {
      faults.accept(new Fault(file, row.id(), row.given(), wrong, remedy));
    }
  }
}
