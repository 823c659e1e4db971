package org.practicereview.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a mail from due to done, each a short transaction of its own. Every step is one
 * conditional update, so that of two nodes only one takes it.
 */
@Component
class ClaimRows {

  /** How long a node has a mail in hand that it no longer renews: see {@link Leases}. */
  static final Duration LEASE = Duration.ofSeconds(50);

  private static final String STOPPED =
      "The service stopped while the mail server was taking this; it may have arrived";

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  ClaimRows(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is to be sent next, urgent mail first.
   *
   * @param again whether mail that was tried in vain before is wanted, too
   */
  List<Due> due(int most, boolean again) {
    return jdbc.sql(
            """
            select id, attempts from review.outbox
            where state = 'QUEUED' and next_attempt_at <= ?
              and (claimed_until is null or claimed_until < ?) and (attempts = 0 or ?)
            order by urgent desc, next_attempt_at, id fetch first ? rows only""")
        .params(now(), now(), again, most)
        .query((row, number) -> new Due(row.getString("id"), row.getInt("attempts") > 0))
        .list();
  }

  /** A mail to be sent, and whether it was tried in vain before. */
  record Due(String id, boolean again) {}

  /** Takes a mail in hand; empty if another node was quicker or it is not due any more. */
  @Transactional
  public Optional<ClaimedMail> claim(String id) {
    String token = UUID.randomUUID().toString();
    OffsetDateTime now = now();
    int claimed =
        jdbc.sql(
                """
                update review.outbox
                set claimed_by = ?, claimed_until = ?, attempts = attempts + 1,
                  first_attempt_at = coalesce(first_attempt_at, ?)
                where id = ? and state = 'QUEUED' and next_attempt_at <= ?
                  and (claimed_until is null or claimed_until < ?)""")
            .params(token, now.plus(LEASE), now, id, now, now)
            .update();
    return claimed == 0 ? Optional.empty() : Optional.of(load(id));
  }

  /** Says that the mail server is about to get it; false if it is not ours any more. */
  @Transactional
  public boolean startSending(ClaimedMail mail) {
    return jdbc.sql(
                """
                update review.outbox set state = 'SENDING', claimed_until = ?
                where id = ? and claimed_by = ? and state = 'QUEUED'""")
            .params(now().plus(LEASE), mail.id(), mail.token())
            .update()
        == 1;
  }

  /** Keeps a mail in hand, while the mail server takes its time. */
  @Transactional
  public void renew(ClaimedMail mail) {
    jdbc.sql(
            """
            update review.outbox set claimed_until = ?
            where id = ? and claimed_by = ? and state in ('QUEUED', 'SENDING')
              and claimed_until is not null""")
        .params(now().plus(LEASE), mail.id(), mail.token())
        .update();
  }

  /** Writes down how the attempt ended. */
  @Transactional
  public void record(ClaimedMail mail, Delivery delivery) {
    boolean givenUp =
        delivery.result() == Delivery.Result.LATER
            && BackOff.exhausted(mail.firstAttemptAt(), clock.instant());
    MailState state =
        switch (delivery.result()) {
          case ACCEPTED -> MailState.ACCEPTED;
          case LATER -> givenUp ? MailState.FAILED : MailState.QUEUED;
          case REFUSED -> MailState.FAILED;
          case UNKNOWN -> MailState.UNKNOWN;
        };
    String reason =
        givenUp ? "Given up after 7 days. Last: " + delivery.reason() : delivery.reason();
    int changed = update(mail, state, MailText.oneLine(reason, 500));
    if (changed == 1 && state != MailState.QUEUED) {
      audit.record(
          mail.caseReference(), AuditTrail.SYSTEM, describe(mail) + sentence(state, reason));
    }
  }

  private int update(ClaimedMail mail, MailState state, String reason) {
    OffsetDateTime next = now().plus(BackOff.after(mail.attempts()));
    // An answer that comes after the lease ran out is still the truth about this mail.
    return jdbc.sql(
            """
            update review.outbox
            set state = ?, reason = ?, next_attempt_at = ?, accepted_at = ?, claimed_until = null
            where id = ? and claimed_by = ? and state in ('QUEUED', 'SENDING', 'UNKNOWN')""")
        .params(
            state.name(),
            reason,
            next,
            state == MailState.ACCEPTED ? now() : null,
            mail.id(),
            mail.token())
        .update();
  }

  /** Finds mail that a node was sending when it died: no one can know whether it arrived. */
  @Transactional
  public void giveUpDeadNodes() {
    List<ClaimedMail> left =
        jdbc
            .sql("select id from review.outbox where state = 'SENDING' and claimed_until < ?")
            .param(now())
            .query(String.class)
            .list()
            .stream()
            .map(this::load)
            .toList();
    left.forEach(mail -> record(mail, Delivery.unknown(STOPPED)));
  }

  private static String describe(ClaimedMail mail) {
    return "The mail \"" + mail.purpose() + "\" to " + mail.recipientRole();
  }

  private static String sentence(MailState state, String reason) {
    return switch (state) {
      case ACCEPTED -> " was taken by the mail server.";
      case UNKNOWN -> " was perhaps sent; a person must decide whether to send it again.";
      default -> " could not be sent: " + reason + ".";
    };
  }

  private ClaimedMail load(String id) {
    return jdbc.sql("select * from review.outbox where id = ?")
        .param(id)
        .query((row, number) -> mail(row, attachments(id)))
        .single();
  }

  private List<Attachment> attachments(String id) {
    return jdbc.sql(
            """
            select name, media_type, reference from review.outbox_attachment
            where mail_id = ? order by position""")
        .param(id)
        .query(
            (row, number) ->
                new Attachment(
                    row.getString("name"), row.getString("media_type"), row.getString("reference")))
        .list();
  }

  private static ClaimedMail mail(ResultSet row, List<Attachment> attachments) throws SQLException {
    OffsetDateTime first = row.getObject("first_attempt_at", OffsetDateTime.class);
    return new ClaimedMail(
        row.getString("id"),
        row.getString("claimed_by"),
        row.getString("message_id"),
        row.getString("case_reference"),
        row.getString("purpose"),
        row.getString("sender"),
        row.getString("sender_name"),
        row.getString("recipient"),
        row.getString("recipient_role"),
        row.getString("subject"),
        row.getString("body"),
        row.getInt("attempts"),
        first == null ? Instant.EPOCH : first.toInstant(),
        attachments);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
