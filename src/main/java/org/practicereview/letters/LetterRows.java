package org.practicereview.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.reading.OneLook;
import org.practicereview.refusals.NotThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of letters in the database. */
@Component
class LetterRows {

  private static final String LETTER =
      """
      select l.*, v.edited_by
      from review.letter l
      join review.letter_version v on v.letter_id = l.id and v.version = l.version\s""";

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Clock clock;

  LetterRows(JdbcClient jdbc, Outbox outbox, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.clock = clock;
  }

  Optional<String> withKey(String key) {
    return jdbc.sql("select id from review.letter where idempotency_key = ?")
        .param(key)
        .query(String.class)
        .optional();
  }

  String insert(
      LetterRequest request,
      String key,
      LetterTemplate template,
      Partnership partnership,
      Recipient recipient,
      String body) {
    String id = UUID.randomUUID().toString();
    boolean approval = request.needsApproval() && !template.notice();
    jdbc.sql(
            """
            insert into review.letter
              (id, idempotency_key, case_reference, partnership, template, title, scope,
               recipient_kind, recipient_name, recipient_role, recipient_address, recipient_post,
               needs_approval, enclosures, state, version, written_by, written_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)""")
        .params(
            id,
            key,
            request.caseReference(),
            partnership.id(),
            template.id(),
            template.title(partnership),
            request.scope(),
            recipient.key(),
            shortened(recipient.name()),
            recipient.role(),
            recipient.address().orElse(null),
            recipient.post().orElse(null),
            approval,
            Stream.of(request.enclosures(), template.enclosures())
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(",")),
            LetterState.DRAFT.name(),
            request.by(),
            now())
        .update();
    addVersion(id, 1, body, request.by());
    return id;
  }

  void addVersion(String id, int version, String body, String by) {
    jdbc.sql("insert into review.letter_version values (?, ?, ?, ?, ?)")
        .params(id, version, body, by, now())
        .update();
  }

  /** Makes {@code next} the latest version; false if the letter has gone or was changed. */
  boolean edited(String id, int seen, int next) {
    return jdbc.sql(
                """
                update review.letter
                set version = ?, state = 'DRAFT', approved_by = null, approved_at = null
                where id = ? and version = ? and state in ('DRAFT', 'APPROVED')""")
            .params(next, id, seen)
            .update()
        == 1;
  }

  boolean approved(String id, int version, String by) {
    return jdbc.sql(
                """
                update review.letter set state = 'APPROVED', approved_by = ?, approved_at = ?
                where id = ? and version = ? and state = 'DRAFT'""")
            .params(by, now(), id, version)
            .update()
        == 1;
  }

  boolean gone(Letter letter, LetterState state, String by, String documentId, String mailId) {
    return jdbc.sql(
                """
                update review.letter
                set state = ?, sent_by = ?, sent_at = ?, document_id = ?, mail_id = ?
                where id = ? and version = ? and state = ?""")
            .params(
                state.name(),
                by,
                now(),
                documentId,
                mailId,
                letter.id(),
                letter.version(),
                letter.state().name())
            .update()
        == 1;
  }

  boolean moved(String id, List<LetterState> from, LetterState to, String by) {
    return jdbc.sql(
                """
                update review.letter set state = :to, sent_by = :by, sent_at = :at
                where id = :id and state in (:from)""")
            .param("to", to.name())
            .param("by", by)
            .param("at", now())
            .param("id", id)
            .param("from", from.stream().map(LetterState::name).toList())
            .update()
        == 1;
  }

  /** The mail of a letter, if it is one, goes to another address. */
  void readdressed(String mailId, String address) {
    jdbc.sql("update review.letter set recipient_address = ? where mail_id = ?")
        .params(address, mailId)
        .update();
  }

  Letter get(String id) {
    String mail =
        jdbc.sql("select coalesce(mail_id, '') from review.letter where id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new NotThere("There is no such letter"));
    Map<String, OutboxMail> mails = mail.isEmpty() ? Map.of() : Map.of(mail, outbox.get(mail));
    return jdbc.sql(LETTER + "where l.id = ?")
        .param(id)
        .query((row, number) -> letter(row, mails))
        .single();
  }

  List<Letter> of(String caseReference) {
    return OneLook.at("letters of a case", caseReference, () -> read(caseReference));
  }

  private List<Letter> read(String caseReference) {
    Map<String, OutboxMail> mails = mails(caseReference);
    return jdbc.sql(LETTER + "where l.case_reference = ? order by l.written_at, l.id")
        .param(caseReference)
        .query((row, number) -> letter(row, mails))
        .list();
  }

  /** Read beforehand: a query within a query would hold two connections of the pool at once. */
  private Map<String, OutboxMail> mails(String caseReference) {
    return outbox.of(caseReference).stream()
        .collect(Collectors.toMap(OutboxMail::id, Function.identity()));
  }

  List<Letter> open(LettersOf letters) {
    return of(letters.caseReference()).stream()
        .filter(Letter::isOpen)
        .filter(letters::include)
        .toList();
  }

  /** Keeps letters from being reworded until the caller's transaction ends. */
  void keep(List<String> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("select id from review.letter where id in (:ids) order by id for update")
          .param("ids", ids)
          .query(String.class)
          .list();
    }
  }

  /** When a letter was given its latest wording. */
  Instant editedAt(Letter letter) {
    return jdbc.sql(
            "select edited_at from review.letter_version where letter_id = ? and version = ?")
        .params(letter.id(), letter.version())
        .query((row, number) -> instant(row, "edited_at"))
        .single();
  }

  /** An earlier wording; empty text if there is none of that number. */
  String body(String id, int version) {
    return jdbc.sql("select body from review.letter_version where letter_id = ? and version = ?")
        .params(id, version)
        .query(String.class)
        .optional()
        .orElse("");
  }

  String body(String id) {
    return jdbc.sql(
            """
            select v.body from review.letter_version v
            join review.letter l on l.id = v.letter_id and l.version = v.version
            where l.id = ?""")
        .param(id)
        .query(String.class)
        .single();
  }

  List<String> enclosures(String id) {
    String kinds =
        jdbc.sql("select enclosures from review.letter where id = ?")
            .param(id)
            .query(String.class)
            .single();
    return Arrays.stream(kinds.split(",")).filter(kind -> !kind.isEmpty()).toList();
  }

  private static Letter letter(ResultSet row, Map<String, OutboxMail> mails) throws SQLException {
    String mail = row.getString("mail_id");
    return new Letter(
        row.getString("id"),
        row.getString("case_reference"),
        row.getString("partnership"),
        row.getString("template"),
        row.getString("title"),
        row.getString("scope"),
        row.getString("recipient_kind"),
        row.getString("recipient_name"),
        row.getString("recipient_role"),
        row.getString("recipient_address"),
        row.getString("recipient_post"),
        row.getBoolean("needs_approval"),
        LetterState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getString("written_by"),
        instant(row, "written_at"),
        row.getString("edited_by"),
        row.getString("approved_by"),
        instant(row, "approved_at"),
        row.getString("sent_by"),
        instant(row, "sent_at"),
        row.getString("document_id"),
        mail == null ? null : mails.get(mail));
  }

  private static String shortened(String name) {
    return name.length() > 200 ? name.substring(0, 200) : name;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
