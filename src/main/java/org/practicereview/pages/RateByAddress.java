package org.practicereview.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets each connection do something so often in an hour, and no more, on all nodes together. */
class RateByAddress {

  private static final Duration SPAN = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final String what;
  private final int perHour;

  /**
   * @param what is done, in a word
   */
  RateByAddress(JdbcClient jdbc, String what, int perHour) {
    this(jdbc, Clock.systemUTC(), what, perHour);
  }

  /**
   * By the time of the machine, unless a test has its own: a story may move that of the service.
   */
  RateByAddress(JdbcClient jdbc, Clock clock, String what, int perHour) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.what = what;
    this.perHour = perHour;
  }

  boolean allows(String address) {
    String who = hash(what + "\n" + address);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    if (counted(who, now)) {
      return true;
    }
    if (isKnown(who)) {
      // Someone at the same address may have been the first a moment ago.
      return counted(who, now);
    }
    jdbc.sql("delete from review.rate_used where ends_at < ?").param(now).update();
    try {
      jdbc.sql("insert into review.rate_used (who, used, ends_at) values (?, 1, ?)")
          .params(who, now.plus(SPAN))
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return counted(who, now);
    }
  }

  private boolean counted(String who, OffsetDateTime now) {
    return jdbc.sql(
                """
                update review.rate_used
                set used = case when ends_at <= :now then 1 else used + 1 end,
                  ends_at = case when ends_at <= :now then :end else ends_at end
                where who = :who and (ends_at <= :now or used < :most)""")
            .param("now", now)
            .param("end", now.plus(SPAN))
            .param("who", who)
            .param("most", perHour)
            .update()
        == 1;
  }

  private boolean isKnown(String who) {
    return jdbc.sql("select count(*) from review.rate_used where who = ?")
            .param(who)
            .query(Integer.class)
            .single()
        > 0;
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
