package org.practicereview.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.practicereview.casefile.CaseReach;
import org.practicereview.deadlines.Rule;
import org.practicereview.oversight.ReportYear.Period;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How dates were kept, in figures: of all that was due in a period, what was done in time. Counted
 * by the database from the clocks of the cases whose dates the reader may see, with as many
 * statements for ten thousand cases as for one.
 *
 * <p>What was called off is not counted. What is still to be done counts as late from the day after
 * its date. A date that the Panel agreed to does not replace the date of law or guidance.
 */
@Service
public class Timeliness {

  private static final String LATE =
      "(k.state = 'MET_LATE' or (k.open_name is not null and k.due_on < :today))";

  private static final String RUNNING = "(k.open_name is not null and k.due_on >= :today)";

  private static final String COUNTS =
      """
      sum(case when k.state = 'MET' then 1 else 0 end) as in_time,
      sum(case when %s then 1 else 0 end) as late,
      sum(case when %s then 1 else 0 end) as running"""
          .formatted(LATE, RUNNING);

  private final ManyCases cases;
  private final CountedClocks counted;
  private final Clock clock;

  Timeliness(ManyCases cases, CountedClocks counted, Clock clock) {
    this.cases = cases;
    this.counted = counted;
    this.clock = clock;
  }

  /**
   * Of what was due in a period.
   *
   * @param inTime done by its date
   * @param late done later, or not done though its date has passed
   * @param running to be done by a date that has not passed
   */
  public record Kept(int inTime, int late, int running) {

    static final Kept NONE = new Kept(0, 0, 0);

    /** What can be judged: what is running cannot. */
    public int judged() {
      return inTime + late;
    }

    /** How many of a hundred were in time; 100 only if all were, 0 only if none was. */
    public int percent() {
      int percent = Math.round(100f * inTime / judged());
      return late > 0 && percent == 100 ? 99 : inTime > 0 && percent == 0 ? 1 : percent;
    }

    Kept plus(Kept other) {
      return new Kept(inTime + other.inTime, late + other.late, running + other.running);
    }
  }

  /**
   * How one date was kept.
   *
   * @param rule the clock
   * @param quarters of the year, in their order
   * @param before the year before
   */
  public record Measure(Rule rule, List<Kept> quarters, Kept year, Kept before) {}

  /**
   * How one agency keeps its dates.
   *
   * @param agency its code
   */
  public record AgencyMeasure(String partnership, String agency, Rule rule, Kept kept) {}

  /**
   * A case behind a figure.
   *
   * @param scope whose part of the case, empty for the case as a whole
   * @param endedOn when it was done, or null
   * @param late how many days late it was done, or is today; 0 if it is not
   * @param reason why it was late, as someone explained it last, for those who may know who the
   *     child is; otherwise null
   */
  public record Behind(
      String caseReference,
      String partnership,
      String scope,
      LocalDate dueOn,
      LocalDate endedOn,
      long late,
      String reason) {}

  /** How the dates of a year were kept, those of law and guidance first. */
  @Transactional(readOnly = true)
  public List<Measure> of(ReportYear year, String partnership, CaseReach reach) {
    record Counted(String rule, int year, int quarter, Kept kept) {}
    List<Counted> rows =
        cases
            .sql(
                "select k.rule, extract(year from k.due_on) as y, extract(quarter from k.due_on) as"
                    + " q, "
                    + COUNTS
                    + CountedClocks.DUE
                    + " group by k.rule, extract(year from k.due_on),"
                    + " extract(quarter from k.due_on)")
            .params(
                counted.params(year.before().whole().from(), year.whole().to(), partnership, reach))
            .query(
                (row, number) ->
                    new Counted(row.getString("rule"), row.getInt("y"), row.getInt("q"), kept(row)))
            .list();
    return counted.byRule(rows, Counted::rule).entrySet().stream()
        .map(
            one -> {
              List<Kept> quarters =
                  year.quarters().stream()
                      .map(
                          quarter ->
                              one.getValue().stream()
                                  .filter(
                                      count ->
                                          quarter.contains(
                                              LocalDate.of(count.year(), count.quarter() * 3, 1)))
                                  .map(Counted::kept)
                                  .reduce(Kept.NONE, Kept::plus))
                      .toList();
              Kept whole = quarters.stream().reduce(Kept.NONE, Kept::plus);
              Kept both = one.getValue().stream().map(Counted::kept).reduce(Kept.NONE, Kept::plus);
              return new Measure(
                  one.getKey(),
                  quarters,
                  whole,
                  new Kept(
                      both.inTime() - whole.inTime(),
                      both.late() - whole.late(),
                      both.running() - whole.running()));
            })
        .toList();
  }

  /** How each agency keeps the dates that it is given, those most often late first. */
  @Transactional(readOnly = true)
  public List<AgencyMeasure> agencies(ReportYear year, String partnership, CaseReach reach) {
    Map<String, Rule> known = counted.rules();
    return cases
        .sql(
            "select k.rule, f.partnership, k.scope, "
                + COUNTS
                + CountedClocks.DUE
                + " and k.per_agency and k.scope <> '' and k.scope not like 'item:%'"
                + " group by k.rule, f.partnership, k.scope")
        .params(counted.params(year.whole().from(), year.whole().to(), partnership, reach))
        .query(
            (row, number) ->
                new AgencyMeasure(
                    row.getString("partnership"),
                    row.getString("scope"),
                    known.get(row.getString("rule")),
                    kept(row)))
        .list()
        .stream()
        .filter(one -> one.rule() != null && one.kept().judged() > 0)
        .sorted(
            Comparator.comparing((AgencyMeasure one) -> -one.kept().late())
                .thenComparing(AgencyMeasure::agency))
        .toList();
  }

  /**
   * The cases behind a figure, the latest date first.
   *
   * @param agency code of an agency, or empty for all
   * @param late whether those that were late, or those that were in time
   */
  @Transactional(readOnly = true)
  public List<Behind> behind(
      String rule,
      String agency,
      boolean late,
      Period period,
      String partnership,
      CaseReach reach) {
    Map<String, Object> params = counted.params(period.from(), period.to(), partnership, reach);
    params.put("rule", rule);
    params.put("agency", agency);
    return cases
        .sql(
            "select k.case_reference, f.partnership, k.scope, k.due_on, k.ended_on, "
                + CountedClocks.REASON
                + CountedClocks.DUE
                + " and k.rule = :rule and (:agency = '' or k.scope = :agency) and "
                + (late ? LATE : "k.state = 'MET'")
                + " order by k.due_on desc, k.case_reference, k.scope")
        .params(params)
        .query((row, number) -> behind(row))
        .list();
  }

  private Behind behind(ResultSet row) throws SQLException {
    LocalDate due = row.getObject("due_on", LocalDate.class);
    LocalDate ended = row.getObject("ended_on", LocalDate.class);
    LocalDate until = Objects.requireNonNullElse(ended, LocalDate.now(clock));
    return new Behind(
        row.getString("case_reference"),
        row.getString("partnership"),
        row.getString("scope"),
        due,
        ended,
        Math.max(0, ChronoUnit.DAYS.between(due, until)),
        row.getString("reason"));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(row.getInt("in_time"), row.getInt("late"), row.getInt("running"));
  }
}
