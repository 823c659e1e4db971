package org.practicereview.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseReach;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Rules;
import org.springframework.stereotype.Component;

/**
 * What all figures about clocks have in common: which clocks a reader may count, in which order
 * their rules stand, and why one was late.
 */
@Component
class CountedClocks {

  /** The clocks that fell due in a period. One that was called off is neither kept nor late. */
  static final String DUE =
      """
       from review.clock k join review.case_file f on f.reference = k.case_reference
      where %s and k.due_on between :from and :to
        and (:partnership = '' or f.partnership = :partnership)"""
          .formatted(CaseReach.HEADER);

  /** Why a clock was late, as someone explained it last, for those who may know the child. */
  static final String REASON =
      """
      case when %s then (select c.reason from review.clock_change c
        where c.clock_id = k.id and c.reason <> '' and c.kind in ('EXPLAINED', 'AGREED', 'EXTENDED') order by c.number desc
        fetch first 1 rows only) end as reason"""
          .formatted(CaseReach.IDENTITY);

  private final Rules rules;
  private final Clock clock;

  CountedClocks(Rules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** What the statements ask for, by name. */
  Map<String, Object> params(LocalDate from, LocalDate to, String partnership, CaseReach reach) {
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("from", from);
    params.put("to", to);
    params.put("partnership", partnership);
    params.put("today", LocalDate.now(clock));
    return params;
  }

  /** The rules by their ids, in the order of the table of clocks. */
  Map<String, Rule> rules() {
    return rules.all().stream()
        .collect(
            Collectors.toMap(
                Rule::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  /** In the order of the table of clocks, those of law and guidance first. */
  <T> Map<Rule, List<T>> byRule(List<T> counted, Function<T, String> rule) {
    Map<Rule, List<T>> byRule = new LinkedHashMap<>();
    rules().values().stream()
        .sorted(Comparator.comparing((Rule one) -> !one.source().isNational()))
        .forEach(
            one -> {
              List<T> own = new ArrayList<>();
              counted.stream()
                  .filter(count -> rule.apply(count).equals(one.id()))
                  .forEach(own::add);
              if (!own.isEmpty()) {
                byRule.put(one, own);
              }
            });
    return byRule;
  }
}
