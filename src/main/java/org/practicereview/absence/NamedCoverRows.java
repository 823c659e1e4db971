package org.practicereview.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of covers for named people. */
@Component
class NamedCoverRows {

  private final JdbcClient jdbc;

  NamedCoverRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(NamedCover cover, OffsetDateTime at, String by) {
    jdbc.sql(
            """
            insert into review.named_cover
              (id, case_reference, covered_naming, covered, named_as, agency, cover, from_on,
               until_on, entered_at, entered_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            cover.id(),
            cover.caseReference(),
            cover.naming(),
            cover.covered(),
            cover.as(),
            cover.agency(),
            cover.cover(),
            cover.from(),
            cover.until(),
            at,
            by)
        .update();
  }

  /** Those of a case that have not ended. */
  List<NamedCover> of(String caseReference) {
    return jdbc.sql(
            """
            select * from review.named_cover where case_reference = ? and ended_at is null
            order by from_on, id""")
        .param(caseReference)
        .query(NamedCoverRows::cover)
        .list();
  }

  /** Those that someone covers, in whatever case, that have not ended. */
  List<NamedCover> by(String cover) {
    return jdbc.sql(
            """
            select * from review.named_cover where cover = ? and ended_at is null
            order by from_on, id""")
        .param(cover)
        .query(NamedCoverRows::cover)
        .list();
  }

  /** Those of which the first day has come and that have not begun. */
  List<NamedCover> toBegin(LocalDate today) {
    return jdbc.sql(
            """
            select * from review.named_cover
            where ended_at is null and own_naming is null and from_on <= ?
            order by from_on, id""")
        .param(today)
        .query(NamedCoverRows::cover)
        .list();
  }

  /** Those whose last day is over. */
  List<NamedCover> over(LocalDate today) {
    return jdbc.sql(
            """
            select * from review.named_cover
            where ended_at is null and until_on < ? order by until_on, id""")
        .param(today)
        .query(NamedCoverRows::cover)
        .list();
  }

  /** Keeps the naming by which a cover sees the case. */
  void begun(String id, String ownNaming) {
    jdbc.sql("update review.named_cover set own_naming = ? where id = ?")
        .params(ownNaming, id)
        .update();
  }

  /** The naming by which a cover sees the case; empty before its first day. */
  Optional<String> ownNaming(String id) {
    return jdbc.sql(
            "select own_naming from review.named_cover where id = ? and own_naming is not null")
        .param(id)
        .query(String.class)
        .optional();
  }

  /** Ends one; false if it had ended before. */
  boolean end(String id, OffsetDateTime at) {
    return jdbc.sql("update review.named_cover set ended_at = ? where id = ? and ended_at is null")
            .params(at, id)
            .update()
        == 1;
  }

  private static NamedCover cover(ResultSet row, int number) throws SQLException {
    return new NamedCover(
        row.getString("id"),
        row.getString("case_reference"),
        row.getString("covered_naming"),
        row.getString("covered"),
        row.getString("named_as"),
        row.getString("agency"),
        row.getString("cover"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class));
  }
}
