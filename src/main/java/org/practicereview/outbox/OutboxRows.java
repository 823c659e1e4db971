package org.practicereview.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.practicereview.reading.OneLook;
import org.practicereview.refusals.NotThere;
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
        coalesce(s.accepted_at, o.accepted_at) accepted_at,
        coalesce(s.first_attempt_at, o.first_attempt_at) first_attempt_at,
        coalesce(s.recipient, o.recipient) recipient, coalesce(s.urgent, o.urgent) urgent,
        coalesce(s.told_on, o.told_on) told_on, coalesce(s.told_how, o.told_how) told_how
      from review.outbox o left join review.outbox s on s.id = o.summary_id\s""";

  /** How long an urgent mail may be tried in vain before a person has to know. */
  static final Duration IN_VAIN = Duration.ofMinutes(15);

  /** Of the table by itself: what went into a summary is seen to with the summary. */
  private static final String STUCK =
      """
      (o.state in ('FAILED', 'UNKNOWN')
        or (o.state = 'QUEUED' and o.urgent
          and o.first_attempt_at is not null and o.first_attempt_at <= :inVainSince))""";

  private static final String UNDELIVERED =
      """
      o.partnership in (:partnerships)
        and o.state in ('QUEUED', 'GATHERING', 'SENDING', 'UNKNOWN', 'FAILED')""";

  private static final String FIRST_WHAT_IS_STUCK =
      "case when not " + STUCK + " then 2 when o.urgent then 0 else 1 end, o.queued_at, o.id";

  private final JdbcClient jdbc;
  private final MailServer server;
  private final Installation installation;
  private final Clock clock;

  OutboxRows(JdbcClient jdbc, MailServer server, Installation installation, Clock clock) {
    this.installation = installation;
    this.jdbc = jdbc;
    this.server = server;
    this.clock = clock;
  }

  OutboxMail get(String id) {
    return jdbc.sql(MAIL + "where o.id = ?")
        .param(id)
        .query(this::mail)
        .optional()
        .orElseThrow(() -> new NotThere("There is no such mail in the outbox"));
  }

  List<OutboxMail> of(String caseReference) {
    return OneLook.at(
        "mails of a case",
        caseReference,
        () ->
            jdbc.sql(MAIL + "where o.case_reference = ? order by o.queued_at, o.id")
                .param(caseReference)
                .query(this::mail)
                .list());
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

  /** The rows of a page are found first, so that only they are put in order with what they show. */
  List<OutboxMail> undelivered(Collection<String> partnerships, int from, int most) {
    return jdbc.sql(
            """
            %s where o.id in (
              select o.id from review.outbox o where %s order by %s
              offset :leftOut rows fetch next :most rows only)
            order by %3$s"""
                .formatted(MAIL, UNDELIVERED, FIRST_WHAT_IS_STUCK))
        .param("partnerships", partnerships)
        .param("inVainSince", inVainSince())
        .param("leftOut", from)
        .param("most", most)
        .query(this::mail)
        .list();
  }

  int undeliveredIn(Collection<String> partnerships) {
    return jdbc.sql("select count(*) from review.outbox o where " + UNDELIVERED)
        .param("partnerships", partnerships)
        .query(Integer.class)
        .single();
  }

  List<StuckMail> stuck() {
    return jdbc.sql(
            """
            select o.partnership, o.case_reference, count(*) mails,
              max(case when o.urgent then 1 else 0 end) urgent
            from review.outbox o where %s
            group by o.partnership, o.case_reference order by o.partnership, o.case_reference"""
                .formatted(STUCK))
        .param("inVainSince", inVainSince())
        .query(
            (row, number) ->
                new StuckMail(
                    row.getString("partnership"),
                    row.getString("case_reference"),
                    row.getInt("mails"),
                    row.getInt("urgent") == 1))
        .list();
  }

  int stuckIn(Collection<String> partnerships) {
    return partnerships.isEmpty()
        ? 0
        : jdbc.sql(
                "select count(*) from review.outbox o where o.partnership in (:partnerships) and "
                    + STUCK)
            .param("partnerships", partnerships)
            .param("inVainSince", inVainSince())
            .query(Integer.class)
            .single();
  }

  private OffsetDateTime inVainSince() {
    return clock.instant().minus(IN_VAIN).atOffset(ZoneOffset.UTC);
  }

  private OutboxMail mail(ResultSet row, int number) throws SQLException {
    MailState stored = MailState.valueOf(row.getString("state"));
    boolean waiting = stored == MailState.QUEUED && !server.isConfigured();
    boolean urgent = row.getBoolean("urgent");
    OffsetDateTime first = row.getObject("first_attempt_at", OffsetDateTime.class);
    boolean inVain =
        stored == MailState.QUEUED && first != null && !first.isAfter(inVainSince()) && urgent;
    return new OutboxMail(
        row.getString("id"),
        row.getString("idempotency_key"),
        row.getString("case_reference"),
        row.getString("partnership"),
        row.getString("purpose"),
        row.getString("recipient_role"),
        held(stored) ? MailState.HELD : waiting ? MailState.WAITING : stored,
        waiting ? NO_SERVER : row.getString("reason"),
        row.getInt("attempts"),
        instant(row, "queued_at"),
        List.of(MailState.QUEUED, MailState.GATHERING).contains(stored) && !waiting
            ? instant(row, "next_attempt_at")
            : null,
        instant(row, "accepted_at"),
        row.getString("recipient"),
        urgent,
        inVain || stored == MailState.FAILED || stored == MailState.UNKNOWN,
        row.getObject("told_on", LocalDate.class),
        row.getString("told_how"));
  }

  private boolean held(MailState stored) {
    return List.of(MailState.QUEUED, MailState.GATHERING).contains(stored)
        && installation.seen() != Installation.State.OWN;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
