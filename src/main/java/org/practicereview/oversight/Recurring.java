package org.practicereview.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.practicereview.actionplan.ActionState;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseReach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a partnership keeps learning, counted by the database from the themes and actions of the
 * cases whose course the reader may see. A case whose report is sealed counts nowhere.
 */
@Service
public class Recurring {

  /** How many years stand beside one another. */
  public static final int YEARS = 4;

  /** How many lines a list shows. */
  public static final int MOST = 200;

  private static final String COUNTED =
      """
      %s and (:partnership = '' or f.partnership = :partnership)
        and not exists (select 1 from review.seal s where s.case_reference = f.reference)"""
          .formatted(CaseReach.HEADER);

  private static final String THEMES =
      " from review.case_theme t join review.case_file f on f.reference = t.case_reference where"
          + " t.kind <> 'RETURN' and "
          + CaseFile.IS_CASE
          + " and "
          + COUNTED;

  private static final String ACTIONS =
      " from review.plan_action a join review.case_file f on f.reference = a.case_reference where "
          + COUNTED;

  private static final String OF_ITEM =
      """
      (select count(*) from review.plan_action a where a.case_reference = t.case_reference
        and a.recommendation = t.item %s) as %s""";

  private static final String FINISHED = "a.state in ('COMPLETE', 'CARRIED_OVER')";

  private final JdbcClient jdbc;
  private final Clock clock;

  Recurring(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * In how many cases a theme came up.
   *
   * @param theme its code
   * @param cases by the year in which it came up in a case first; the last year first
   */
  public record ThemeYears(String partnership, String theme, List<Integer> cases) {

    /** In all these years. */
    public int total() {
      return cases.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * A recommendation that has a theme.
   *
   * @param actions how many answer it
   * @param complete how many of them are complete
   * @param impact of how many it is said what difference they made
   */
  public record Recommended(
      String caseReference, String number, int actions, int complete, int impact) {}

  /** Recommendations on a theme that more than one case of a partnership made. */
  public record Again(String partnership, String theme, List<Recommended> recommendations) {

    /** How many cases made them. */
    public long cases() {
      return recommendations.stream().map(Recommended::caseReference).distinct().count();
    }
  }

  /** An action of which nothing says what difference it made, though its time has come. */
  public record Unproven(
      String caseReference,
      String partnership,
      String code,
      String agency,
      ActionState state,
      LocalDate dueOn) {}

  /**
   * What an agency has done.
   *
   * @param led actions that it leads
   * @param complete of them, those complete
   * @param impact of them, those of which it is said what difference they made
   * @param late of them, those still open after their date
   * @param surveys how often it answered what the learning has changed
   */
  public record OfAgency(
      String partnership,
      String agency,
      int led,
      int complete,
      int impact,
      int late,
      int surveys) {}

  /** Something that stands on the public pages, with a theme of its case. */
  public record Published(String partnership, String theme, String id, String title) {}

  /** The themes by the years in which they came up, those that came up most first. */
  @Transactional(readOnly = true)
  public List<ThemeYears> themes(ReportYear year, String partnership, CaseReach reach) {
    record Cell(String partnership, String theme, int year, int month, int cases) {}
    ReportYear first = new ReportYear(year.begins() - YEARS + 1);
    Map<String, Object> params = params(partnership, reach);
    params.put("from", first.whole().from());
    params.put("to", year.whole().to());
    Map<List<String>, int[]> counted = new LinkedHashMap<>();
    jdbc.sql(
            "select partnership, theme, extract(year from came_up) as y, extract(month from"
                + " came_up) as m, count(*) as cases from (select f.partnership,"
                + " t.case_reference, t.theme, min(t.given_on) as came_up"
                + THEMES
                + " group by f.partnership, t.case_reference, t.theme) c where came_up between"
                + " :from and :to group by partnership, theme, extract(year from came_up),"
                + " extract(month from came_up)")
        .params(params)
        .query(
            (row, number) ->
                new Cell(
                    row.getString("partnership"),
                    row.getString("theme"),
                    row.getInt("y"),
                    row.getInt("m"),
                    row.getInt("cases")))
        .list()
        .forEach(
            cell -> {
              int in = ReportYear.of(LocalDate.of(cell.year(), cell.month(), 1)).begins();
              counted
                      .computeIfAbsent(
                          List.of(cell.partnership(), cell.theme()), theme -> new int[YEARS])[
                      year.begins() - in] +=
                  cell.cases();
            });
    return counted.entrySet().stream()
        .map(
            one ->
                new ThemeYears(
                    one.getKey().get(0),
                    one.getKey().get(1),
                    IntStream.of(one.getValue()).boxed().toList()))
        .sorted(
            Comparator.comparing((ThemeYears one) -> -one.total())
                .thenComparing(ThemeYears::partnership)
                .thenComparing(ThemeYears::theme))
        .toList();
  }

  /** The cases in which a theme came up first in a year, the latest first. */
  @Transactional(readOnly = true)
  public List<String> cases(String theme, ReportYear year, String partnership, CaseReach reach) {
    Map<String, Object> params = params(partnership, reach);
    params.put("theme", theme);
    params.put("from", year.whole().from());
    params.put("to", year.whole().to());
    return jdbc.sql(
            "select t.case_reference, min(t.given_on) as came_up"
                + THEMES
                + " and t.theme = :theme group by t.case_reference having min(t.given_on) between"
                + " :from and :to order by came_up desc, t.case_reference fetch first "
                + MOST
                + " rows only")
        .params(params)
        .query((row, number) -> row.getString("case_reference"))
        .list();
  }

  /** Themes on which more than one case of a partnership made a recommendation. */
  @Transactional(readOnly = true)
  public List<Again> again(String partnership, CaseReach reach) {
    String recommended = THEMES + " and t.kind = 'RECOMMENDATION'";
    Map<List<String>, List<Recommended>> byTheme = new LinkedHashMap<>();
    jdbc.sql(
            "select f.partnership, t.theme, t.case_reference, t.item, "
                + OF_ITEM.formatted("", "answering")
                + ", "
                + OF_ITEM.formatted("and a.state = 'COMPLETE'", "complete")
                + ", "
                + OF_ITEM.formatted("and a.impact_said", "impact")
                + recommended
                + " and exists (select 1 from review.case_theme o join review.case_file g on"
                + " g.reference = o.case_reference where o.kind = 'RECOMMENDATION' and o.theme ="
                + " t.theme and g.partnership = f.partnership and g.kind = f.kind and o.case_reference <>"
                + " t.case_reference and not exists (select 1 from review.seal z where"
                + " z.case_reference = o.case_reference))"
                + " order by f.partnership, t.theme, f.opened_at desc, t.case_reference, t.item"
                + " fetch first "
                + MOST
                + " rows only")
        .params(params(partnership, reach))
        .query(
            row -> {
              byTheme
                  .computeIfAbsent(
                      List.of(row.getString("partnership"), row.getString("theme")),
                      theme -> new ArrayList<>())
                  .add(
                      new Recommended(
                          row.getString("case_reference"),
                          row.getString("item"),
                          row.getInt("answering"),
                          row.getInt("complete"),
                          row.getInt("impact")));
            });
    return byTheme.entrySet().stream()
        .map(one -> new Again(one.getKey().get(0), one.getKey().get(1), one.getValue()))
        .sorted(Comparator.comparing(one -> -one.recommendations().size()))
        .toList();
  }

  /** Actions that are finished or late, of which no one has said what difference they made. */
  @Transactional(readOnly = true)
  public List<Unproven> unproven(String partnership, CaseReach reach) {
    return jdbc.sql(
            "select a.*, f.partnership"
                + ACTIONS
                + " and not a.impact_said and a.state <> 'PLANNED' and ("
                + FINISHED
                + " or a.due_on < :today) order by a.due_on nulls last, a.case_reference, a.code"
                + " fetch first "
                + MOST
                + " rows only")
        .params(params(partnership, reach))
        .query(Recurring::unproven)
        .list();
  }

  private static Unproven unproven(ResultSet row, int number) throws SQLException {
    return new Unproven(
        row.getString("case_reference"),
        row.getString("partnership"),
        row.getString("code"),
        row.getString("agency"),
        ActionState.valueOf(row.getString("state")),
        row.getObject("due_on", LocalDate.class));
  }

  /** What each agency has done, those with most that is late first. */
  @Transactional(readOnly = true)
  public List<OfAgency> agencies(String partnership, CaseReach reach) {
    return jdbc.sql(
            "select partnership, agency, sum(led) as led, sum(complete) as complete, sum(impact)"
                + " as impact, sum(late) as late, sum(surveys) as surveys from ("
                + "select f.partnership, a.agency, 1 as led,"
                + " case when a.state = 'COMPLETE' then 1 else 0 end as complete,"
                + " case when a.impact_said then 1 else 0 end as impact,"
                + " case when a.due_on < :today and a.state <> 'PLANNED' and not "
                + FINISHED
                + " then 1 else 0 end as late, 0 as surveys"
                + ACTIONS
                + " and a.agency <> '' union all select f.partnership, g.scope, 0, 0, 0, 0, 1"
                + " from review.form_answers g join review.case_file f on f.reference ="
                + " g.case_reference where g.form = 'answer-impact-survey' and g.scope <> '' and "
                + COUNTED
                + ") c group by partnership, agency order by late desc, led desc, partnership,"
                + " agency")
        .params(params(partnership, reach))
        .query(
            (row, number) ->
                new OfAgency(
                    row.getString("partnership"),
                    row.getString("agency"),
                    row.getInt("led"),
                    row.getInt("complete"),
                    row.getInt("impact"),
                    row.getInt("late"),
                    row.getInt("surveys")))
        .list();
  }

  /** What stands on the public pages, by theme. */
  @Transactional(readOnly = true)
  public List<Published> published(String partnership, CaseReach reach) {
    return jdbc.sql(
            "select distinct f.partnership, t.theme, p.id, p.title, p.published_on from"
                + " review.published_item p join review.case_file f on f.reference ="
                + " p.case_reference join review.case_theme t on t.case_reference = f.reference"
                + " where p.removed_at is null and t.kind in ('BRIEF', 'RECOMMENDATION', 'FINDING')"
                + " and "
                + COUNTED
                + " order by t.theme, p.published_on desc, p.id fetch first "
                + MOST
                + " rows only")
        .params(params(partnership, reach))
        .query(
            (row, number) ->
                new Published(
                    row.getString("partnership"),
                    row.getString("theme"),
                    row.getString("id"),
                    row.getString("title")))
        .list();
  }

  private Map<String, Object> params(String partnership, CaseReach reach) {
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("partnership", partnership);
    params.put("today", LocalDate.now(clock));
    return params;
  }
}
