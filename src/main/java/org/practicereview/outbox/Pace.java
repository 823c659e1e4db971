package org.practicereview.outbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets only so much of the mail that was tried in vain before go in a minute, from all nodes
 * together: a mail server that comes back after a day would otherwise get all of it at once, and
 * may take the service for a sender of rubbish. New mail is not held up.
 */
@Component
class Pace {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final int perMinute;

  Pace(
      JdbcClient jdbc,
      Clock clock,
      @Value("${practice-review.outbox.again-per-minute:10}") int perMinute) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.perMinute = Math.max(1, perMinute);
  }

  /** Takes one of the places of this minute, if there is one left. */
  @Transactional
  public boolean takes() {
    OffsetDateTime minute =
        clock.instant().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
    return jdbc.sql(
                """
                update review.mail_pace
                set sent = case when began_at = :minute then sent + 1 else 1 end, began_at = :minute
                where began_at <> :minute or sent < :most""")
            .param("minute", minute)
            .param("most", perMinute)
            .update()
        == 1;
  }
}
