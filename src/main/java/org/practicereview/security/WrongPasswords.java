package org.practicereview.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts wrong passwords in the database, for all nodes: by account and address, by address for all
 * accounts, and by account for all addresses. The longest wait is a minute, and two seconds for an
 * account that is guessed at from everywhere, so that no one can keep its owner out.
 */
class WrongPasswords {

  private static final Duration FORGOTTEN = Duration.ofMinutes(15);

  /** What is counted: how many failures are free, and the longest wait in seconds. */
  private enum Kind {
    PAIR(5, 60),
    ADDRESS(50, 60),
    ACCOUNT(20, 2);

    private final int free;
    private final int longest;

    Kind(int free, int longest) {
      this.free = free;
      this.longest = longest;
    }

    Instant waitsUntil(int failures, Instant last) {
      int over = failures - free;
      return over < 0 ? Instant.MIN : last.plusSeconds(Math.min(longest, 1L << Math.min(over, 10)));
    }
  }

  private record Key(Kind kind, String who) {

    static List<Key> of(String account, String address) {
      return List.of(
          new Key(Kind.PAIR, hash("pair\n" + account + "\n" + address)),
          new Key(Kind.ADDRESS, hash("address\n" + address)),
          new Key(Kind.ACCOUNT, hash("account\n" + account)));
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  WrongPasswords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many seconds someone has to wait before the next try; 0 if they need not. */
  long wait(String account, String address) {
    Instant now = clock.instant();
    return Key.of(account, address).stream()
        .map(key -> Duration.between(now, waitsUntil(key)))
        .mapToLong(wait -> wait.isNegative() || wait.isZero() ? 0 : wait.toSeconds() + 1)
        .max()
        .orElse(0);
  }

  private Instant waitsUntil(Key key) {
    return jdbc.sql("select failures, last_at from review.sign_in_failure where who = ?")
        .param(key.who())
        .query(
            (row, number) ->
                key.kind()
                    .waitsUntil(
                        row.getInt("failures"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
        .optional()
        .filter(until -> until.isAfter(Instant.EPOCH))
        .orElse(Instant.EPOCH);
  }

  /** Counts a try before its password is checked, so that many at once are no way around. */
  void tried(String account, String address) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    OffsetDateTime old = now.minus(FORGOTTEN);
    jdbc.sql("delete from review.sign_in_failure where last_at < ?").param(old).update();
    for (Key key : Key.of(account, address)) {
      if (!counted(key, now)) {
        try {
          jdbc.sql("insert into review.sign_in_failure (who, failures, last_at) values (?, 1, ?)")
              .params(key.who(), now)
              .update();
        } catch (DuplicateKeyException e) {
          counted(key, now);
        }
      }
    }
  }

  private boolean counted(Key key, OffsetDateTime now) {
    return jdbc.sql(
                """
                update review.sign_in_failure set failures = failures + 1, last_at = ?
                where who = ?""")
            .params(now, key.who())
            .update()
        == 1;
  }

  /** Takes a try back that was none: the password was right, or it was never looked at. */
  void takeBack(String account, String address) {
    Key.of(account, address)
        .forEach(
            key ->
                jdbc.sql("update review.sign_in_failure set failures = failures - 1 where who = ?")
                    .param(key.who())
                    .update());
  }

  /** Forgets what an account got wrong from an address. */
  void forget(String account, String address) {
    jdbc.sql("delete from review.sign_in_failure where who = ?")
        .param(Key.of(account, address).get(0).who())
        .update();
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
