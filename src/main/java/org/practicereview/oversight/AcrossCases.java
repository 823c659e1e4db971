package org.practicereview.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseReach;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists that go across all cases someone may see, each in one statement. */
@Service
public class AcrossCases {

  /** How many lines a list shows. */
  public static final int MOST = 500;

  private static final String FROM = " join review.case_file f on f.reference = %s.case_reference ";

  private final ManyCases cases;
  private final Clock clock;

  AcrossCases(ManyCases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  /** What a list is about. */
  public enum About {
    /** Agencies whose return is late. */
    AGENCIES(
        """
        select f.reference, f.partnership, a.agency as who, '' as what, a.due_on as on_day,
          case when a.due_on < :today then 1 else 0 end as late
        from review.case_agency a"""
            + FROM.formatted("a")
            + """
        where f.state = 'open' and a.answered_on is null and a.due_on < :today
          and (%1$s or (f.partnership || '.' || a.agency) in (:own))
        order by a.due_on, f.reference, a.agency"""),
    /** Letters that wait for a person; for those who may read the letters of the case. */
    LETTERS(
        """
        select f.reference, f.partnership, l.title as who, l.state as what,
          cast(l.written_at as date) as on_day, 0 as late
        from review.letter l"""
            + FROM.formatted("l")
            + """
        where l.state in ('DRAFT', 'APPROVED', 'TO_BE_POSTED') and %2$s
        order by l.state, l.written_at, l.id"""),
    /** Actions of plans, the longest overdue first. */
    ACTIONS(
        """
        select f.reference, f.partnership, '' as who, k.scope as what, k.due_on as on_day,
          case when k.due_on < :today then 1 else 0 end as late
        from review.clock k"""
            + FROM.formatted("k")
            + """
        where f.state = 'open' and k.rule = 'plan-action' and k.open_name is not null and %1$s
        order by k.due_on, f.reference, k.scope"""),
    /** Publication days to come, and reports that may be or are to be taken down. */
    PUBLICATION(
        """
        select f.reference, f.partnership, '' as who, 'planned' as what, k.due_on as on_day,
          case when k.due_on < :today then 1 else 0 end as late
        from review.clock k"""
            + FROM.formatted("k")
            + """
        where k.rule = 'publication-day' and k.open_name is not null and %1$s
        union all
        select f.reference, f.partnership, p.title, 'removable', p.earliest_removal_on, 0
        from review.published_item p"""
            + FROM.formatted("p")
            + """
        where p.removed_at is null and %1$s
        order by on_day, reference"""),
    /** Proceedings that hold publication. */
    HOLDS(
        """
        select f.reference, f.partnership, m.kind as who, '' as what,
          cast(h.placed_at as date) as on_day, 0 as late
        from review.publication_hold h join review.matter m
          on m.case_reference = h.case_reference and m.scope = h.matter"""
            + FROM.formatted("h")
            + """
        where h.lifted_at is null and %1$s order by h.placed_at, f.reference""");

    private final String sql;

    About(String sql) {
      this.sql = sql.formatted(CaseReach.HEADER, CaseReach.IDENTITY);
    }
  }

  /**
   * A line.
   *
   * @param who agency, title or kind, as a code or as it was written; may be empty
   * @param what state or part of the case, as a code; may be empty
   * @param day due, planned, written or placed on
   */
  public record Line(
      String reference, String partnership, String who, String what, LocalDate day, boolean late) {}

  /** The first lines of a list. */
  @Transactional(readOnly = true)
  public List<Line> of(About about, CaseReach reach) {
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("today", LocalDate.now(clock));
    params.put("most", MOST);
    return cases
        .sql(about.sql + " fetch first :most rows only")
        .params(params)
        .query(AcrossCases::line)
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getString("reference"),
        row.getString("partnership"),
        row.getString("who"),
        row.getString("what"),
        row.getObject("on_day", LocalDate.class),
        row.getInt("late") == 1);
  }
}
