package org.practicereview.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of absences; those that were taken back are read by no one. */
@Component
class AbsenceRows {

  /** The row by which absences are entered one at a time. */
  private static final String TURN = "absences";

  private final JdbcClient jdbc;

  AbsenceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** No one else enters or begins an absence until the caller's transaction has ended. */
  void alone() {
    jdbc.sql("select name from review.node_turn where name = ? for update")
        .param(TURN)
        .query(String.class)
        .single();
  }

  void insert(Absence absence, OffsetDateTime at) {
    jdbc.sql(
            """
            insert into review.absence
              (id, partnership, user_id, cover, from_on, until_on, entered_at, begun)
            values (?, ?, ?, ?, ?, ?, ?, false)""")
        .params(
            absence.id(),
            absence.partnership(),
            absence.userId(),
            absence.cover(),
            absence.from(),
            absence.until(),
            at)
        .update();
  }

  void end(String id, OffsetDateTime at, String by) {
    jdbc.sql("update review.absence set ended_at = ?, ended_by = ? where id = ?")
        .params(at, by, id)
        .update();
  }

  void begun(String id) {
    jdbc.sql("update review.absence set begun = true where id = ?").param(id).update();
  }

  Optional<Absence> find(String id) {
    return jdbc.sql("select * from review.absence where id = ? and ended_at is null")
        .param(id)
        .query(AbsenceRows::absence)
        .optional();
  }

  /** Those of someone, or covered by them, that are not over on a day, the first to begin first. */
  List<Absence> concerning(String userId, LocalDate today) {
    return jdbc.sql(
            """
            select * from review.absence
            where ended_at is null and until_on >= ? and (user_id = ? or cover = ?)
            order by from_on, id""")
        .params(today, userId, userId)
        .query(AbsenceRows::absence)
        .list();
  }

  /** Those of a partnership that are not over on a day. */
  List<Absence> of(String partnership, LocalDate today) {
    return jdbc.sql(
            """
            select * from review.absence
            where ended_at is null and until_on >= ? and partnership = ? order by from_on, id""")
        .params(today, partnership)
        .query(AbsenceRows::absence)
        .list();
  }

  /** Those that last on a day and have not begun. */
  List<Absence> toBegin(LocalDate today) {
    return jdbc.sql(
            """
            select * from review.absence
            where ended_at is null and not begun and from_on <= ? and until_on >= ?
            order by from_on, id""")
        .params(today, today)
        .query(AbsenceRows::absence)
        .list();
  }

  private static Absence absence(ResultSet row, int number) throws SQLException {
    return new Absence(
        row.getString("id"),
        row.getString("partnership"),
        row.getString("user_id"),
        row.getString("cover"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class));
  }
}
