package org.practicereview.oversight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.practicereview.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret addresses under which calendar programs read. Each person has one at most; only its
 * hash is kept, so that no one can read it in the database.
 */
@Service
public class CalendarFeeds {

  private static final String OF_THE_SERVICE = "";
  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CalendarFeeds(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a new secret for someone; the one before opens nothing any more. */
  @Transactional
  public String make(String userId) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    remove(userId);
    jdbc.sql("insert into review.calendar_feed (token_hash, user_id, made_at) values (?, ?, ?)")
        .params(hash(secret), userId, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.record(OF_THE_SERVICE, userId, "An address for a calendar program was made.");
    return secret;
  }

  /** Ends the address of someone; where they have none, nothing happens. */
  @Transactional
  public void end(String userId) {
    if (remove(userId) > 0) {
      audit.record(OF_THE_SERVICE, userId, "The address for a calendar program was ended.");
    }
  }

  private int remove(String userId) {
    return jdbc.sql("delete from review.calendar_feed where user_id = ?").param(userId).update();
  }

  /** When someone's address was made; empty if they have none. */
  public Optional<Instant> madeAt(String userId) {
    return jdbc.sql("select made_at from review.calendar_feed where user_id = ?")
        .param(userId)
        .query((row, number) -> row.getObject("made_at", OffsetDateTime.class).toInstant())
        .optional();
  }

  /** Whose address this is; empty if no one's. */
  public Optional<String> owner(String secret) {
    return jdbc.sql("select user_id from review.calendar_feed where token_hash = ?")
        .param(hash(secret))
        .query(String.class)
        .optional();
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
