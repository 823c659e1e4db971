package org.practicereview.intake;

import static org.practicereview.intake.Column.AGENCIES;
import static org.practicereview.intake.Column.CHILD;
import static org.practicereview.intake.Column.DECIDED;
import static org.practicereview.intake.Column.DUE;
import static org.practicereview.intake.Column.NOTIFIED;
import static org.practicereview.intake.Column.PSEUDONYM;
import static org.practicereview.intake.Column.REFERENCE;
import static org.practicereview.intake.Column.REVIEWER;
import static org.practicereview.intake.Column.SIN;
import static org.practicereview.intake.Column.STAGE;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.practicereview.casefile.ReferredChildren;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Rule;
import org.practicereview.naming.Accounts.Account;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.DidYouMean;
import org.practicereview.partnership.Partnership;

/** Looks at one row of the spreadsheet, and says all that is wrong with it. */
final class RowCheck {

  private static final Pattern A_REFERENCE = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");
  private static final int LONGEST_REFERENCE = 30;
  private static final int LONGEST_TEXT = 200;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final Partnership partnership;
  private final List<Account> reviewers;
  private final Clocks clocks;
  private final LocalDate today;
  private final List<Finding> findings;

  private IntakeSheet.Row row;

  RowCheck(
      Partnership partnership,
      List<Account> reviewers,
      Clocks clocks,
      LocalDate today,
      List<Finding> findings) {
    this.partnership = partnership;
    this.reviewers = reviewers;
    this.clocks = clocks;
    this.today = today;
    this.findings = findings;
  }

  /** The case that a row tells of; what is wrong with it is among the findings. */
  Optional<RunningCase> of(IntakeSheet.Row looked) {
    row = looked;
    RowDates given = new RowDates(row, today, findings);
    Map<Column, LocalDate> dates = given.inOrder();
    Optional<Stage> stage = Stage.of(row.text(STAGE));
    if (stage.isEmpty()) {
      wrong(STAGE, "Choose one of these: " + String.join(", ", Stage.all()) + ".");
      return Optional.empty();
    }
    given.fit(stage.get());
    String child = text(CHILD);
    if (child.isEmpty()) {
      wrong(CHILD, "Enter the child's name.");
    }
    String pseudonym = text(PSEUDONYM);
    if (pseudonym.isEmpty() && stage.get().reaches(Stage.DRAFTING)) {
      wrong(PSEUDONYM, "Enter the pseudonym. It is needed at this stage.");
    }
    if (!pseudonym.isEmpty() && shareWord(pseudonym, child)) {
      wrong(PSEUDONYM, "Choose a pseudonym that is no part of the child's name.");
    }
    Account reviewer = reviewer(stage.get());
    Due due = due(stage.get(), dates);
    compare(due, dates);
    return Optional.of(
        new RunningCase(
            row.number(),
            reference(child),
            stage.get(),
            child,
            pseudonym,
            text(SIN),
            dates,
            agencies(),
            reviewer == null ? "" : reviewer.userId(),
            reviewer == null ? "" : reviewer.name().replaceFirst(" \\(.*\\)$", ""),
            due == null ? null : due.on(),
            due == null ? "" : due.name()));
  }

  private String text(Column column) {
    String text = row.text(column);
    if (text.length() > LONGEST_TEXT) {
      wrong(column, "This can have up to " + LONGEST_TEXT + " characters.");
    }
    return text;
  }

  private String reference(String child) {
    String reference = row.text(REFERENCE).toUpperCase(Locale.UK);
    if (reference.isEmpty()) {
      return "";
    }
    if (!A_REFERENCE.matcher(reference).matches()
        || reference.length() > LONGEST_REFERENCE
        || reference.chars().noneMatch(Character::isDigit)) {
      wrong(
          REFERENCE,
          "A reference has letters, digits and hyphens, and a number, such as %s-2024-0012."
              .formatted(partnership.referencePrefix()));
    } else if (shareWord(reference, child)) {
      wrong(REFERENCE, "A reference must not name anyone.");
    }
    return reference;
  }

  private static boolean shareWord(String one, String other) {
    List<String> words = ReferredChildren.plainWords(other);
    return ReferredChildren.plainWords(one).stream().anyMatch(words::contains);
  }

  private List<String> agencies() {
    List<String> codes = new ArrayList<>();
    for (String typed : row.text(AGENCIES).split("[;\n]")) {
      String name = typed.strip();
      if (!name.isEmpty()) {
        partnership.agencies().stream()
            .filter(one -> one.code().equalsIgnoreCase(name) || one.name().equalsIgnoreCase(name))
            .findFirst()
            .ifPresentOrElse(
                agency -> codes.add(agency.code()),
                () ->
                    wrong(
                        AGENCIES,
                        "\"%s\" is not in the profile of %s. %s"
                            .formatted(
                                name,
                                partnership.shortName(),
                                DidYouMean.oneOf(
                                    name,
                                    partnership.agencies().stream().map(Agency::name).toList()))));
      }
    }
    return codes.stream().distinct().toList();
  }

  private Account reviewer(Stage stage) {
    String typed = row.text(REVIEWER);
    if (typed.isEmpty()) {
      if (stage == Stage.DRAFTING) {
        wrong(REVIEWER, "Enter the reviewer, who writes the report.");
      }
      return null;
    }
    if (!stage.reaches(Stage.PRACTICE_REVIEW)) {
      wrong(REVIEWER, "There is no reviewer at the stage " + stage.words() + ".");
      return null;
    }
    List<Account> found =
        reviewers.stream()
            .filter(
                one ->
                    one.userId().equalsIgnoreCase(typed)
                        || one.name().replaceFirst(" \\(.*\\)$", "").equalsIgnoreCase(typed))
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    wrong(
        REVIEWER,
        found.isEmpty()
            ? "No account with the role of a reviewer has this name. Ask the administrator for"
                + " one, or leave it empty."
            : "Several people have this name. Enter the account.");
    return null;
  }

  private record Due(String name, LocalDate on) {}

  /** The next date of law or guidance, as the service counts it. */
  private Due due(Stage stage, Map<Column, LocalDate> dates) {
    return switch (stage) {
      case NOTIFIED, RAPID_REVIEW -> due("rapid-review", dates.get(NOTIFIED));
      case AWAITING_PANEL -> null;
      default -> due("practice-review", dates.get(DECIDED));
    };
  }

  private Due due(String clock, LocalDate from) {
    if (from == null) {
      return null;
    }
    Rule rule = clocks.rule(partnership.id(), clock);
    return new Due(
        rule.name(), clocks.calendar().due(from, rule.length(), rule.unit(), rule.direction()));
  }

  private void compare(Due due, Map<Column, LocalDate> dates) {
    LocalDate theirs = dates.get(DUE);
    if (due == null) {
      if (theirs != null) {
        look(DUE, "No date of law or guidance runs at this stage.");
      }
      return;
    }
    if (theirs != null && !theirs.equals(due.on())) {
      look(
          DUE,
          "%s is due on %s, counted from the dates given; you work to %s."
              .formatted(due.name(), DAY.format(due.on()), DAY.format(theirs)));
    }
    if (due.on().isBefore(today)) {
      look(
          DUE,
          "%s was due on %s and is late. The service says so at once."
              .formatted(due.name(), DAY.format(due.on())));
    }
  }

  private void wrong(Column column, String words) {
    findings.add(new Finding(row.number(), column.heading(), words, true));
  }

  private void look(Column column, String words) {
    findings.add(new Finding(row.number(), column.heading(), words, false));
  }
}
