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

  /**
   * The dates from which a clock of this rule counts in a case: that of the partnership's own rule,
   * and that of guidance where the partnership counts in another way. Where only one of the two is
   * known, the clock counts from that.
   */
  CountedRule of(CaseFile file, Rule rule, String scope) {
    Optional<LocalDate> own = date(file, rule.trigger(), scope);
    if (!rule.source().isNational() || rule.direction() == Direction.BEFORE) {
      return CountedRule.from(rule, own.orElseThrow(() -> unknown(file, rule)));
    }
    Rule guidance = rules.table(rule.id());
    Optional<LocalDate> national = date(file, guidance.trigger(), scope);
    if (national.isEmpty() || rule.countsAs(guidance)) {
      return CountedRule.from(rule, own.orElseThrow(() -> unknown(file, rule)));
    }
    return own.map(date -> new CountedRule(rule, date, guidance.from(national.get())))
        .orElseGet(() -> CountedRule.from(guidance, national.get()));
  }

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
