package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proclaimed days, each with the version of the calendar that begins with it. */
@Component
class CalendarTable {

  private final JdbcClient jdbc;

  CalendarTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ProclaimedDay> days() {
    return jdbc.sql("select * from review.proclaimed_day order by version")
        .query(
            (row, number) ->
                new ProclaimedDay(
                    row.getObject("holiday", LocalDate.class),
                    row.getString("name"),
                    row.getObject("proclaimed_on", LocalDate.class),
                    row.getString("proclaimed_by")))
        .list();
  }

  VersionedCalendar current() {
    List<ProclaimedDay> days = days();
    return new VersionedCalendar(days.size(), new WorkingDayCalendar(days));
  }

  /** The calendar as it was when that many days were known. */
  WorkingDayCalendar version(int version) {
    return new WorkingDayCalendar(days().subList(0, version));
  }

  void add(ProclaimedDay day) {
    int version = current().version() + 1;
    jdbc.sql(
            """
            insert into review.proclaimed_day (version, holiday, name, proclaimed_on, proclaimed_by)
            values (?, ?, ?, ?, ?)""")
        .params(version, day.date(), day.name(), day.proclaimedOn(), day.by())
        .update();
  }
}
