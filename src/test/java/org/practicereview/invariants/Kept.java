package org.practicereview.invariants;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Documents are what they were, the trail is whole and in order, and mail that waits is tried again
 * within a quarter of an hour.
 */
final class Kept {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final Instant now;

  Kept(JdbcClient jdbc, Instant now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  private record File(String id, long size, String sha256, byte[] content) {}

  private record Line(Instant at, String actor, String sentence, String hash) {}

  List<String> broken(String caseReference) {
    List<String> broken = new ArrayList<>();
    documents(caseReference, broken);
    trail(caseReference, broken);
    waiting(caseReference, broken);
    return broken;
  }

  private void documents(String caseReference, List<String> broken) {
    jdbc
        .sql("select * from review.document where case_reference = ?")
        .param(caseReference)
        .query(
            (row, number) ->
                new File(
                    row.getString("id"),
                    row.getLong("size_in_bytes"),
                    row.getString("sha256"),
                    row.getBytes("content")))
        .list()
        .stream()
        .filter(
            file ->
                file.content().length != file.size()
                    || !sha256(file.content()).equals(file.sha256()))
        .forEach(file -> broken.add("The document " + file.id() + " is not what it was"));
  }

  private void trail(String caseReference, List<String> broken) {
    Instant last = Instant.MIN;
    String before = "";
    for (Line line :
        jdbc.sql("select * from review.audit_entry where case_reference = ? order by number")
            .param(caseReference)
            .query(
                (row, number) ->
                    new Line(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("sentence"),
                        row.getString("hash")))
            .list()) {
      if (line.at().isBefore(last)) {
        broken.add("The trail goes back in time at: " + line.sentence());
      }
      String text =
          String.join(
              "\n", before, line.at().toString(), caseReference, line.actor(), line.sentence());
      if (!sha256(text.getBytes(StandardCharsets.UTF_8)).equals(line.hash())) {
        broken.add("The trail was changed at: " + line.sentence());
      }
      last = line.at();
      before = line.hash();
    }
  }

  private void waiting(String caseReference, List<String> broken) {
    jdbc.sql(
            """
            select purpose from review.outbox
            where case_reference = ? and state = 'QUEUED' and next_attempt_at > ?""")
        .params(caseReference, now.plus(LONGEST_WAIT).atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list()
        .forEach(purpose -> broken.add("The mail waits too long for its next try: " + purpose));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
