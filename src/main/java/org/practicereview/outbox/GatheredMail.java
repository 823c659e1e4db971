package org.practicereview.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.practicereview.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one mail of those that were gathered for the same person. Where only one was gathered, it
 * goes as it is.
 */
@Component
class GatheredMail {

  /** What is ready so little later goes along: two nodes do not start in the same second. */
  private static final Duration TOGETHER = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  GatheredMail(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whose mails are gathered together, under which title. */
  record Pile(String sender, String recipient, String title) {}

  private record Row(
      String id,
      String caseReference,
      String partnership,
      String senderName,
      String role,
      String text,
      boolean urgent) {}

  /** The piles whose time has come. */
  List<Pile> due() {
    return jdbc.sql(
            """
            select distinct sender, recipient, gathered_as from review.outbox
            where state = 'GATHERING' and gather_until <= ?""")
        .param(now())
        .query(
            (row, number) ->
                new Pile(
                    row.getString("sender"),
                    row.getString("recipient"),
                    row.getString("gathered_as")))
        .list();
  }

  /**
   * Lets a pile go. Of two nodes that try at once, the second finds nothing left.
   *
   * @param newId id of the summary, should there be one
   */
  @Transactional
  public void release(Pile pile, String newId) {
    List<Row> rows =
        jdbc.sql(
                """
                select id, case_reference, partnership, sender_name, recipient_role, body, urgent
                from review.outbox
                where state = 'GATHERING' and sender = ? and recipient = ? and gathered_as = ?
                  and gather_until <= ?
                order by case_reference, queued_at, id for update""")
            .params(pile.sender(), pile.recipient(), pile.title(), now().plus(TOGETHER))
            .query(
                (row, number) ->
                    new Row(
                        row.getString("id"),
                        row.getString("case_reference"),
                        row.getString("partnership"),
                        row.getString("sender_name"),
                        row.getString("recipient_role"),
                        row.getString("body"),
                        row.getBoolean("urgent")))
            .list();
    if (rows.size() == 1) {
      jdbc.sql("update review.outbox set state = 'QUEUED', next_attempt_at = ? where id = ?")
          .params(now(), rows.get(0).id())
          .update();
    } else if (!rows.isEmpty()) {
      summarise(pile, rows, newId);
    }
  }

  private void summarise(Pile pile, List<Row> rows, String newId) {
    Row first = rows.get(0);
    List<String> cases = rows.stream().map(Row::caseReference).distinct().toList();
    String title = pile.title() + " (" + rows.size() + ")";
    OutgoingMail summary =
        new OutgoingMail(
            "summary:" + newId,
            cases.size() == 1 ? cases.get(0) : "",
            first.partnership(),
            title,
            pile.sender(),
            first.senderName(),
            pile.recipient(),
            rows.stream().map(Row::role).distinct().collect(Collectors.joining(", ")),
            title,
            text(rows, first.senderName()),
            List.of(),
            rows.stream().anyMatch(Row::urgent));
    OutboxInsert.insert(jdbc, summary, newId, now());
    for (Row row : rows) {
      jdbc.sql("update review.outbox set state = 'IN_SUMMARY', summary_id = ? where id = ?")
          .params(newId, row.id())
          .update();
    }
    cases.forEach(
        reference ->
            audit.record(
                reference,
                AuditTrail.SYSTEM,
                "Notices to " + summary.recipientRole() + " were put together in one mail."));
  }

  private static String text(List<Row> rows, String senderName) {
    return rows.stream()
            .map(row -> paragraph(row.text()))
            .distinct()
            .collect(Collectors.joining("\n\n"))
        + "\n\nEach notice is kept in full with the letters of its case.\n\n"
        + senderName;
  }

  /** The first paragraph says what it is about; the rest is the same in all of them. */
  private static String paragraph(String text) {
    return text.strip().split("\\n\\s*\\n", 2)[0];
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
