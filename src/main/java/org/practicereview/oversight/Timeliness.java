package org.practicereview.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseReach;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.Rules;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.oversight.ReportYear.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private static final String CLOCKS =
      """
       from review.clock k join review.case_file f on f.reference = k.case_reference
      where %s and k.state <> 'CANCELLED' and k.due_on between :from and :to
        and (:partnership = '' or f.partnership = :partnership)"""
          .formatted(CaseReach.HEADER);

  /** How many days a piece of work takes: seconds between two days, which both databases know. */
  private static final String DAYS =
      "(extract(epoch from k.ended_on) - extract(epoch from k.trigger_on)) / 86400";

  /** Running clocks are shown whose date comes within so many months: a year of keeping is long. */
  private static final int HORIZON = 7;

  /** How many running clocks are shown; the list of cases has the rest. */
  private static final int SHOWN = 30;

  private static final String REASON =
      """
      case when %s then (select c.reason from review.clock_change c
        where c.clock_id = k.id and c.reason <> '' order by c.number desc
        fetch first 1 rows only) end as reason"""
          .formatted(CaseReach.IDENTITY);

  private final JdbcClient jdbc;
  private final Rules rules;
  private final Clocks clocks;
  private final Clock clock;

  Timeliness(JdbcClient jdbc, Rules rules, Clocks clocks, Clock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.clocks = clocks;
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
   * How long something took, from the event that starts its clock to the day on which it was done.
   *
   * @param number how often it was done
   * @param median days that half of them took at most
   * @param nine days that nine of ten took at most
   * @param medianBefore the median of the year before, or null if it was never done then
   */
  public record Took(Rule rule, int number, long median, long nine, Long medianBefore) {}

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

  /**
   * A date of law or guidance that is still to be met.
   *
   * @param workingDays working days left after today; below 0 since it passed
   * @param newDate the date that was agreed or explained instead, or null
   * @param reason as in {@link Behind}
   */
  public record Running(
      String caseReference,
      String partnership,
      Rule rule,
      LocalDate dueOn,
      int workingDays,
      LocalDate newDate,
      String reason) {}

  /** The running clocks of law and guidance, the first date first. */
  @Transactional(readOnly = true)
  public List<Running> running(String partnership, CaseReach reach) {
    Map<String, Rule> known = known();
    WorkingDayCalendar calendar = clocks.calendar();
    LocalDate today = LocalDate.now(clock);
    return jdbc
        .sql(
            "select k.case_reference, f.partnership, k.rule, k.due_on,"
                + " coalesce(k.agreed_until, k.extended_to, k.explained_until) as new_date, "
                + REASON
                + " from review.clock k join review.case_file f on f.reference = k.case_reference"
                + " where "
                + CaseReach.HEADER
                + " and k.open_name is not null and k.source <> 'LOCAL'"
                + " and k.due_on <= :horizon"
                + " and (:partnership = '' or f.partnership = :partnership)"
                + " order by k.due_on, k.case_reference fetch first "
                + SHOWN
                + " rows only")
        .params(params(today, today.plusMonths(HORIZON), partnership, reach))
        .param("horizon", today.plusMonths(HORIZON))
        .query(
            (row, number) -> {
              LocalDate due = row.getObject("due_on", LocalDate.class);
              return new Running(
                  row.getString("case_reference"),
                  row.getString("partnership"),
                  known.get(row.getString("rule")),
                  due,
                  due.isBefore(today)
                      ? -calendar.workingDaysBetween(due, today)
                      : calendar.workingDaysBetween(today, due),
                  row.getObject("new_date", LocalDate.class),
                  row.getString("reason"));
            })
        .list()
        .stream()
        .filter(one -> one.rule() != null)
        .toList();
  }

  /** How the dates of a year were kept, those of law and guidance first. */
  @Transactional(readOnly = true)
  public List<Measure> of(ReportYear year, String partnership, CaseReach reach) {
    record Counted(String rule, int year, int quarter, Kept kept) {}
    List<Counted> counted =
        jdbc.sql(
                "select k.rule, extract(year from k.due_on) as y, extract(quarter from k.due_on) as"
                    + " q, "
                    + COUNTS
                    + CLOCKS
                    + " group by k.rule, extract(year from k.due_on),"
                    + " extract(quarter from k.due_on)")
            .params(params(year.before().whole().from(), year.whole().to(), partnership, reach))
            .query(
                (row, number) ->
                    new Counted(row.getString("rule"), row.getInt("y"), row.getInt("q"), kept(row)))
            .list();
    return byRule(counted, Counted::rule).entrySet().stream()
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
    Map<String, Rule> known = known();
    return jdbc
        .sql(
            "select k.rule, f.partnership, k.scope, "
                + COUNTS
                + CLOCKS
                + " and k.per_agency and k.scope <> '' and k.scope not like 'item:%'"
                + " group by k.rule, f.partnership, k.scope")
        .params(params(year.whole().from(), year.whole().to(), partnership, reach))
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

  /** How long things took that were done in a year. */
  @Transactional(readOnly = true)
  public List<Took> durations(ReportYear year, String partnership, CaseReach reach) {
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
    List<Counted> counted =
        jdbc.sql(
                "select k.rule, count(*) as done, percentile_disc(0.5) within group (order by "
                    + DAYS
                    + ") as median, percentile_disc(0.9) within group (order by "
                    + DAYS
                    + ") as nine"
                    + CLOCKS.replace("k.due_on between", "k.ended_on between")
                    + " and k.direction = 'AFTER' and k.state in ('MET', 'MET_LATE')"
                    + " group by k.rule")
            .params(params(year.whole().from(), year.whole().to(), partnership, reach))
            .query(
                (row, number) ->
                    new Counted(
                        row.getString("rule"),
                        row.getInt("done"),
                        Math.round(row.getDouble("median")),
                        Math.round(row.getDouble("nine"))))
            .list();
    Map<String, Took> took = new LinkedHashMap<>();
    byRule(counted, Counted::rule)
        .forEach(
            (rule, ones) ->
                ones.forEach(
                    one ->
                        took.put(
                            rule.id(),
                            new Took(rule, one.number(), one.median(), one.nine(), null))));
    return took;
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
    Map<String, Object> params = params(period.from(), period.to(), partnership, reach);
    params.put("rule", rule);
    params.put("agency", agency);
    return jdbc.sql(
            "select k.case_reference, f.partnership, k.scope, k.due_on, k.ended_on, "
                + REASON
                + CLOCKS
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

  private Map<String, Object> params(
      LocalDate from, LocalDate to, String partnership, CaseReach reach) {
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("from", from);
    params.put("to", to);
    params.put("partnership", partnership);
    params.put("today", LocalDate.now(clock));
    return params;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(row.getInt("in_time"), row.getInt("late"), row.getInt("running"));
  }

  private Map<String, Rule> known() {
    return rules.all().stream()
        .collect(
            Collectors.toMap(
                Rule::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  /** In the order of the table of clocks, those of law and guidance first. */
  private <T> Map<Rule, List<T>> byRule(List<T> counted, Function<T, String> rule) {
    Map<Rule, List<T>> byRule = new LinkedHashMap<>();
    known().values().stream()
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
