package org.practicereview.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.practicereview.letters.InvitationFile.Meeting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has which meeting in their calendar, as the last file told them. */
@Component
class MeetingsInvited {

  /** Those who were invited by the letter of a mail. */
  private static final String BY_LETTER =
      """
      exists (select 1 from review.letter l where l.mail_id = :mail
        and l.case_reference = i.case_reference and l.recipient_address = i.address
        and l.recipient_role = i.recipient_role)""";

  private final JdbcClient jdbc;
  private final Clock clock;

  MeetingsInvited(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A meeting in someone's calendar.
   *
   * @param meeting tells it from every other meeting
   * @param role of those who have it, for lists and the trail
   */
  record Invited(
      String meeting,
      String address,
      String role,
      String kind,
      LocalDate on,
      String time,
      int sequence) {}

  /** The highest number of a file about meetings of a case; 0 if there was none. */
  int lastSequence(String caseReference) {
    return jdbc.sql(
            "select coalesce(max(sequence), 0) from review.meeting_invited where case_reference = ?")
        .param(caseReference)
        .query(Integer.class)
        .single();
  }

  /** Notes that a letter carries meetings to its reader. */
  void note(Letter letter, List<Meeting> meetings, int sequence) {
    for (Meeting meeting : meetings) {
      jdbc.sql(
              """
              delete from review.meeting_invited
              where case_reference = ? and meeting = ? and address = ?""")
          .params(letter.caseReference(), meeting.same(), letter.address())
          .update();
      jdbc.sql(
              """
              insert into review.meeting_invited (case_reference, meeting, address, recipient_role,
                kind, on_day, at_time, sequence) values (?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(
              letter.caseReference(),
              meeting.same(),
              letter.address(),
              letter.recipientRole(),
              meeting.kind(),
              meeting.on(),
              meeting.time(),
              sequence)
          .update();
    }
  }

  /**
   * The mail of a letter goes to another address: who was invited by it is told there, and not at
   * the address that was wrong, when a meeting is dropped.
   */
  void readdressed(String mailId, String address) {
    for (String sql :
        List.of(
            "delete from review.meeting_invited i where %s and exists (select 1"
                + " from review.meeting_invited other where other.meeting = i.meeting"
                + " and other.case_reference = i.case_reference and other.address = :now)",
            "update review.meeting_invited i set address = :now where %s")) {
      jdbc.sql(sql.formatted(BY_LETTER)).param("mail", mailId).param("now", address).update();
    }
  }

  /** The meetings ahead that people have in their calendars and that were not cancelled. */
  List<Invited> ahead(String caseReference) {
    return jdbc.sql(
            """
            select * from review.meeting_invited
            where case_reference = ? and cancelled_at is null and on_day >= ?
            order by address, on_day, meeting""")
        .params(caseReference, LocalDate.now(clock))
        .query(MeetingsInvited::invited)
        .list();
  }

  /** Notes that someone is told that a meeting does not take place; false if they were before. */
  boolean cancel(String caseReference, Invited one, int sequence) {
    return jdbc.sql(
                """
                update review.meeting_invited set cancelled_at = ?, sequence = ?
                where case_reference = ? and meeting = ? and address = ? and cancelled_at is null""")
            .params(
                clock.instant().atOffset(ZoneOffset.UTC),
                sequence,
                caseReference,
                one.meeting(),
                one.address())
            .update()
        == 1;
  }

  private static Invited invited(ResultSet row, int number) throws SQLException {
    return new Invited(
        row.getString("meeting"),
        row.getString("address"),
        row.getString("recipient_role"),
        row.getString("kind"),
        row.getObject("on_day", LocalDate.class),
        row.getString("at_time"),
        row.getInt("sequence"));
  }
}
