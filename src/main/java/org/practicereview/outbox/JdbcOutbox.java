package org.practicereview.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcOutbox implements Outbox {

  private static final int LONGEST_TITLE = 150;

  private final JdbcClient jdbc;
  private final OutboxRows rows;
  private final Dispatcher dispatcher;
  private final Settling settling;
  private final Clock clock;

  JdbcOutbox(
      JdbcClient jdbc, OutboxRows rows, Dispatcher dispatcher, Settling settling, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.dispatcher = dispatcher;
    this.settling = settling;
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
  public List<OutboxMail> undelivered(Collection<String> partnerships, int from, int most) {
    return partnerships.isEmpty() ? List.of() : rows.undelivered(partnerships, from, most);
  }

  @Override
  public int undeliveredIn(Collection<String> partnerships) {
    return partnerships.isEmpty() ? 0 : rows.undeliveredIn(partnerships);
  }

  @Override
  public List<StuckMail> stuck() {
    return rows.stuck();
  }

  @Override
  public int stuckIn(Collection<String> partnerships) {
    return rows.stuckIn(partnerships);
  }

  @Override
  public void retry(String id, String reason, String by) {
    settling.retry(id, reason, by);
  }

  @Override
  public void cancel(String id, String reason, String by) {
    settling.cancel(id, reason, by);
  }

  @Override
  public void readdress(String id, String address, String reason, String by) {
    settling.readdress(id, address, reason, by);
  }

  @Override
  public void toldOtherwise(String id, LocalDate on, String how, String by) {
    settling.toldOtherwise(id, on, how, by);
  }

  @Override
  public void cameBack(String id, String reason, String by) {
    settling.cameBack(id, reason, by);
  }

  @Override
  @Transactional
  public void each(Collection<String> ids, Consumer<String> settle) {
    ids.stream().distinct().forEach(settle);
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public int sendDue() {
    return dispatcher.sendDue();
  }
}
