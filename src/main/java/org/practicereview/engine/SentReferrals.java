package org.practicereview.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets each opened form of a referral, on the public page or in Tasklist, open one case only,
 * however often it is sent: a page that is loaded again and a second click send it twice.
 */
@Component
public class SentReferrals {

  private final JdbcClient jdbc;
  private final TransactionTemplate together;

  SentReferrals(JdbcClient jdbc, TransactionTemplate together) {
    this.jdbc = jdbc;
    this.together = together;
  }

  /**
   * A referral that was received.
   *
   * @param reference of its case
   * @param asBefore whether it held the same answers as the one that opened the case
   */
  public record Received(String reference, boolean asBefore) {}

  /** A mark for a form that is opened now. */
  public static String newMark() {
    return UUID.randomUUID().toString();
  }

  /** Whether a text is such a mark. */
  public static boolean isMark(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  /**
   * Opens the case of a form, or finds the one that the form has opened before.
   *
   * @param once mark of the form
   * @param open opens a case and gives its reference
   */
  public Received send(String once, Map<String, Object> answers, Supplier<String> open) {
    String fingerprint = fingerprint(answers);
    try {
      return together.execute(
          status -> {
            jdbc.sql("insert into review.referral_sent (once, answers) values (?, ?)")
                .params(once, fingerprint)
                .update();
            String reference = open.get();
            jdbc.sql("update review.referral_sent set case_reference = ? where once = ?")
                .params(reference, once)
                .update();
            return new Received(reference, true);
          });
    } catch (DuplicateKeyException e) {
      // A duplicate of something else is no second sending.
      String reference = reference(once).orElseThrow(() -> e);
      return new Received(reference, isAs(once, fingerprint));
    }
  }

  /** The case that a form has opened. */
  public Optional<String> reference(String once) {
    return jdbc.sql("select case_reference from review.referral_sent where once = ?")
        .param(once)
        .query(String.class)
        .optional();
  }

  private boolean isAs(String once, String fingerprint) {
    return jdbc.sql("select answers from review.referral_sent where once = ?")
        .param(once)
        .query(String.class)
        .single()
        .equals(fingerprint);
  }

  private static String fingerprint(Map<String, Object> answers) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(new TreeMap<>(answers).toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
