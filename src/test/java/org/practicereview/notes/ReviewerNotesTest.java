package org.practicereview.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.audit.AuditTrails;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A reviewer's own notes")
class ReviewerNotesTest {

  private static final String CASE = "ES-2026-0001";
  private static final String AUTHOR = "es-reviewer";
  private static final String SECRET = "The nurse wept when she spoke of the bath.";

  private final Clock clock =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/London"));

  @TempDir Path folder;

  private JdbcClient jdbc;
  private AuditTrail audit;
  private ReviewerNotes notes;

  @BeforeEach
  void freshDatabase() {
    JdbcConnectionPool database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    Flyway.configure()
        .dataSource(database)
        .schemas("REVIEW")
        .placeholders(Map.of("binary", "blob"))
        .load()
        .migrate();
    jdbc = JdbcClient.create(database);
    for (String reference : List.of(CASE, "ES-2026-0002")) {
      jdbc.sql(
              """
              insert into review.case_file
                (reference, partnership, partnership_name, guidance, state, opened_at, opened_by)
              values (?, 'essex', 'Essex', 'Guidance', 'open', ?, 'es-manager')""")
          .params(reference, clock.instant().atOffset(java.time.ZoneOffset.UTC))
          .update();
    }
    audit = AuditTrails.on(jdbc, clock);
    notes = withKey("", "notes.key");
  }

  private ReviewerNotes withKey(String key, String file) {
    return with(key(key, file));
  }

  private JdbcReviewerNotes with(NotesKey key) {
    return new JdbcReviewerNotes(jdbc, key, audit, clock);
  }

  private NotesKey key(String key, String file, String... before) {
    return new NotesKey(jdbc, new NotesSettings(key, folder.resolve(file), List.of(before)));
  }

  @Test
  @DisplayName("are there for their author and for no one else, in their own case only")
  void authorOnly() {
    String id = notes.keep(CASE, AUTHOR, SECRET);

    assertThat(notes.of(CASE, AUTHOR))
        .singleElement()
        .satisfies(note -> assertThat(note.wordings().get(0).text()).isEqualTo(SECRET));
    assertThat(notes.of(CASE, "es-manager")).isEmpty();
    assertThat(notes.of("ES-2026-0002", AUTHOR)).isEmpty();
    assertThatThrownBy(() -> notes.reword(CASE, "es-manager", id, 1, "Mine."))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> notes.destroy(CASE, "es-manager", id)).isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> notes.destroy("ES-2026-0002", AUTHOR, id))
        .isInstanceOf(NotThere.class);
    assertThat(notes.of(CASE, AUTHOR)).hasSize(1);
  }

  @Test
  @DisplayName("keep every wording, and refuse one that was typed over an older one")
  void wordings() {
    String id = notes.keep(CASE, AUTHOR, "First.\r\nSecond line.\u0000");
    notes.reword(CASE, AUTHOR, id, 1, SECRET);

    assertThat(notes.of(CASE, AUTHOR).get(0).wordings())
        .extracting(Note.Wording::text)
        .containsExactly(SECRET, "First.\nSecond line.");
    assertThatThrownBy(() -> notes.reword(CASE, AUTHOR, id, 1, "Lost."))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("in another window");
    assertThatThrownBy(() -> notes.keep(CASE, AUTHOR, " ")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> notes.keep(CASE, AUTHOR, "x".repeat(20_001)))
        .isInstanceOf(Refused.class);
    assertThat(notes.of(CASE, AUTHOR)).hasSize(1);
  }

  @Test
  @DisplayName("are gone when they are destroyed; that there was one stays")
  void destroyed() {
    String id = notes.keep(CASE, AUTHOR, SECRET);
    notes.reword(CASE, AUTHOR, id, 1, SECRET + " Again.");
    notes.destroy(CASE, AUTHOR, id);

    assertThat(notes.of(CASE, AUTHOR))
        .singleElement()
        .satisfies(note -> assertThat(note.isDestroyed()).isTrue())
        .satisfies(note -> assertThat(note.wordings()).isEmpty());
    assertThat(rows("reviewer_note_wording")).isEmpty();
    assertThatThrownBy(() -> notes.reword(CASE, AUTHOR, id, 2, "Back."))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> notes.destroy(CASE, AUTHOR, id)).isInstanceOf(Refused.class);
    assertThat(audit.of(CASE))
        .extracting(AuditEntry::sentence)
        .containsExactly(
            "The reviewer kept a note for their own recall.",
            "The reviewer reworded a note of their own.",
            "The reviewer destroyed a note of their own.");
  }

  @Test
  @DisplayName("say nothing to someone who reads or changes the database")
  void databaseReader() {
    String id = notes.keep(CASE, AUTHOR, SECRET);
    byte[] first = sealed(id);
    String same = notes.keep(CASE, AUTHOR, SECRET);

    assertThat(new String(first, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("nurse");
    assertThat(sealed(same)).isNotEqualTo(first);

    jdbc.sql("update review.reviewer_note set author = 'es-manager' where id = ?")
        .param(id)
        .update();
    assertThat(notes.of(CASE, "es-manager"))
        .singleElement()
        .satisfies(ReviewerNotesTest::cannotBeOpened);
    jdbc.sql("update review.reviewer_note set author = ? where id = ?").params(AUTHOR, id).update();
    jdbc.sql("update review.reviewer_note_wording set sealed = ? where note_id = ?")
        .params(sealed(same), id)
        .update();
    assertThat(notes.of(CASE, AUTHOR))
        .filteredOn(note -> note.id().equals(id))
        .singleElement()
        .satisfies(ReviewerNotesTest::cannotBeOpened);
  }

  @Test
  @DisplayName("have a key that only the owner of the service may read, made once")
  void keyFile() throws IOException {
    notes.keep(CASE, AUTHOR, SECRET);
    Path file = folder.resolve("notes.key");
    String key = Files.readString(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    notes.keep(CASE, AUTHOR, "Another.");
    assertThat(Files.readString(file)).isEqualTo(key);
    assertThat(withKey(key, "none").of(CASE, AUTHOR)).hasSize(2);
    assertThat(new NotesSettings(key, file, List.of(key)).toString()).doesNotContain(key);
  }

  @Test
  @DisplayName("are refused, and never mixed, when the key is lost, damaged or another one")
  void otherKey() throws IOException {
    notes.keep(CASE, AUTHOR, SECRET);
    String another = java.util.Base64.getEncoder().encodeToString(new byte[32]);

    for (ReviewerNotes locked :
        List.of(withKey("", "lost.key"), withKey(another, "none"), withKey("short", "none"))) {
      assertThat(locked.of(CASE, AUTHOR))
          .singleElement()
          .satisfies(ReviewerNotesTest::cannotBeOpened);
      assertThatThrownBy(() -> locked.keep(CASE, AUTHOR, "New.")).isInstanceOf(NotesClosed.class);
    }
    assertThat(folder.resolve("lost.key")).doesNotExist();
    assertThat(notes.of(CASE, AUTHOR).get(0).wordings().get(0).text()).isEqualTo(SECRET);
    // Destroying needs no key: what no one can open must still be able to go.
    ReviewerNotes locked = withKey(another, "none");
    locked.destroy(CASE, AUTHOR, locked.of(CASE, AUTHOR).get(0).id());
    assertThat(rows("reviewer_note_wording")).isEmpty();
  }

  @Test
  @DisplayName("are sealed again with a new key, after which the earlier one opens nothing")
  void newKey() throws IOException {
    String id = notes.keep(CASE, AUTHOR, SECRET);
    notes.reword(CASE, AUTHOR, id, 1, SECRET + " Again.");
    String earlier = Files.readString(folder.resolve("notes.key"));
    String newer = java.util.Base64.getEncoder().encodeToString(new byte[32]);
    NotesKey both = key(newer, "none", earlier);

    assertThat(with(both).of(CASE, AUTHOR).get(0).wordings()).hasSize(2);
    with(both).keep(CASE, AUTHOR, "Under the new key.");
    // The node that holds the earlier key alone could not open what the other one keeps.
    assertThatThrownBy(() -> notes.keep(CASE, AUTHOR, "New.")).isInstanceOf(NotesClosed.class);
    assertThat(with(key(newer, "none")).of(CASE, AUTHOR))
        .filteredOn(note -> note.id().equals(id))
        .singleElement()
        .satisfies(ReviewerNotesTest::cannotBeOpened);
    byte[] then = sealed(id, 2);

    new KeyRotation(both, List.of(with(both))).run();

    assertThat(sealed(id, 2)).isNotEqualTo(then);
    assertThat(with(key(newer, "none")).of(CASE, AUTHOR))
        .flatExtracting(Note::wordings)
        .extracting(Note.Wording::text)
        .containsExactlyInAnyOrder(SECRET, SECRET + " Again.", "Under the new key.");
    assertThat(with(key(earlier, "none")).of(CASE, AUTHOR))
        .hasSize(2)
        .allSatisfy(ReviewerNotesTest::cannotBeOpened);
    then = sealed(id, 2);
    new KeyRotation(both, List.of(with(both))).run();
    assertThat(sealed(id, 2)).isEqualTo(then);

    NotesKey back = key(earlier, "none", newer);
    new KeyRotation(back, List.of(with(back))).run();
    assertThat(with(key(earlier, "none")).of(CASE, AUTHOR))
        .as("gone back to, and the key meanwhile is put away")
        .flatExtracting(Note::wordings)
        .hasSize(3);
  }

  @Test
  @DisplayName("open as they were sealed before a library did it")
  void asBefore() throws Exception {
    byte[] key = new byte[32];
    byte[] nonce = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD("place".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    byte[] sealed = cipher.doFinal(SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    byte[] whole = java.util.Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);

    assertThat(new NoteSeal(List.of(key)).open("place", whole)).isEqualTo(SECRET);
  }

  private static void cannotBeOpened(Note note) {
    assertThat(note.wordings()).isEmpty();
    assertThat(note.closed()).isNotBlank().doesNotContain("nurse");
  }

  private byte[] sealed(String id) {
    return sealed(id, 1);
  }

  private byte[] sealed(String id, int version) {
    return jdbc.sql(
            "select sealed from review.reviewer_note_wording where note_id = ? and version = ?")
        .params(id, version)
        .query((row, number) -> row.getBytes("sealed"))
        .single();
  }

  private List<Map<String, Object>> rows(String table) {
    return jdbc.sql("select * from review." + table).query().listOfRows();
  }
}
