package org.practicereview.deadlines;

import static org.practicereview.deadlines.ClockQuestions.AWARE_ON;
import static org.practicereview.deadlines.ClockQuestions.INCIDENT_ON;
import static org.practicereview.deadlines.ClockQuestions.REFERRAL_RECEIVED_ON;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFile;
import org.springframework.stereotype.Component;

/** The dates of a case from which clocks count. */
@Component
class TriggerDates {

  private final CaseFacts facts;
  private final EffectiveRules rules;

  TriggerDates(CaseFacts facts, EffectiveRules rules) {
    this.facts = facts;
    this.rules = rules;
  }

  /** The date from which a clock of this rule counts in a case, and which fact that is. */
  Trigger of(CaseFile file, Rule rule, String scope) {
    Trigger chosen =
        date(file, rule.trigger(), scope)
            .map(date -> new Trigger(rule.trigger(), date))
            .orElseThrow(() -> unknown(file, rule));
    if (!rule.source().isNational() || rule.direction() == Direction.BEFORE) {
      return chosen;
    }
    // A partnership may count from an earlier date than the national one, never from a later.
    String national = rules.table(rule.id()).trigger();
    return date(file, national, scope)
        .filter(date -> date.isBefore(chosen.date()))
        .map(date -> new Trigger(national, date))
        .orElse(chosen);
  }

  /** A fact of a case and its date. */
  record Trigger(String key, LocalDate date) {}

  /** The dates a clock turns on, in words; incident and awareness always go together. */
  Map<String, LocalDate> around(CaseFile file, Rule rule, String scope) {
    Stream<String> keys =
        Set.of(INCIDENT_ON.key(), AWARE_ON.key()).contains(rule.trigger())
            ? Stream.of(INCIDENT_ON.key(), AWARE_ON.key())
            : Stream.of(rule.trigger());
    Map<String, LocalDate> dates = new LinkedHashMap<>();
    keys.forEach(
        key -> date(file, key, scope).ifPresent(date -> dates.put(Words.trigger(key), date)));
    return dates;
  }

  private Optional<LocalDate> date(CaseFile file, String key, String scope) {
    Optional<LocalDate> known = facts.date(file.reference(), scope, key);
    return known.isEmpty() && key.equals(REFERRAL_RECEIVED_ON.key())
        ? Optional.of(LocalDate.ofInstant(file.openedAt(), WorkingDayCalendar.ZONE))
        : known;
  }

  private static ClockRefused unknown(CaseFile file, Rule rule) {
    return new ClockRefused(
        "The clock \""
            + rule.name()
            + "\" cannot start: it counts from the date on which "
            + Words.trigger(rule.trigger())
            + ", and "
            + file.reference()
            + " does not know it");
  }
}
