package org.practicereview.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.practicereview.audit.AuditTrail;
import org.practicereview.refusals.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about mail that has not gone, each with a reason and a line in the trail. */
@Component
class Settling {

  private static final int LONGEST_REASON = 200;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Whose turn it is to decide; while a node has a mail in hand, no one else has. */
  private static final String NOT_GONE =
      """
      \swhere id = :id and (state in ('FAILED', 'UNKNOWN', 'GATHERING')
        or (state = 'QUEUED' and (claimed_until is null or claimed_until < :now)))""";

  private final JdbcClient jdbc;
  private final OutboxRows rows;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Settling(
      JdbcClient jdbc,
      OutboxRows rows,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public void retry(String id, String reason, String by) {
    String why = given(reason, "Say why");
    settled(id, tryAgain(id), by, " is to be tried again: " + why);
  }

  private int tryAgain(String id) {
    return jdbc.sql(
            """
            update review.outbox
            set state = 'QUEUED', reason = '', attempts = 0, first_attempt_at = null,
              next_attempt_at = :now, claimed_by = null, claimed_until = null"""
                + NOT_GONE)
        .param("id", id)
        .param("now", now())
        .update();
  }

  @Transactional
  public void cancel(String id, String reason, String by) {
    String why = given(reason, "Say why");
    int changed =
        jdbc.sql(
                """
                update review.outbox
                set state = 'CANCELLED', reason = :why, claimed_by = null, claimed_until = null"""
                    + NOT_GONE)
            .param("why", why)
            .param("id", id)
            .param("now", now())
            .update();
    settled(id, changed, by, " was cancelled: " + why);
  }

  @Transactional
  public void readdress(String id, String address, String reason, String by) {
    String why = given(reason, "Say why");
    String corrected = MailText.address(address == null ? "" : address.strip());
    String former = rows.get(id).address();
    if (corrected.equalsIgnoreCase(former)) {
      throw new Refused("This is the address that the mail has already");
    }
    int changed = tryAgain(id);
    if (changed == 1) {
      jdbc.sql("insert into review.outbox_address values (?, ?, ?, ?, ?)")
          .params(id, now(), former, corrected, by)
          .update();
      jdbc.sql("update review.outbox set recipient = ? where id = ?")
          .params(corrected, id)
          .update();
      events.publishEvent(new AddressCorrected(id, corrected));
    }
    settled(id, changed, by, " has another address and is to be sent again: " + why);
  }

  @Transactional
  public void toldOtherwise(String id, LocalDate on, String how, String by) {
    String what = given(how, "Say how they were told");
    if (on == null) {
      throw new Refused("Enter the day on which they were told");
    }
    if (on.isAfter(LocalDate.ofInstant(clock.instant(), LONDON))) {
      throw new Refused("The day on which they were told is in the future");
    }
    if (on.isBefore(LocalDate.ofInstant(rows.get(id).queuedAt(), LONDON))) {
      throw new Refused("The day on which they were told is before the mail was written");
    }
    int changed =
        jdbc.sql(
                """
                update review.outbox
                set state = 'TOLD_OTHERWISE', told_on = :on, told_how = :how, reason = :how,
                  claimed_by = null, claimed_until = null"""
                    + NOT_GONE)
            .param("on", on)
            .param("how", what)
            .param("id", id)
            .param("now", now())
            .update();
    settled(id, changed, by, " did not go; the recipient was told another way on " + on + ".");
  }

  @Transactional
  public void cameBack(String id, String reason, String by) {
    String why = given(reason, "Say what the returned mail says");
    int changed =
        jdbc.sql(
                """
                update review.outbox set state = 'FAILED', reason = ?, accepted_at = null
                where id = ? and state = 'ACCEPTED'""")
            .params(MailText.oneLine("It came back: " + why, 500), id)
            .update();
    settled(id, changed, by, " came back.");
  }

  private void settled(String id, int changed, String by, String sentence) {
    OutboxMail mail = rows.get(id);
    if (changed == 0) {
      throw new Refused("This mail is " + mail.state().words());
    }
    audit.record(
        mail.caseReference(),
        by,
        "The mail \"" + mail.purpose() + "\" to " + mail.recipientRole() + sentence);
  }

  private static String given(String text, String otherwise) {
    String line = MailText.oneLine(text, LONGEST_REASON);
    if (line.isEmpty()) {
      throw new Refused(otherwise);
    }
    return line;
  }

  private OffsetDateTime now() {
    Instant now = clock.instant();
    return now.atOffset(ZoneOffset.UTC);
  }
}
