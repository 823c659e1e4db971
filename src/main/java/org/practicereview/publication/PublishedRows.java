package org.practicereview.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of publication. */
@Component
class PublishedRows {

  private static final String ANOTHER_WAY = "another";

  private final JdbcClient jdbc;

  PublishedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Prepared> prepared(String caseReference) {
    return jdbc.sql("select * from review.publication where case_reference = ?")
        .param(caseReference)
        .query(
            (row, number) ->
                new Prepared(
                    row.getString("case_reference"),
                    row.getString("document_id"),
                    row.getString("sha256"),
                    row.getString("source_sha256"),
                    row.getObject("prepared_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void prepare(Prepared version, String by) {
    jdbc.sql("delete from review.publication where case_reference = ?")
        .param(version.caseReference())
        .update();
    jdbc.sql("insert into review.publication values (?, ?, ?, ?, ?, ?)")
        .params(
            version.caseReference(),
            version.documentId(),
            version.sha256(),
            version.sourceSha256(),
            by,
            version.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What people recorded; what letters say is read from their register. */
  List<Notice> recorded(String caseReference) {
    return jdbc.sql(
            """
            select * from review.publication_notice
            where case_reference = ? and way = ? order by number""")
        .params(caseReference, ANOTHER_WAY)
        .query(
            (row, number) ->
                new Notice(
                    Body.of(row.getString("body")).orElseThrow(),
                    row.getString("sha256"),
                    row.getObject("sent_on", LocalDate.class)))
        .list();
  }

  void add(String caseReference, Notice notice, String by) {
    jdbc.sql(
            """
            insert into review.publication_notice
              (case_reference, body, sha256, sent_on, recorded_by, way)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            caseReference, notice.body().id(), notice.sha256(), notice.toldOn(), by, ANOTHER_WAY)
        .update();
  }

  void publish(PublishedItem item, String by) {
    jdbc.sql(
            """
            insert into review.published_item
              (id, case_reference, partnership, kind, title, summary, document_id, sha256,
               published_on, published_at, published_by, earliest_removal_on, corrected_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            item.id(),
            item.caseReference(),
            item.partnership(),
            item.kind(),
            item.title(),
            item.summary(),
            item.documentId(),
            item.sha256(),
            item.publishedOn(),
            item.publishedAt().atOffset(ZoneOffset.UTC),
            by,
            item.earliestRemovalOn(),
            item.correctedOn())
        .update();
  }

  boolean remove(String id, OffsetDateTime at, String by) {
    return jdbc.sql(
                """
                update review.published_item set removed_at = ?, removed_by = ?
                where id = ? and removed_at is null""")
            .params(at, by, id)
            .update()
        == 1;
  }

  /** Says of what was taken down that it was ordered before its time. */
  void withdraw(String id, String replacedBy) {
    jdbc.sql("update review.published_item set withdrawn = true, replaced_by = ? where id = ?")
        .params(replacedBy, id)
        .update();
  }

  /** What was published in a year, corrected versions with what they replaced counted once. */
  int countOf(String partnership, String kind, int year) {
    return jdbc.sql(
            """
            select count(*) from review.published_item
            where partnership = ? and kind = ? and published_on between ? and ?
              and corrected_on is null""")
        .params(partnership, kind, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
        .query(Integer.class)
        .single();
  }

  Optional<PublishedItem> item(String id) {
    return jdbc.sql("select * from review.published_item where id = ?")
        .param(id)
        .query(PublishedRows::item)
        .optional();
  }

  List<PublishedItem> ofCase(String caseReference) {
    return jdbc.sql(
            """
            select * from review.published_item where case_reference = ?
            order by published_at, corrected_on nulls first""")
        .param(caseReference)
        .query(PublishedRows::item)
        .list();
  }

  List<PublishedItem> standing() {
    return jdbc.sql(
            """
            select * from review.published_item where removed_at is null
            order by published_at desc, id""")
        .query(PublishedRows::item)
        .list();
  }

  private static PublishedItem item(ResultSet row, int number) throws SQLException {
    OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
    return new PublishedItem(
        row.getString("id"),
        row.getString("case_reference"),
        row.getString("partnership"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("summary"),
        row.getString("document_id"),
        row.getString("sha256"),
        row.getObject("published_on", LocalDate.class),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getObject("earliest_removal_on", LocalDate.class),
        removed == null ? null : removed.toInstant(),
        row.getString("removed_by"),
        row.getBoolean("withdrawn"),
        row.getString("replaced_by"),
        row.getObject("corrected_on", LocalDate.class));
  }
}
