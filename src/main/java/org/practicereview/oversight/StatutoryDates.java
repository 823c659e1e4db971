package org.practicereview.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseReach;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Rule;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dates of law and guidance that are still to be met, of the cases that a reader sees. */
@Service
public class StatutoryDates {

  /** Running clocks are shown whose date comes within so many months: a year of keeping is long. */
  private static final int HORIZON = 7;

  /** How many running clocks are shown; the list of cases has the rest. */
  private static final int SHOWN = 30;

  private final ManyCases cases;
  private final CountedClocks counted;
  private final Clocks clocks;
  private final Clock clock;

  StatutoryDates(ManyCases cases, CountedClocks counted, Clocks clocks, Clock clock) {
    this.cases = cases;
    this.counted = counted;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * A date of law or guidance that is still to be met.
   *
   * @param workingDays working days left after today; below 0 since it passed
   * @param newDate the date that was agreed or explained instead, or null
   * @param reason as in {@link Timeliness.Behind}
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
    Map<String, Rule> known = counted.rules();
    WorkingDayCalendar calendar = clocks.calendar();
    LocalDate today = LocalDate.now(clock);
    return cases
        .sql(
            "select k.case_reference, f.partnership, k.rule, k.due_on,"
                + " coalesce(k.agreed_until, k.extended_to, k.explained_until) as new_date, "
                + CountedClocks.REASON
                + " from review.clock k join review.case_file f on f.reference = k.case_reference"
                + " where "
                + CaseReach.HEADER
                + " and k.open_name is not null and k.source <> 'LOCAL'"
                + " and k.due_on <= :horizon"
                + " and (:partnership = '' or f.partnership = :partnership)"
                + " order by k.due_on, k.case_reference fetch first "
                + SHOWN
                + " rows only")
        .params(counted.params(today, today.plusMonths(HORIZON), partnership, reach))
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
}
