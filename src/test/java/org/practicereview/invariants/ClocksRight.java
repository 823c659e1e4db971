package org.practicereview.invariants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.practicereview.deadlines.IndependentDue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No clock was met before the event it counts from, none ended before it was started, and every
 * date is what the independent calendar gives. Clocks worked out while a proclaimed day was in
 * force are left out: that calendar does not know it. A day that was entered and taken back again
 * counts for nothing.
 */
final class ClocksRight {

  private static final String CLOCKS =
      """
      select c.*, (select count(*) from review.clock_change h
        where h.clock_id = c.id and h.at < (select min(s.at) from review.clock_change s
          where s.clock_id = c.id and s.kind = 'STARTED')) earlier_changes,
        (select count(*) from review.calendar_change d
          where not d.taken_back and d.version <= c.calendar_version
            and not exists (select 1 from review.calendar_change b where b.taken_back
              and b.holiday = d.holiday and b.version > d.version
              and b.version <= c.calendar_version)) proclaimed
      from review.clock c where c.case_reference = ? order by c.number""";

  private final JdbcClient jdbc;

  ClocksRight(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Clock(
      String name,
      String unit,
      String direction,
      String source,
      int length,
      String dayOff,
      LocalDate triggerOn,
      Guidance guidance,
      LocalDate originalDueOn,
      LocalDate dueOn,
      LocalDate extendedTo,
      int pausedDays,
      String state,
      LocalDate endedOn,
      boolean plainCalendar,
      boolean changedBeforeStart) {}

  /** How guidance counts where the partnership counts in another way. */
  private record Guidance(
      LocalDate triggerOn,
      int length,
      String unit,
      String dayOff,
      LocalDate dueOn,
      LocalDate localDueOn) {}

  List<String> broken(String caseReference) {
    List<String> broken = new ArrayList<>();
    for (Clock clock : jdbc.sql(CLOCKS).param(caseReference).query(ClocksRight::clock).list()) {
      boolean countsOn = clock.direction().equals("AFTER") && clock.length() > 0;
      boolean met = clock.state().equals("MET") || clock.state().equals("MET_LATE");
      if (countsOn && met && clock.endedOn().isBefore(begins(clock))) {
        broken.add(clock.name() + " was met on " + clock.endedOn() + ", before " + begins(clock));
      }
      if (clock.changedBeforeStart()) {
        broken.add(clock.name() + " was changed before it was started");
      }
      if (clock.plainCalendar()) {
        recompute(clock, broken);
      }
    }
    return broken;
  }

  private static LocalDate begins(Clock clock) {
    Guidance guidance = clock.guidance();
    return guidance != null && guidance.triggerOn().isBefore(clock.triggerOn())
        ? guidance.triggerOn()
        : clock.triggerOn();
  }

  /** Of two ways of counting the earlier date. */
  private static LocalDate original(Clock clock, List<String> broken) {
    LocalDate local =
        IndependentDue.of(
            clock.triggerOn(), clock.length(), clock.unit(), clock.direction(), clock.dayOff());
    Guidance guidance = clock.guidance();
    if (guidance == null) {
      return local;
    }
    LocalDate national =
        IndependentDue.of(
            guidance.triggerOn(),
            guidance.length(),
            guidance.unit(),
            clock.direction(),
            guidance.dayOff());
    if (!local.equals(guidance.localDueOn()) || !national.equals(guidance.dueOn())) {
      broken.add(
          clock.name()
              + " shows %s and %s, not %s and %s"
                  .formatted(guidance.localDueOn(), guidance.dueOn(), local, national));
    }
    return national.isBefore(local) ? national : local;
  }

  private static void recompute(Clock clock, List<String> broken) {
    LocalDate original = original(clock, broken);
    if (!original.equals(clock.originalDueOn())) {
      broken.add(
          clock.name() + " is due by its rule on " + original + ", not " + clock.originalDueOn());
    }
    if (!clock.source().equals("LOCAL")) {
      if (!original.equals(clock.dueOn())) {
        broken.add(clock.name() + " is set by law for " + original + ", not " + clock.dueOn());
      }
      return;
    }
    String pausedUnit = clock.unit().endsWith("WORKING_DAYS") ? "WORKING_DAYS" : "CALENDAR_DAYS";
    LocalDate due =
        clock.pausedDays() == 0
            ? original
            : IndependentDue.of(original, clock.pausedDays(), pausedUnit, "AFTER", clock.dayOff());
    if (clock.extendedTo() != null && clock.extendedTo().isAfter(due)) {
      due = clock.extendedTo();
    }
    if (!due.equals(clock.dueOn())) {
      broken.add(clock.name() + " is due on " + due + ", not " + clock.dueOn());
    }
  }

  private static Guidance guidance(ResultSet row) throws SQLException {
    return row.getString("guidance_trigger_key") == null
        ? null
        : new Guidance(
            row.getObject("guidance_trigger_on", LocalDate.class),
            row.getInt("guidance_length"),
            row.getString("guidance_unit"),
            row.getString("guidance_day_off"),
            row.getObject("guidance_due_on", LocalDate.class),
            row.getObject("local_due_on", LocalDate.class));
  }

  private static Clock clock(ResultSet row, int number) throws SQLException {
    return new Clock(
        "The clock " + row.getString("rule") + " " + row.getString("scope"),
        row.getString("unit"),
        row.getString("direction"),
        row.getString("source"),
        row.getInt("length"),
        row.getString("day_off"),
        row.getObject("trigger_on", LocalDate.class),
        guidance(row),
        row.getObject("original_due_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("extended_to", LocalDate.class),
        row.getInt("paused_days"),
        row.getString("state"),
        row.getObject("ended_on", LocalDate.class),
        row.getInt("proclaimed") == 0,
        row.getInt("earlier_changes") > 0);
  }
}
