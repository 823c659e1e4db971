package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.reading.OneLook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proclaimed days that were entered and taken back; each line is a version of the calendar. */
@Component
class CalendarTable {

  private final JdbcClient jdbc;

  CalendarTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Change(ProclaimedDay day, boolean takenBack, String reason, boolean workingOut) {

    private String inWords() {
      return takenBack
          ? Words.date(day.date())
              + " is no bank holiday after all ("
              + day.name()
              + " was entered wrongly: "
              + reason
              + ")"
          : Words.date(day.date()) + " was proclaimed a bank holiday (" + day.name() + ")";
    }
  }

  private List<Change> changes() {
    return OneLook.at("calendar", "", this::read);
  }

  private List<Change> read() {
    return jdbc.sql("select * from review.calendar_change order by version")
        .query(
            (row, number) ->
                new Change(
                    new ProclaimedDay(
                        row.getObject("holiday", LocalDate.class),
                        row.getString("name"),
                        row.getObject("changed_on", LocalDate.class),
                        row.getString("changed_by")),
                    row.getBoolean("taken_back"),
                    row.getString("reason"),
                    row.getBoolean("working_out")))
        .list();
  }

  private static List<ProclaimedDay> days(List<Change> changes) {
    Map<LocalDate, ProclaimedDay> days = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change.takenBack()) {
        days.remove(change.day().date());
      } else {
        days.put(change.day().date(), change.day());
      }
    }
    return List.copyOf(days.values());
  }

  /** The days that hold, in the order they were entered. */
  List<ProclaimedDay> days() {
    return days(changes());
  }

  VersionedCalendar current() {
    List<Change> changes = changes();
    return new VersionedCalendar(
        changes.size(),
        new WorkingDayCalendar(days(changes)),
        changes.stream().anyMatch(Change::workingOut));
  }

  /** The calendar as it was at a version. */
  WorkingDayCalendar version(int version) {
    return new WorkingDayCalendar(days(changes().subList(0, version)));
  }

  /** What has changed since a version, in a sentence without its full stop. */
  String since(int version) {
    List<Change> changes = changes();
    return changes.subList(version, changes.size()).stream()
        .map(Change::inWords)
        .collect(Collectors.joining("; "));
  }

  /** Who changed it last. */
  String lastBy() {
    List<Change> changes = changes();
    return changes.get(changes.size() - 1).day().by();
  }

  /** No open clock is behind a version. */
  void workedOut(int version) {
    jdbc.sql("update review.calendar_change set working_out = false where version <= ?")
        .param(version)
        .update();
  }

  /** An open clock is behind a version. */
  void behind(int version) {
    jdbc.sql("update review.calendar_change set working_out = true where version = ?")
        .param(version)
        .update();
  }

  void add(ProclaimedDay day) {
    insert(day, false, "");
  }

  void takeBack(ProclaimedDay day, String reason) {
    insert(day, true, reason);
  }

  private void insert(ProclaimedDay day, boolean takenBack, String reason) {
    jdbc.sql(
            """
            insert into review.calendar_change
              (version, holiday, name, taken_back, reason, changed_on, changed_by, working_out)
            values (?, ?, ?, ?, ?, ?, ?, true)""")
        .params(
            changes().size() + 1,
            day.date(),
            day.name(),
            takenBack,
            reason,
            day.proclaimedOn(),
            day.by())
        .update();
  }
}
