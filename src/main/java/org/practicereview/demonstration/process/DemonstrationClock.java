package org.practicereview.demonstration.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.practicereview.security.InDemonstration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;

/**
 * The clock of the service while demonstration cases are played: on a thread that plays a case it
 * is the moment that the case has come to in its story, so that a case of last year can be shown
 * today. Everywhere else, and for the engine's own times, it is now.
 */
@Primary
@InDemonstration
class DemonstrationClock extends Clock {

  private static final LocalTime MORNING = LocalTime.of(10, 0);

  private final Clock now;
  private final ThreadLocal<Instant> reached;

  @Autowired
  DemonstrationClock(@Qualifier("engineClock") Clock now) {
    this(now, new ThreadLocal<>());
  }

  private DemonstrationClock(Clock now, ThreadLocal<Instant> reached) {
    this.now = now;
    this.reached = reached;
  }

  /** A story begins on this thread in the morning of that day. */
  void begins(LocalDate day) {
    reached.set(morning(day));
  }

  /** The story on this thread has come to that moment; one that has gone by does not come again. */
  void reaches(Instant moment) {
    if (moment.isAfter(reached.get())) {
      reached.set(moment);
    }
  }

  /** No story is played on this thread any more. */
  void rests() {
    reached.remove();
  }

  /** When people of a story do what they do on that day; never later than now. */
  Instant morning(LocalDate day) {
    Instant morning = day.atTime(MORNING).atZone(getZone()).toInstant();
    return morning.isAfter(now.instant()) ? now.instant() : morning;
  }

  /** The day on which the story is played. */
  LocalDate today() {
    return LocalDate.now(now);
  }

  @Override
  public ZoneId getZone() {
    return now.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new DemonstrationClock(now.withZone(zone), reached);
  }

  @Override
  public Instant instant() {
    Instant then = reached.get();
    return then == null ? now.instant() : then;
  }
}
