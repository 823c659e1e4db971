package org.practicereview.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.audit.AuditTrail;
import org.practicereview.bundle.Bundle.State;
import org.practicereview.bundle.BundleFile.Made;
import org.practicereview.bundle.BundleOrder.Head;
import org.practicereview.casefile.Seals;
import org.practicereview.refusals.NotThere;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bundles of cases, as they were made. The file lies in pieces, so that neither keeping nor
 * reading it takes more memory for a long one. Who may have one is for the caller to know.
 */
@Service
public class Bundles {

  private static final int PIECE = 1024 * 1024;

  private final JdbcClient jdbc;
  private final Seals seals;
  private final AuditTrail audit;
  private final Clock clock;

  Bundles(JdbcClient jdbc, Seals seals, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.audit = audit;
    this.clock = clock;
  }

  /** The bundles of a case, newest first. */
  public List<Bundle> of(String caseReference) {
    return jdbc.sql(
            "select * from review.case_bundle where case_reference = ? order by asked_at desc")
        .param(caseReference)
        .query(Bundles::bundle)
        .list();
  }

  /**
   * A bundle of a case.
   *
   * @throws NotThere if the case has no such bundle
   */
  public Bundle get(String caseReference, String id) {
    return jdbc.sql("select * from review.case_bundle where case_reference = ? and id = ?")
        .params(caseReference, id)
        .query(Bundles::bundle)
        .optional()
        .orElseThrow(() -> new NotThere("There is no such bundle"));
  }

  /**
   * Whether a bundle opens at all: one that was gathered before the report was sealed may hold its
   * words and opens for no one. Times do not tell, since a seal is dated before others see it.
   */
  public boolean isOpen(Bundle bundle) {
    return bundle.isMade() && (bundle.underSeal() || !seals.isSealed(bundle.caseReference()));
  }

  /** Writes the file of a bundle, piece by piece. */
  public void write(Bundle bundle, OutputStream out) throws IOException {
    for (int number = 0; ; number++) {
      byte[] piece =
          jdbc.sql(
                  "select content from review.case_bundle_piece where bundle_id = ? and number = ?")
              .params(bundle.id(), number)
              .query((row, index) -> row.getBytes("content"))
              .optional()
              .orElse(null);
      if (piece == null) {
        return;
      }
      out.write(piece);
    }
  }

  /**
   * Notes that a bundle is being made.
   *
   * @return whether it is a new one; false if the same form was sent before
   */
  boolean begin(Head head) {
    try {
      insert(head);
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private void insert(Head head) {
    jdbc.sql(
            """
            insert into review.case_bundle (id, case_reference, purpose, recipient, reason, parts,
              wanted, sessions, made_by, under_seal, asked_at, state, pages, size_in_bytes, sha256, removed, problem)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', 0, '')""")
        .params(
            head.id(),
            head.caseReference(),
            head.purpose().name(),
            head.recipient(),
            head.reason(),
            head.parts(),
            head.wanted(),
            String.join(",", new TreeSet<>(head.sessions())),
            head.by(),
            head.underSeal(),
            now(),
            State.MAKING.name())
        .update();
  }

  /** Keeps the file of a bundle, each piece by itself. */
  void keep(String id, InputStream file) throws IOException {
    byte[] piece = file.readNBytes(PIECE);
    for (int number = 0; piece.length > 0; number++) {
      jdbc.sql("insert into review.case_bundle_piece (bundle_id, number, content) values (?, ?, ?)")
          .params(id, number, piece)
          .update();
      piece = file.readNBytes(PIECE);
    }
  }

  /**
   * Notes that a bundle is there, and that it was made.
   *
   * @param sha256 checksum of the file
   * @throws NotMade if the report was sealed meanwhile
   */
  @Transactional
  void made(Head head, Made made, long size, String sha256) {
    audit.oneAtATime(head.caseReference());
    jdbc.sql(
            """
            update review.case_bundle set state = ?, finished_at = ?, pages = ?, size_in_bytes = ?,
              sha256 = ?, removed = ? where id = ?""")
        .params(State.MADE.name(), now(), made.pages(), size, sha256, made.removed(), head.id())
        .update();
    if (!isOpen(get(head.caseReference(), head.id()))) {
      throw new NotMade("The report was sealed while the bundle was made. Make it again");
    }
    audit.record(
        head.caseReference(),
        head.by(),
        "A bundle of the case was made for %s: %d pages; %s. Something was removed in %d places. Checksum (SHA-256) %s."
            .formatted(
                head.purpose().within(), made.pages(), head.parts(), made.removed(), sha256));
  }

  /** Notes why a bundle was not made; nothing of it is kept. */
  @Transactional
  void notMade(String id, String why) {
    jdbc.sql("delete from review.case_bundle_piece where bundle_id = ?").param(id).update();
    jdbc.sql("update review.case_bundle set state = ?, finished_at = ?, problem = ? where id = ?")
        .params(
            State.NOT_MADE.name(),
            now(),
            why.length() > 900 ? why.substring(0, 900) + "…" : why,
            id)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Bundle bundle(ResultSet row, int number) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new Bundle(
        row.getString("id"),
        row.getString("case_reference"),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("recipient"),
        row.getString("reason"),
        row.getString("parts"),
        row.getString("wanted"),
        sessions(row.getString("sessions")),
        row.getString("made_by"),
        row.getBoolean("under_seal"),
        instant(row.getObject("asked_at", OffsetDateTime.class)),
        State.valueOf(row.getString("state")),
        finished == null ? null : instant(finished),
        row.getInt("pages"),
        row.getLong("size_in_bytes"),
        row.getString("sha256"),
        row.getInt("removed"),
        row.getString("problem"));
  }

  private static Set<String> sessions(String kept) {
    return Arrays.stream(kept.split(",")).filter(one -> !one.isEmpty()).collect(Collectors.toSet());
  }

  private static Instant instant(OffsetDateTime at) {
    return at.toInstant();
  }
}
