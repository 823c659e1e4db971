package org.practicereview.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcAuditTrail implements AuditTrail {

  private static final int LONGEST_SENTENCE = 2000;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcAuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void record(String caseReference, String actor, String sentence) {
    String kept =
        sentence.length() > LONGEST_SENTENCE ? sentence.substring(0, LONGEST_SENTENCE) : sentence;
    // The databases keep microseconds; more would not verify when read back.
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String hash = hash(lockedLastHash(caseReference), at, caseReference, actor, kept);
    jdbc.sql(
            """
            insert into review.audit_entry (case_reference, at, actor, sentence, hash)
            values (?, ?, ?, ?, ?)""")
        .params(caseReference, at.atOffset(ZoneOffset.UTC), actor, kept, hash)
        .update();
    jdbc.sql("update review.audit_chain set last_hash = ? where case_reference = ?")
        .params(hash, caseReference)
        .update();
  }

  @Override
  @Transactional
  public void oneAtATime(String caseReference) {
    lockedLastHash(caseReference);
  }

  @Override
  public List<AuditEntry> of(String caseReference) {
    return lines(caseReference).stream().map(Line::entry).toList();
  }

  @Override
  public boolean verify(String caseReference) {
    List<Line> lines = lines(caseReference);
    String before = "";
    for (Line line : lines) {
      AuditEntry entry = line.entry();
      String expected =
          hash(before, entry.at(), entry.caseReference(), entry.actor(), entry.sentence());
      if (!expected.equals(line.hash())) {
        return false;
      }
      before = line.hash();
    }
    return before.equals(lines.isEmpty() ? lastHash(caseReference) : lines.get(0).last());
  }

  private String lockedLastHash(String caseReference) {
    return jdbc.sql("select last_hash from review.audit_chain where case_reference = ? for update")
        .param(caseReference)
        .query(String.class)
        .optional()
        .orElseGet(() -> begin(caseReference));
  }

  private String begin(String caseReference) {
    jdbc.sql("insert into review.audit_chain (case_reference, last_hash) values (?, '')")
        .param(caseReference)
        .update();
    return "";
  }

  private String lastHash(String caseReference) {
    return jdbc.sql("select last_hash from review.audit_chain where case_reference = ?")
        .param(caseReference)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** With the end of the chain in one look: an entry written in between would seem to break it. */
  private List<Line> lines(String caseReference) {
    return jdbc.sql(
            """
            select e.*, c.last_hash from review.audit_entry e
            left join review.audit_chain c on c.case_reference = e.case_reference
            where e.case_reference = ? order by e.number""")
        .param(caseReference)
        .query(JdbcAuditTrail::line)
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        new AuditEntry(
            row.getLong("number"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("case_reference"),
            row.getString("actor"),
            row.getString("sentence")),
        row.getString("hash"),
        row.getString("last_hash"));
  }

  private static String hash(
      String before, Instant at, String caseReference, String actor, String sentence) {
    try {
      String line = String.join("\n", before, at.toString(), caseReference, actor, sentence);
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Line(AuditEntry entry, String hash, String last) {}
}
