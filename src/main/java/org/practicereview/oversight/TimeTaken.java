package org.practicereview.oversight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseReach;
import org.practicereview.deadlines.Rule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where time goes: how long the work took that a clock watched. */
@Service
public class TimeTaken {

  /** How many days a piece of work takes: seconds between two days, which both databases know. */
  private static final String DAYS =
      "(extract(epoch from k.ended_on) - extract(epoch from k.trigger_on)) / 86400";

  private final ManyCases cases;
  private final CountedClocks counted;

  TimeTaken(ManyCases cases, CountedClocks counted) {
    this.cases = cases;
    this.counted = counted;
  }

  /**
   * How long something took, from the event that starts its clock to the day on which it was done.
   *
   * @param number how often it was done
   * @param median days that half of them took at most
   * @param nine days that nine of ten took at most
   * @param medianBefore the median of the year before, or null if it was never done then
   */
  public record Took(Rule rule, int number, long median, long nine, Long medianBefore) {}

  /** How long things took that were done in a year. */
  @Transactional(readOnly = true)
  public List<Took> of(ReportYear year, String partnership, CaseReach reach) {
    Map<String, Took> before = took(year.before(), partnership, reach);
    return took(year, partnership, reach).values().stream()
        .map(
            one ->
                new Took(
                    one.rule(),
                    one.number(),
                    one.median(),
                    one.nine(),
                    before.containsKey(one.rule().id())
                        ? before.get(one.rule().id()).median()
                        : null))
        .toList();
  }

  private Map<String, Took> took(ReportYear year, String partnership, CaseReach reach) {
    record Counted(String rule, int number, long median, long nine) {}
    List<Counted> rows =
        cases
            .sql(
                "select k.rule, count(*) as done, percentile_disc(0.5) within group (order by "
                    + DAYS
                    + ") as median, percentile_disc(0.9) within group (order by "
                    + DAYS
                    + ") as nine"
                    + CountedClocks.DUE.replace("k.due_on between", "k.ended_on between")
                    + " and k.direction = 'AFTER' and k.state in ('MET', 'MET_LATE')"
                    + " group by k.rule")
            .params(counted.params(year.whole().from(), year.whole().to(), partnership, reach))
            .query(
                (row, number) ->
                    new Counted(
                        row.getString("rule"),
                        row.getInt("done"),
                        Math.round(row.getDouble("median")),
                        Math.round(row.getDouble("nine"))))
            .list();
    Map<String, Took> took = new LinkedHashMap<>();
    counted
        .byRule(rows, Counted::rule)
        .forEach(
            (rule, ones) ->
                ones.forEach(
                    one ->
                        took.put(
                            rule.id(),
                            new Took(rule, one.number(), one.median(), one.nine(), null))));
    return took;
  }
}
