package org.practicereview.invariants;

import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.invariants.Invariants.Arrived;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No one gets the same letter twice: same key, or same template, words and recipient in a day. The
 * notice of a draft does not say which one it is, so there may be as many as there are drafts. A
 * call to act says nothing of its task, so two tasks that are due at once make two of the same
 * words; their keys tell them apart.
 */
final class LettersOnce {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final String LETTERS =
      """
      select l.idempotency_key, l.template, l.scope, l.recipient_kind, l.recipient_name,
        l.recipient_address, l.written_at, v.body
      from review.letter l
      join review.letter_version v on v.letter_id = l.id and v.version = l.version
      where l.case_reference = ? and l.state <> 'DISCARDED'""";

  /** Without those of letters and notices: each is looked at by itself. */
  private static final String MAILS =
      """
      select recipient, subject, body, queued_at from review.outbox o
      where case_reference = ? and state <> 'CANCELLED'
        and not exists (select 1 from review.letter l where l.mail_id = o.id)""";

  private static final String CALLS = "notices/(act-now|statutory-near).*";
  private static final String OF_DRAFTS = "cspr/draft-to-read";

  private final JdbcClient jdbc;

  LettersOnce(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> broken(String caseReference) {
    List<String> broken = new ArrayList<>();
    List<Map<String, Object>> letters = jdbc.sql(LETTERS).param(caseReference).query().listOfRows();
    List<Map<String, Object>> mails = jdbc.sql(MAILS).param(caseReference).query().listOfRows();
    int drafts =
        jdbc.sql("select count(distinct draft) from review.reading_copy where case_reference = ?")
            .param(caseReference)
            .query(Integer.class)
            .single();
    twice(letters, 1, row -> text(row, "idempotency_key"))
        .forEach(key -> broken.add("Two letters have the key " + key));
    twice(
            letters.stream().filter(row -> !text(row, "template").matches(CALLS)).toList(),
            drafts,
            row ->
                String.join(
                    " | ",
                    text(row, "template"),
                    text(row, "scope"),
                    text(row, "recipient_kind"),
                    text(row, "recipient_name"),
                    text(row, "recipient_address"),
                    day(row, "written_at"),
                    text(row, "body")))
        .forEach(letter -> broken.add("The same letter was written twice: " + letter));
    twice(
            mails,
            1,
            row ->
                String.join(
                    " | ",
                    text(row, "recipient"),
                    text(row, "subject"),
                    day(row, "queued_at"),
                    text(row, "body")))
        .forEach(mail -> broken.add("The same mail was queued twice: " + mail));
    return broken;
  }

  List<String> broken(List<Arrived> sink) {
    List<String> broken = new ArrayList<>();
    Stream<String> ids = sink.stream().map(Arrived::messageId);
    repeated(ids, 1).forEach(id -> broken.add("The mail " + id + " arrived twice"));
    for (Arrived mail : sink) {
      int known =
          jdbc.sql(
                  "select count(*) from review.outbox where message_id = ? and recipient = ?"
                      + " and state = 'ACCEPTED'")
              .params(mail.messageId(), mail.to())
              .query(Integer.class)
              .single();
      if (known != 1) {
        broken.add("The mail " + mail.messageId() + " arrived, and the outbox does not know it");
      }
    }
    return broken;
  }

  private static List<String> twice(
      List<Map<String, Object>> rows, int drafts, Function<Map<String, Object>, String> what) {
    return repeated(rows.stream().map(row -> what.apply(lowerCase(row))), drafts);
  }

  private static List<String> repeated(Stream<String> all, int drafts) {
    return all
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(
            entry ->
                entry.getValue() > (entry.getKey().startsWith(OF_DRAFTS) ? Math.max(1, drafts) : 1))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Object> lowerCase(Map<String, Object> row) {
    Map<String, Object> columns = new HashMap<>();
    row.forEach((column, value) -> columns.put(column.toLowerCase(Locale.ROOT), value));
    return columns;
  }

  private static String text(Map<String, Object> row, String column) {
    Object value = row.get(column);
    if (value instanceof Clob clob) {
      try {
        return clob.getSubString(1, (int) clob.length());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return value == null ? "" : value.toString();
  }

  private static String day(Map<String, Object> row, String column) {
    Object at = row.get(column);
    LocalDate day =
        at instanceof OffsetDateTime moment
            ? moment.atZoneSameInstant(LONDON).toLocalDate()
            : ((Timestamp) at).toInstant().atZone(LONDON).toLocalDate();
    return day.toString();
  }
}
