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

  private final JdbcClient jdbc;
  private final MailServer server;

  OutboxRows(JdbcClient jdbc, MailServer server) {
    this.jdbc = jdbc;
    this.server = server;
  }

  OutboxMail get(String id) {
    return jdbc.sql("select * from review.outbox where id = ?")
        .param(id)
        .query(this::mail)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("There is no such mail in the outbox"));
  }

  List<OutboxMail> of(String caseReference) {
    return jdbc.sql("select * from review.outbox where case_reference = ? order by queued_at, id")
        .param(caseReference)
        .query(this::mail)
        .list();
  }

  List<OutboxMail> carrying(Collection<String> references) {
    return jdbc.sql(
            """
            select * from review.outbox
            where id in (select mail_id from review.outbox_attachment where reference in (:files))
            order by queued_at, id""")
        .param("files", references)
        .query(this::mail)
        .list();
  }

  List<OutboxMail> undelivered(String partnership) {
    return jdbc.sql(
            """
            select * from review.outbox
            where partnership = ? and state not in ('ACCEPTED', 'CANCELLED')
            order by queued_at, id""")
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
        stored == MailState.QUEUED && !waiting ? instant(row, "next_attempt_at") : null,
        instant(row, "accepted_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
