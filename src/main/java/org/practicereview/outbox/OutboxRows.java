package org.practicereview.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the outbox as people see it. */
@Component
class OutboxRows {

  private static final String NO_SERVER = "No mail server is configured";

  /** A mail that went into a summary shares its fate. */
  private static final String MAIL =
      """
      select o.id, o.idempotency_key, o.case_reference, o.partnership, o.purpose, o.recipient_role,
        o.queued_at, coalesce(s.state, o.state) state, coalesce(s.reason, o.reason) reason,
        coalesce(s.attempts, o.attempts) attempts,
        coalesce(s.next_attempt_at, o.next_attempt_at) next_attempt_at,
        coalesce(s.accepted_at, o.accepted_at) accepted_at
      from review.outbox o left join review.outbox s on s.id = o.summary_id\s""";

  private final JdbcClient jdbc;
  private final MailServer server;

  OutboxRows(JdbcClient jdbc, MailServer server) {
    this.jdbc = jdbc;
    this.server = server;
  }

  OutboxMail get(String id) {
    return jdbc.sql(MAIL + "where o.id = ?")
        .param(id)
        .query(this::mail)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("There is no such mail in the outbox"));
  }

  List<OutboxMail> of(String caseReference) {
    return jdbc.sql(MAIL + "where o.case_reference = ? order by o.queued_at, o.id")
        .param(caseReference)
        .query(this::mail)
        .list();
  }

  List<OutboxMail> carrying(Collection<String> references) {
    return jdbc.sql(
            MAIL
                + """
            where o.id in (select mail_id from review.outbox_attachment where reference in (:files))
            order by o.queued_at, o.id""")
        .param("files", references)
        .query(this::mail)
        .list();
  }

  List<OutboxMail> undelivered(String partnership) {
    return jdbc.sql(
            MAIL
                + """
            where o.partnership = ? and o.state not in ('ACCEPTED', 'CANCELLED', 'IN_SUMMARY')
            order by o.queued_at, o.id""")
        .param(partnership)
        .query(this::mail)
        .list();
  }

  private OutboxMail mail(ResultSet row, int number) throws SQLException {
    MailState stored = MailState.valueOf(row.getString("state"));
    boolean waiting = stored == MailState.QUEUED && !server.isConfigured();
    return new OutboxMail(
        row.getString("id"),
        row.getString("idempotency_key"),
        row.getString("case_reference"),
        row.getString("partnership"),
        row.getString("purpose"),
        row.getString("recipient_role"),
        waiting ? MailState.WAITING : stored,
        waiting ? NO_SERVER : row.getString("reason"),
        row.getInt("attempts"),
        instant(row, "queued_at"),
        List.of(MailState.QUEUED, MailState.GATHERING).contains(stored) && !waiting
            ? instant(row, "next_attempt_at")
            : null,
        instant(row, "accepted_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
