package org.practicereview.deadlines;

import static org.practicereview.deadlines.ClockQuestions.AWARE_ON;
import static org.practicereview.deadlines.ClockQuestions.DECISION_TO_INITIATE_ON;
import static org.practicereview.deadlines.ClockQuestions.INCIDENT_ON;
import static org.practicereview.deadlines.ClockQuestions.NOTIFICATION_SENT_ON;
import static org.practicereview.deadlines.ClockQuestions.REFERRAL_RECEIVED_ON;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.practicereview.partnership.ClockRule;
import org.practicereview.partnership.DidYouMean;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.ProfileProblem;

/** Finds what a profile must not say about the clocks of a table. */
public final class LocalRules {

  /** By the date a national clock counts from: the dates that never come later in a case. */
  private static final Map<String, Set<String>> NEVER_LATER =
      Map.of(
          AWARE_ON.key(),
          Set.of(INCIDENT_ON.key()),
          NOTIFICATION_SENT_ON.key(),
          Set.of(INCIDENT_ON.key(), AWARE_ON.key(), REFERRAL_RECEIVED_ON.key()),
          DECISION_TO_INITIATE_ON.key(),
          Set.of(
              INCIDENT_ON.key(),
              AWARE_ON.key(),
              REFERRAL_RECEIVED_ON.key(),
              NOTIFICATION_SENT_ON.key()));

  /** A step that a partnership may take, and its clock, for which no source gives a length. */
  private static final String IMPACT_OPTION = "impactContact";

  private static final String IMPACT_CLOCK = "impact-contact";

  private final Rules rules;

  public LocalRules(Rules rules) {
    this.rules = rules;
  }

  /** All that is wrong with the clocks of a profile. */
  public List<ProfileProblem> problems(Partnership partnership) {
    List<ProfileProblem> problems = new ArrayList<>();
    partnership
        .clocks()
        .forEach(
            (clock, local) ->
                rules
                    .find(clock)
                    .ifPresentOrElse(
                        rule -> problems.addAll(problems(partnership.id(), rule, local)),
                        () -> problems.add(unknownClock(partnership.id(), clock))));
    if (partnership.option(IMPACT_OPTION)
        && Optional.ofNullable(partnership.clocks().get(IMPACT_CLOCK))
            .map(ClockRule::length)
            .isEmpty()) {
      problems.add(
          new ProfileProblem(
              partnership.id(),
              List.of("options", IMPACT_OPTION),
              "The step is taken, but the profile does not say after how long, and no source does.",
              "Under clocks, give "
                  + IMPACT_CLOCK
                  + " a length and a unit, for example 3 MONTHS, or write false here."));
    }
    return problems;
  }

  private ProfileProblem unknownClock(String partnership, String clock) {
    return new ProfileProblem(
        partnership,
        List.of("clocks", clock),
        "There is no clock \"" + clock + "\" in the table of clocks.",
        DidYouMean.oneOf(clock, rules.all().stream().map(Rule::id).toList()));
  }

  private List<ProfileProblem> problems(String partnership, Rule rule, ClockRule local) {
    List<ProfileProblem> problems = new ArrayList<>();
    String clock = "The clock \"" + rule.id() + "\" ";
    if (local.trigger() != null && !triggers().contains(local.trigger())) {
      problems.add(
          new ProfileProblem(
              partnership,
              List.of("clocks", rule.id(), "trigger"),
              clock + "counts from \"" + local.trigger() + "\", which is no date of a case.",
              DidYouMean.oneOf(local.trigger(), triggers())));
    } else if (startsLater(rule, local)) {
      problems.add(
          new ProfileProblem(
              partnership,
              List.of("clocks", rule.id(), "trigger"),
              clock
                  + "counts from \""
                  + local.trigger()
                  + "\", which may come later than \""
                  + rule.trigger()
                  + "\", from which "
                  + rule.citation()
                  + " counts. A partnership may not relax that.",
              "Take the trigger out" + earlier(rule) + "."));
    }
    Rule merged = EffectiveRules.merged(rule, local);
    if (EffectiveRules.relaxesDayOff(rule, merged)) {
      problems.add(
          new ProfileProblem(
              partnership,
              List.of("clocks", rule.id(), "day-off"),
              clock
                  + "moves a date on a day off, which "
                  + rule.citation()
                  + " does not. A partnership may not relax that.",
              "Take day-off out."));
    }
    if (!EffectiveRules.isAsStrict(rule, merged)) {
      problems.add(
          new ProfileProblem(
              partnership,
              List.of("clocks", rule.id(), local.length() == null ? "unit" : "length"),
              clock
                  + "asks for "
                  + merged.lengthInWords()
                  + ", but "
                  + rule.citation()
                  + " sets "
                  + rule.lengthInWords()
                  + ". A partnership may not relax that.",
              "Write length "
                  + rule.length()
                  + (EffectiveRules.isLeast(rule) ? " or more" : " or less")
                  + " with unit "
                  + rule.unit()
                  + ", or take the clock out."));
    } else if (isTooLate(merged)) {
      problems.add(
          new ProfileProblem(
              partnership,
              List.of(
                  "clocks",
                  rule.id(),
                  local.reminderBefore() == null ? "length" : "reminder-before"),
              clock
                  + "lasts "
                  + merged.lengthInWords()
                  + ", and its reminder would come "
                  + Unit.CALENDAR_DAYS.of(merged.reminderBefore())
                  + " before the end, when the clock has not begun.",
              "Write a reminder-before that is shorter than the clock."));
    }
    return problems;
  }

  private Set<String> triggers() {
    Set<String> triggers = new TreeSet<>(Words.triggers());
    rules.all().forEach(rule -> triggers.add(rule.trigger()));
    return triggers;
  }

  private static boolean startsLater(Rule rule, ClockRule local) {
    return rule.source().isNational()
        && local.trigger() != null
        && !local.trigger().equals(rule.trigger())
        && !NEVER_LATER.getOrDefault(rule.trigger(), Set.of()).contains(local.trigger());
  }

  private static String earlier(Rule rule) {
    Set<String> allowed = new TreeSet<>(NEVER_LATER.getOrDefault(rule.trigger(), Set.of()));
    return allowed.isEmpty() ? "" : ", or write one of " + String.join(", ", allowed);
  }

  /** A clock of no length ends on a named day, before which any time may pass. */
  private static boolean isTooLate(Rule rule) {
    return rule.direction() == Direction.AFTER
        && rule.length() > 0
        && rule.reminderBefore() >= EffectiveRules.fewestDays(rule);
  }
}
