package org.practicereview.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Seals;
import org.practicereview.notes.NotesClosed;
import org.practicereview.notes.SealedTexts;
import org.practicereview.notes.TextSeal;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What managers note on a case, beside its answers: for themselves, or for the colleagues who may
 * know the child. Kept unreadable in the database. With the report of a case its notes are sealed:
 * they may hold its words. Whether the caller may see the case, the caller has checked.
 */
@Service
public class CaseNotes implements SealedTexts {

  /** The longest note, in characters. */
  public static final int LONGEST = 4000;

  private static final String SEALED =
      "The report of this case is sealed, and its notes with it: none can be read or added";

  private final JdbcClient jdbc;
  private final TextSeal seal;
  private final Seals seals;
  private final AuditTrail audit;
  private final Clock clock;

  CaseNotes(JdbcClient jdbc, TextSeal seal, Seals seals, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.seals = seals;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A note as one person reads it.
   *
   * @param text what it says; empty once it was taken back, or while it cannot be opened
   * @param own whether it is the reader's
   * @param takenBackAt when its author took it back, or null
   * @param closed why it cannot be opened; empty if it can
   */
  public record CaseNote(
      String id,
      String author,
      boolean forColleagues,
      Instant writtenAt,
      String text,
      boolean own,
      Instant takenBackAt,
      String closed) {}

  private record Row(
      String id,
      String author,
      boolean forColleagues,
      Instant at,
      byte[] sealed,
      Instant takenBackAt) {}

  /**
   * The notes that someone may read, newest first: their own, and those for colleagues. None while
   * the report is sealed.
   *
   * @param identity whether they may know who the child is
   */
  @Transactional(readOnly = true)
  public List<CaseNote> of(String caseReference, String reader, boolean identity) {
    if (seals.isSealed(caseReference)) {
      return List.of();
    }
    return jdbc
        .sql(
            """
            select * from review.case_note where case_reference = :case
              and (author = :reader or for_colleagues and :identity)
            order by written_at desc, id""")
        .param("case", caseReference)
        .param("reader", reader)
        .param("identity", identity)
        .query(CaseNotes::row)
        .list()
        .stream()
        .map(row -> opened(caseReference, row, reader))
        .toList();
  }

  private CaseNote opened(String caseReference, Row row, String reader) {
    String text = "";
    String closed = "";
    if (row.takenBackAt() == null) {
      try {
        text = seal.open(place(caseReference, row.author(), row.id()), row.sealed());
      } catch (NotesClosed e) {
        closed = e.getMessage();
      }
    }
    return new CaseNote(
        row.id(),
        row.author(),
        row.forColleagues(),
        row.at(),
        text,
        row.author().equals(reader),
        row.takenBackAt(),
        closed);
  }

  /**
   * Writes a note.
   *
   * @throws Refused if it is empty or too long, or the report is sealed; nothing is changed then
   */
  @Transactional
  public void write(String caseReference, String author, String text, boolean forColleagues) {
    String written = checked(text);
    if (seals.isSealed(caseReference)) {
      throw new Refused(SEALED);
    }
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into review.case_note
              (id, case_reference, author, for_colleagues, written_at, sealed)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            id,
            caseReference,
            author,
            forColleagues,
            now(),
            seal.close(place(caseReference, author, id), written))
        .update();
    if (forColleagues) {
      audit.record(caseReference, author, "A note for colleagues was written on the case.");
    }
  }

  /**
   * Takes a note back: what it says is destroyed, and that it was there stays.
   *
   * @throws NotThere if the person has written no such note
   * @throws Refused if it was taken back already, or the report is sealed
   */
  @Transactional
  public void takeBack(String caseReference, String author, String id) {
    Row note =
        jdbc.sql(
                """
                select * from review.case_note
                where id = ? and case_reference = ? and author = ? for update""")
            .params(id, caseReference, author)
            .query(CaseNotes::row)
            .optional()
            .orElseThrow(() -> new NotThere("There is no such note"));
    if (seals.isSealed(caseReference)) {
      throw new Refused(SEALED);
    }
    if (note.takenBackAt() != null) {
      throw new Refused("The note was taken back already");
    }
    jdbc.sql("update review.case_note set sealed = null, taken_back_at = ? where id = ?")
        .params(now(), id)
        .update();
    if (note.forColleagues()) {
      audit.record(caseReference, author, "A note for colleagues was taken back by its author.");
    }
  }

  @Override
  @Transactional
  public void sealAgain(Again again) {
    record Sealed(String id, Optional<byte[]> now) {}

    jdbc.sql("select * from review.case_note where sealed is not null for update")
        .query(
            (row, number) ->
                new Sealed(
                    row.getString("id"),
                    again.of(
                        place(
                            row.getString("case_reference"),
                            row.getString("author"),
                            row.getString("id")),
                        row.getBytes("sealed"))))
        .list()
        .forEach(
            note ->
                note.now.ifPresent(
                    now ->
                        jdbc.sql("update review.case_note set sealed = ? where id = ?")
                            .params(now, note.id)
                            .update()));
  }

  private static String checked(String text) {
    if (text == null || text.isBlank()) {
      throw new Refused("A note cannot be empty");
    }
    String written = text.strip().replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    if (written.length() > LONGEST) {
      throw new Refused("A note can have up to 4,000 characters");
    }
    return written;
  }

  private static String place(String caseReference, String author, String id) {
    return String.join("\n", "case-note", caseReference, author, id);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    OffsetDateTime takenBack = row.getObject("taken_back_at", OffsetDateTime.class);
    return new Row(
        row.getString("id"),
        row.getString("author"),
        row.getBoolean("for_colleagues"),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getBytes("sealed"),
        takenBack == null ? null : takenBack.toInstant());
  }
}
