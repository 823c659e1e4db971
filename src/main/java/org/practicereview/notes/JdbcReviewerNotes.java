package org.practicereview.notes;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.practicereview.notes.Note.Wording;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcReviewerNotes implements ReviewerNotes, SealedTexts {

  private final JdbcClient jdbc;
  private final NotesKey key;
  private final AuditTrail audit;
  private final Clock clock;

  JdbcReviewerNotes(JdbcClient jdbc, NotesKey key, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.key = key;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Note> of(String caseReference, String author) {
    List<Row> rows =
        jdbc.sql(
                """
                select id, begun_at, destroyed_at from review.reviewer_note
                where case_reference = ? and author = ? order by begun_at desc, id""")
            .params(caseReference, author)
            .query(
                (row, number) ->
                    new Row(
                        row.getString("id"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("destroyed_at", OffsetDateTime.class))))
            .list();
    return rows.stream().map(row -> note(caseReference, author, row)).toList();
  }

  private Note note(String caseReference, String author, Row row) {
    if (row.ended != null) {
      return new Note(row.id, row.begunAt, List.of(), row.ended, null);
    }
    try {
      List<Wording> wordings = wordings(caseReference, author, row);
      return new Note(row.id, row.begunAt, wordings, null, null);
    } catch (NotesClosed e) {
      return new Note(row.id, row.begunAt, List.of(), null, e.getMessage());
    }
  }

  private List<Wording> wordings(String caseReference, String author, Row note) {
    NoteSeal seal = key.toRead();
    return jdbc.sql(
            """
            select version, kept_at, sealed from review.reviewer_note_wording
            where note_id = ? order by version desc""")
        .param(note.id)
        .query(
            (row, number) -> {
              int version = row.getInt("version");
              return new Wording(
                  version,
                  row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                  seal.open(
                      place(caseReference, author, note.id, version), row.getBytes("sealed")));
            })
        .list();
  }

  @Override
  @Transactional
  public String keep(String caseReference, String author, String text) {
    String kept = checked(text);
    NoteSeal seal = key.toWrite();
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into review.reviewer_note (id, case_reference, author, begun_at)
            values (?, ?, ?, ?)""")
        .params(id, caseReference, author, now())
        .update();
    add(id, 1, seal.close(place(caseReference, author, id, 1), kept));
    audit.record(caseReference, author, "The reviewer kept a note for their own recall.");
    return id;
  }

  @Override
  @Transactional
  public void reword(String caseReference, String author, String id, int seenVersion, String text) {
    String kept = checked(text);
    requireOpen(caseReference, author, id);
    int latest =
        jdbc.sql("select max(version) from review.reviewer_note_wording where note_id = ?")
            .param(id)
            .query(Integer.class)
            .single();
    if (latest != seenVersion) {
      throw changedMeanwhile();
    }
    String place = place(caseReference, author, id, latest + 1);
    try {
      add(id, latest + 1, key.toWrite().close(place, kept));
    } catch (DuplicateKeyException e) {
      throw changedMeanwhile();
    }
    audit.record(caseReference, author, "The reviewer reworded a note of their own.");
  }

  @Override
  @Transactional
  public void destroy(String caseReference, String author, String id) {
    requireOpen(caseReference, author, id);
    jdbc.sql("delete from review.reviewer_note_wording where note_id = ?").param(id).update();
    jdbc.sql("update review.reviewer_note set destroyed_at = ? where id = ?")
        .params(now(), id)
        .update();
    audit.record(caseReference, author, "The reviewer destroyed a note of their own.");
  }

  @Override
  public void sealAgain(Again again) {
    jdbc.sql(
            """
            select case_reference, author, id, version, sealed
            from review.reviewer_note join review.reviewer_note_wording on note_id = id""")
        .query(
            (row, number) ->
                new Sealed(
                    row.getString("id"),
                    row.getInt("version"),
                    again.of(
                        place(
                            row.getString("case_reference"),
                            row.getString("author"),
                            row.getString("id"),
                            row.getInt("version")),
                        row.getBytes("sealed"))))
        .list()
        .forEach(
            note ->
                note.now.ifPresent(
                    now ->
                        jdbc.sql(
                                """
                                update review.reviewer_note_wording set sealed = ?
                                where note_id = ? and version = ?""")
                            .params(now, note.id, note.version)
                            .update()));
  }

  /**
   * Holds the note until the caller's transaction ends, so that nothing is added to a destroyed.
   */
  private void requireOpen(String caseReference, String author, String id) {
    boolean destroyed =
        jdbc.sql(
                """
                select destroyed_at from review.reviewer_note
                where id = ? and case_reference = ? and author = ? for update""")
            .params(id, caseReference, author)
            .query((row, number) -> row.getObject("destroyed_at") != null)
            .optional()
            .orElseThrow(() -> new NotThere("There is no such note"));
    if (destroyed) {
      throw new Refused("The note has been destroyed");
    }
  }

  private void add(String id, int version, byte[] sealed) {
    jdbc.sql(
            """
            insert into review.reviewer_note_wording (note_id, version, kept_at, sealed)
            values (?, ?, ?, ?)""")
        .params(id, version, now(), sealed)
        .update();
  }

  private static String checked(String text) {
    if (text == null || text.isBlank()) {
      throw new Refused("A note cannot be empty");
    }
    String kept = text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    if (kept.length() > LONGEST) {
      throw new Refused("A note can have up to 20,000 characters");
    }
    return kept;
  }

  private static Refused changedMeanwhile() {
    return new Refused("The note was changed in another window since you opened it");
  }

  private static String place(String caseReference, String author, String id, int version) {
    return String.join("\n", caseReference, author, id, String.valueOf(version));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private record Sealed(String id, int version, Optional<byte[]> now) {}

  private record Row(String id, Instant begunAt, Instant ended) {}
}
