package org.practicereview.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcOutbox implements Outbox {

  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_TITLE = 150;

  private final JdbcClient jdbc;
  private final OutboxRows rows;
  private final Dispatcher dispatcher;
  private final AuditTrail audit;
  private final Clock clock;

  JdbcOutbox(
      JdbcClient jdbc, OutboxRows rows, Dispatcher dispatcher, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.dispatcher = dispatcher;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public String enqueue(OutgoingMail mail) {
    return withKey(mail.key()).orElseGet(() -> insert(mail));
  }

  @Override
  @Transactional
  public String gather(OutgoingMail mail, String title, Instant until) {
    if (!mail.attachments().isEmpty()) {
      throw new IllegalArgumentException("A mail with attachments goes by itself");
    }
    return withKey(mail.key())
        .orElseGet(
            () -> {
              String id = insert(mail);
              jdbc.sql(
                      """
                      update review.outbox
                      set state = 'GATHERING', gathered_as = ?, gather_until = ?,
                        next_attempt_at = ?
                      where id = ?""")
                  .params(
                      MailText.oneLine(title, LONGEST_TITLE),
                      until.atOffset(ZoneOffset.UTC),
                      until.atOffset(ZoneOffset.UTC),
                      id)
                  .update();
              return id;
            });
  }

  private Optional<String> withKey(String key) {
    return jdbc.sql("select id from review.outbox where idempotency_key = ?")
        .param(key)
        .query(String.class)
        .optional();
  }

  private String insert(OutgoingMail mail) {
    String id = UUID.randomUUID().toString();
    OutboxInsert.insert(jdbc, mail, id, clock.instant().atOffset(ZoneOffset.UTC));
    return id;
  }

  @Override
  public OutboxMail get(String id) {
    return rows.get(id);
  }

  @Override
  public List<OutboxMail> of(String caseReference) {
    return rows.of(caseReference);
  }

  @Override
  public List<OutboxMail> carrying(Collection<String> references) {
    return references.isEmpty() ? List.of() : rows.carrying(references);
  }

  @Override
  public List<OutboxMail> undelivered(String partnership) {
    return rows.undelivered(partnership);
  }

  @Override
  @Transactional
  public void retry(String id, String reason, String by) {
    String why = reasonGiven(reason);
    Instant now = clock.instant();
    int changed =
        jdbc.sql(
                """
                update review.outbox
                set state = 'QUEUED', reason = '', attempts = 0, first_attempt_at = null,
                  next_attempt_at = ?, claimed_by = null, claimed_until = null
                where id = ? and (state in ('FAILED', 'UNKNOWN', 'GATHERING')
                  or (state = 'QUEUED' and (claimed_until is null or claimed_until < ?)))""")
            .params(now.atOffset(ZoneOffset.UTC), id, now.atOffset(ZoneOffset.UTC))
            .update();
    settled(id, changed, by, " is to be tried again: " + why);
  }

  @Override
  @Transactional
  public void cancel(String id, String reason, String by) {
    String why = reasonGiven(reason);
    int changed =
        jdbc.sql(
                """
                update review.outbox
                set state = 'CANCELLED', reason = ?, claimed_by = null, claimed_until = null
                where id = ? and (state in ('FAILED', 'UNKNOWN', 'GATHERING')
                  or (state = 'QUEUED' and (claimed_until is null or claimed_until < ?)))""")
            .params(why, id, clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    settled(id, changed, by, " was cancelled: " + why);
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public int sendDue() {
    return dispatcher.sendDue();
  }

  private void settled(String id, int changed, String by, String sentence) {
    OutboxMail mail = rows.get(id);
    if (changed == 0) {
      throw new IllegalStateException("This mail is " + mail.state().words());
    }
    audit.record(mail.caseReference(), by, describe(mail) + sentence);
  }

  static String describe(OutboxMail mail) {
    return "The mail \"" + mail.purpose() + "\" to " + mail.recipientRole();
  }

  private static String reasonGiven(String reason) {
    String why = MailText.oneLine(reason, LONGEST_REASON);
    if (why.isEmpty()) {
      throw new IllegalArgumentException("Say why");
    }
    return why;
  }
}
