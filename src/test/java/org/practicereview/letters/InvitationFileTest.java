package org.practicereview.letters;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.letters.InvitationFile.Meeting;
import org.practicereview.letters.InvitationFile.Version;

@DisplayName("A calendar file that goes with an invitation")
class InvitationFileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 11);

  @ParameterizedTest
  @CsvSource({
    "10:00, 10:00,",
    "13.30, 13:30,",
    "10:00 to 12:30, 10:00, 12:30",
    "9:30am - 11am, 09:30, 11:00",
    "2pm–4.15pm, 14:00, 16:15",
    "12pm until 1pm, 12:00, 13:00"
  })
  @DisplayName("reads a time as people write it")
  void times(String written, LocalTime from, LocalTime until) {
    assertThat(InvitationFile.times(written))
        .hasValueSatisfying(
            times -> {
              assertThat(times.from()).isEqualTo(from);
              assertThat(times.until().orElse(null)).isEqualTo(until);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2:30",
        "2 to 4pm",
        "10",
        "after lunch",
        "25:00",
        "10:75",
        "13pm",
        "11am to 10am"
      })
  @DisplayName("takes a time that could mean two things, or none, for a whole day")
  void unclear(String written) {
    assertThat(InvitationFile.times(written)).isEmpty();
    VEvent event =
        event(new Meeting("Meeting", "same", "team", LocalDate.of(2026, 7, 10), written));
    assertThat(event.getDateStart().getValue().hasTime()).isFalse();
    assertThat(event.getDateEnd().getValue().hasTime()).isFalse();
  }

  @Test
  @DisplayName("holds London's time, who invites, and the same name for a meeting that moves")
  void file() {
    LocalDate july = LocalDate.of(2026, 7, 10);
    String text = text(new Meeting("Meeting", "SG|team|1", "team", july, "10:00 to 12:00"));
    assertThat(text)
        .contains("METHOD:PUBLISH", "DTSTART:20260710T090000Z", "DTEND:20260710T110000Z")
        .contains(
            "SUMMARY:SG-2026-0001 Meeting", "ORGANIZER;CN=Sampleshire", "office@sample.example");
    assertThat(text(new Meeting("Meeting", "SG|team|1", "team", july, "")))
        .contains("DTSTART;VALUE=DATE:20260710", "DTEND;VALUE=DATE:20260711");
    assertThat(
            text(new Meeting("Meeting", "SG|team|1", "team", LocalDate.of(2026, 12, 1), "10:00")))
        .contains("DTSTART:20261201T100000Z");
    assertThat(
            event(new Meeting("Meeting", "SG|team|1", "team", july.plusDays(3), "9:00")).getUid())
        .isEqualTo(event(new Meeting("Meeting", "SG|team|1", "team", july, "10:00")).getUid());
    assertThat(event(new Meeting("Meeting", "SG|team|2", "team", july, "10:00")).getUid())
        .isNotEqualTo(event(new Meeting("Meeting", "SG|team|1", "team", july, "10:00")).getUid());
    assertThat(text)
        .isEqualTo(text(new Meeting("Meeting", "SG|team|1", "team", july, "10:00 to 12:00")));
  }

  @Test
  @DisplayName("that cancels takes the same meeting out again")
  void cancels() {
    Meeting meeting =
        new Meeting("Meeting", "SG|team|1", "team", LocalDate.of(2026, 7, 10), "10:00");
    String text =
        new String(
            InvitationFile.of(
                "SG-2026-0001",
                "Sampleshire",
                "office@sample.example",
                List.of(meeting),
                new Version(TODAY, 8, true)),
            StandardCharsets.UTF_8);
    assertThat(text)
        .contains(
            "METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:8", event(meeting).getUid().getValue())
        .doesNotContain("DESCRIPTION");
  }

  private static VEvent event(Meeting meeting) {
    ICalendar calendar = Biweekly.parse(text(meeting)).first();
    return calendar.getEvents().get(0);
  }

  private static String text(Meeting meeting) {
    return new String(
        InvitationFile.of(
            "SG-2026-0001",
            "Sampleshire",
            "office@sample.example",
            List.of(meeting),
            new Version(TODAY, 7, false)),
        StandardCharsets.UTF_8);
  }
}
