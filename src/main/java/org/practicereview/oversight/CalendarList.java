package org.practicereview.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseReach;
import org.practicereview.oversight.CalendarEntry.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is due and what happens in the cases someone may see, in one statement. People of an agency
 * see its own dates, and the meetings to which the members of the review team come.
 */
@Service
public class CalendarList {

  /** More stand in no calendar that anyone could read. */
  private static final int MOST = 2_000;

  private static final String ENTRIES =
      """
      select f.reference, f.partnership, case when k.source = 'LOCAL' then 'LOCAL' else 'LAW' end
          as kind, k.name as what, k.scope, k.due_on as on_day, '' as at_time,
          case when k.due_on < :today then 1 else 0 end as late
        from review.clock k join review.case_file f on f.reference = k.case_reference
        where k.due_on between :from and :until and k.open_name is not null and f.state = 'open'
          and (%1$s or (f.partnership || '.' || k.scope) in (:own))
      union all
      select f.reference, f.partnership, 'MEETING', d.kind, '', d.on_day, d.at_time, 0
        from review.case_day d join review.case_file f on f.reference = d.case_reference
        where d.on_day between :from and :until
          and (%1$s or (d.kind in ('team', 'set-up') and %2$s))
      union all
      select f.reference, f.partnership, 'PUBLICATION', 'published', '', p.published_on, '', 0
        from review.published_item p join review.case_file f on f.reference = p.case_reference
        where p.published_on between :from and :until and %1$s
      union all
      select f.reference, f.partnership, 'PUBLICATION', 'removable', '', p.earliest_removal_on, '', 0
        from review.published_item p join review.case_file f on f.reference = p.case_reference
        where p.earliest_removal_on between :from and :until and p.removed_at is null and %1$s
      order by on_day, kind, reference, what, scope fetch first :most rows only"""
          .formatted(CaseReach.HEADER, CaseReach.SEEN);

  private final ManyCases cases;
  private final Clock clock;

  CalendarList(ManyCases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  /** What stands in the calendar from one day to another, both included. */
  @Transactional(readOnly = true)
  public List<CalendarEntry> between(LocalDate from, LocalDate until, CaseReach reach) {
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("from", from);
    params.put("until", until);
    params.put("today", LocalDate.now(clock));
    params.put("most", MOST);
    return cases.sql(ENTRIES).params(params).query(CalendarList::entry).list();
  }

  private static CalendarEntry entry(ResultSet row, int number) throws SQLException {
    return new CalendarEntry(
        row.getString("reference"),
        row.getString("partnership"),
        Kind.valueOf(row.getString("kind")),
        row.getString("what"),
        row.getString("scope"),
        row.getObject("on_day", LocalDate.class),
        row.getString("at_time"),
        row.getInt("late") == 1);
  }
}
