package org.practicereview.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.practicereview.notes.NotesClosed;
import org.practicereview.notes.SealedTexts;
import org.practicereview.notes.TextSeal;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What someone without an account has typed into the public referral and not sent. Whoever has the
 * secret of the browser it was typed in may see it again, for a day.
 */
@Service
public class ReferralDrafts implements SealedTexts {

  /** How long it is kept after the last word. */
  public static final Duration AGE = Duration.ofHours(24);

  private static final int LARGEST = 500_000;
  private static final int MOST = 5;
  private static final int SECRET = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TypeReference<LinkedHashMap<String, Object>> ANSWERS =
      new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final TextSeal seal;
  private final Clock clock;

  ReferralDrafts(JdbcClient jdbc, TextSeal seal, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * A form that was begun, without what it says.
   *
   * @param once mark of the form
   */
  public record Begun(String once, Instant keptAt) {}

  /** A secret for a browser that has none. */
  public static String newSecret() {
    byte[] secret = new byte[SECRET];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** The form that was begun last in a browser, if it is not too old. */
  public Optional<Begun> last(String secret, String partnership) {
    return jdbc.sql(
            """
            select once, kept_at from review.referral_draft
            where browser = ? and partnership = ? and kept_at > ?
            order by kept_at desc fetch first 1 rows only""")
        .params(hash(secret), partnership, oldest())
        .query(
            (row, number) ->
                new Begun(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** What was typed into it, by field key; empty if there is nothing that can be shown. */
  public Map<String, Object> answers(String secret, String once) {
    String browser = hash(secret);
    return jdbc.sql(
            "select sealed from review.referral_draft where browser = ? and once = ? and kept_at > ?")
        .params(browser, once, oldest())
        .query((row, number) -> row.getBytes(1))
        .optional()
        .map(closed -> open(browser, once, closed))
        .orElseGet(Map::of);
  }

  private Map<String, Object> open(String browser, String once, byte[] closed) {
    try {
      return JSON.readValue(seal.open(bound(browser, once), closed), ANSWERS);
    } catch (NotesClosed | JsonProcessingException e) {
      return Map.of();
    }
  }

  /**
   * Keeps what was typed.
   *
   * @throws Refused if it is more than is kept before it is sent
   */
  @Transactional
  public Instant keep(String secret, String once, String partnership, Map<String, Object> answers) {
    String text = json(answers);
    if (text.length() > LARGEST) {
      throw new Refused("This is more than can be kept before it is sent");
    }
    String browser = hash(secret);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    byte[] closed = seal.close(bound(browser, once), text);
    if (jdbc.sql(
                "update review.referral_draft set kept_at = ?, sealed = ? where browser = ? and once = ?")
            .params(now, closed, browser, once)
            .update()
        == 0) {
      jdbc.sql(
              """
              insert into review.referral_draft (browser, once, partnership, kept_at, sealed)
              values (?, ?, ?, ?, ?)""")
          .params(browser, once, partnership, now, closed)
          .update();
      keepFew(browser);
    }
    return now.toInstant();
  }

  /** A page that is opened again and again does not fill the table. */
  private void keepFew(String browser) {
    jdbc
        .sql("select once from review.referral_draft where browser = ? order by kept_at desc")
        .param(browser)
        .query(String.class)
        .list()
        .stream()
        .skip(MOST)
        .forEach(once -> delete(browser, once));
  }

  /** Forgets a form: it was sent. */
  @Transactional
  public void forget(String secret, String once) {
    delete(hash(secret), once);
  }

  private void delete(String browser, String once) {
    jdbc.sql("delete from review.referral_draft where browser = ? and once = ?")
        .params(browser, once)
        .update();
  }

  /** Forgets everything that was typed in a browser. */
  @Transactional
  public void forgetAll(String secret) {
    jdbc.sql("delete from review.referral_draft where browser = ?").param(hash(secret)).update();
  }

  @Override
  public void sealAgain(Again again) {
    record Sealed(String browser, String once, OffsetDateTime keptAt, Optional<byte[]> now) {}

    jdbc.sql("select browser, once, kept_at, sealed from review.referral_draft")
        .query(
            (row, number) ->
                new Sealed(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class),
                    again.of(bound(row.getString(1), row.getString(2)), row.getBytes(4))))
        .list()
        .forEach(
            draft ->
                draft.now.ifPresent(
                    now ->
                        jdbc.sql(
                                """
                                update review.referral_draft set sealed = ?
                                where browser = ? and once = ? and kept_at = ?""")
                            .params(now, draft.browser, draft.once, draft.keptAt)
                            .update()));
  }

  int forgetOld() {
    return jdbc.sql("delete from review.referral_draft where kept_at <= ?")
        .param(oldest())
        .update();
  }

  private OffsetDateTime oldest() {
    return clock.instant().minus(AGE).atOffset(ZoneOffset.UTC);
  }

  private static String bound(String browser, String once) {
    return String.join("\n", "referral", browser, once);
  }

  private static String json(Map<String, Object> answers) {
    try {
      return JSON.writeValueAsString(answers);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
