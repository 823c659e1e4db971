package org.practicereview.audit;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives tests of other modules the real trail on their own database. */
public final class AuditTrails {

  private AuditTrails() {}

  public static AuditTrail on(JdbcClient jdbc, Clock clock) {
    return new JdbcAuditTrail(jdbc, clock);
  }
}
