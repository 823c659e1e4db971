package org.practicereview.demonstration.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.practicereview.security.InDemonstration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;

/**
 * The clock of the service while demonstration cases are played: what is done in the name of their
 * people is done on the day the script says, and what the service does for that case thereupon too,
 * so that a case of last year can be shown today. For everybody else, and for the engine's own
 * timers, it is now.
 */
@Primary
@InDemonstration
class DemonstrationClock extends Clock {

  private static final LocalTime MORNING = LocalTime.of(10, 0);

  private final Clock now;
  private final ThreadLocal<Instant> scripted;
  private volatile Played played = new Played("", null);

  /** How far the case that is being played has come. */
  private record Played(String caseReference, Instant at) {}

  @Autowired
  DemonstrationClock(@Qualifier("engineClock") Clock now) {
    this(now, new ThreadLocal<>());
  }

  private DemonstrationClock(Clock now, ThreadLocal<Instant> scripted) {
    this.now = now;
    this.scripted = scripted;
  }

  /** From now on the service works on that day when it works on that case. */
  void plays(String caseReference, LocalDate day) {
    played =
        new Played(caseReference, day.isBefore(LocalDate.now(now)) ? morning(day) : now.instant());
  }

  /** That day, or the day the case has come to already. */
  LocalDate noEarlier(LocalDate day) {
    LocalDate reached = LocalDate.ofInstant(played.at(), getZone());
    return day.isBefore(reached) ? reached : day;
  }

  /** No case is played any more. */
  void rests() {
    played = new Played("", null);
  }

  /** Does something as it would have been done in the morning of that day; today as it is now. */
  <T> T on(LocalDate day, Supplier<T> work) {
    if (!day.isBefore(LocalDate.now(now))) {
      return work.get();
    }
    scripted.set(morning(day));
    try {
      return work.get();
    } finally {
      scripted.remove();
    }
  }

  @Override
  public ZoneId getZone() {
    return now.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new DemonstrationClock(now.withZone(zone), scripted);
  }

  @Override
  public Instant instant() {
    Instant then = scripted.get();
    if (then != null) {
      return then;
    }
    Played being = played;
    return worksOn(being.caseReference()) ? being.at() : now.instant();
  }

  private static boolean worksOn(String caseReference) {
    BpmnExecutionContext step = Context.getBpmnExecutionContext();
    return step != null
        && !caseReference.isEmpty()
        && caseReference.equals(step.getExecution().getProcessBusinessKey());
  }

  private Instant morning(LocalDate day) {
    return day.atTime(MORNING).atZone(getZone()).toInstant();
  }
}
