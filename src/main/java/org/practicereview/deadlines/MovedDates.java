package org.practicereview.deadlines;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.practicereview.deadlines.ClockChange.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works the open clocks out again after a bank holiday was entered or taken back: in the
 * background, each case in a transaction of its own, so that no one sees a case with half of its
 * dates moved. Each clock says with which version of the calendar it was worked out; where a node
 * is killed, another one goes on with those that are behind. See {@code docs/adr/0053}.
 */
@Component
class MovedDates {

  private static final Logger LOG = LoggerFactory.getLogger(MovedDates.class);
  private static final int BATCH = 50;
  private static final Duration TURN = Duration.ofMinutes(1);

  private final CalendarTable calendars;
  private final ClockTable table;
  private final ClockRecorder recorder;
  private final TransactionTemplate transactions;

  MovedDates(
      CalendarTable calendars,
      ClockTable table,
      ClockRecorder recorder,
      TransactionTemplate transactions) {
    this.calendars = calendars;
    this.table = table;
    this.recorder = recorder;
    this.transactions = transactions;
  }

  /** How far it is; empty when nothing is left to do. */
  Optional<WorkedOut> progress() {
    VersionedCalendar calendar = calendars.current();
    return calendar.workingOut()
        ? Optional.of(table.workedOut(calendar.version()))
        : Optional.empty();
  }

  /**
   * Goes on until nothing is left, unless another node is at it. A case that fails is left for the
   * next turn and holds up no other.
   */
  void work() {
    OffsetDateTime turn = now().plus(TURN);
    if (!calendars.current().workingOut() || !table.takeTurn(now(), turn)) {
      return;
    }
    Set<String> failed = new HashSet<>();
    int version = calendars.current().version();
    List<String> batch = table.casesBehind(version, failed, BATCH);
    while (!batch.isEmpty()) {
      batch.stream().filter(reference -> !isWorkedOut(reference)).forEach(failed::add);
      OffsetDateTime longer = now().plus(TURN);
      if (!table.takeTurn(turn, longer)) {
        return;
      }
      turn = longer;
      version = calendars.current().version();
      batch = table.casesBehind(version, failed, BATCH);
    }
    if (failed.isEmpty()) {
      calendars.workedOut(version);
      table.takeTurn(turn, now());
    }
  }

  /**
   * Finds what stayed behind: a step that began to count before a day was entered, and ended after
   * all others had been worked out again.
   */
  void lookAgain() {
    int version = calendars.current().version();
    if (!table.casesBehind(version, Set.of(), 1).isEmpty()) {
      calendars.behind(version);
    }
  }

  private boolean isWorkedOut(String reference) {
    try {
      transactions.executeWithoutResult(status -> workOut(reference, calendars.current()));
      return true;
    } catch (RuntimeException e) {
      LOG.error("The dates of case {} could not be moved; they are tried again", reference, e);
      return false;
    }
  }

  /** Works the clocks of a case out again that are behind, in the caller's transaction. */
  void workOut(String reference, VersionedCalendar calendar) {
    LocalDate today = recorder.today();
    for (CaseClock clock : table.lockBehind(reference, calendar.version())) {
      Deadline before = clock.asOf(today, calendars.version(clock.calendarVersion));
      String what = calendars.since(clock.calendarVersion);
      clock.recalculate(calendar);
      if (clock.asOf(today, calendar.days()).hasSameDatesAs(before)) {
        table.update(clock);
      } else {
        recorder.changed(clock, before, Kind.RECALCULATED, what, calendars.lastBy(), calendar);
      }
    }
  }

  /**
   * The time of the machine, and not of the service: a story may move that. In microseconds, as the
   * databases keep it: a turn that came back longer than it was given could not be renewed.
   */
  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
