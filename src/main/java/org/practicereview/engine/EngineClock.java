package org.practicereview.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The time of the service: the engine's time, read in the zone in which deadlines are counted. One
 * clock for timers, deadlines and letters, so that moving the engine's clock moves everything.
 */
@Component
class EngineClock extends Clock {

  static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final ZoneId zone;

  EngineClock() {
    this(LONDON);
  }

  private EngineClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new EngineClock(other);
  }

  @Override
  public Instant instant() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
