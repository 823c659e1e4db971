package org.practicereview.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Story.with;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseClosed;
import org.practicereview.outbox.AttachmentSource;
import org.practicereview.outbox.Outbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("A meeting in people's calendars")
class DroppedMeetingsTest extends StoryTest {

  @Autowired private ApplicationEventPublisher events;

  @Test
  @DisplayName("moves with a higher number, and is taken out once when it is dropped")
  void dropped() {
    Story story = commissioned(initiated(story(ESSEX, "2026-05-11")));
    story.goesOnUntil("fixTeamMeetings");
    story
        .does("manager", "fixTeamMeetings")
        .does("author-police", "nominateMember")
        .does("manager", "confirmMember")
        .does("manager", "planPractitionerEvents");
    Map<String, VEvent> before =
        events(story.calendarFile(story.letters("cspr/member-appointment").get(0)));
    assertThat(before).hasSize(3);
    VEvent last = on(before, "2026-08-09");
    assertThat(cancellations(story)).isEmpty();

    // The last meeting moves, on the day of the appointment.
    change(story, List.of(meeting("team", 14), meeting("practitioners", 60), meeting("team", 93)));
    VEvent moved =
        events(story.calendarFile(story.letters("cspr/changed-dates").get(0)))
            .get(last.getUid().getValue());
    assertThat(moved.getDateStart().getValue().toInstant()).hasToString("2026-08-12T09:00:00Z");
    assertThat(moved.getSequence().getValue()).isGreaterThan(last.getSequence().getValue());
    assertThat(cancellations(story)).isEmpty();

    // An earlier one is dropped: the others keep their names.
    VEvent first = on(before, "2026-05-25");
    story.does("author-police", "confirmChangedDates");
    change(story, List.of(meeting("practitioners", 60), meeting("team", 93)));
    String file = cancellations(story).get(0);
    assertThat(cancellations(story)).hasSize(1);
    assertThat(file)
        .contains("METHOD:CANCEL", "STATUS:CANCELLED")
        .doesNotContain("Council", "Sampleton", "Robin", "Ray", "Jo Invented");
    VEvent gone = events(file).values().iterator().next();
    assertThat(events(file)).hasSize(1);
    assertThat(gone.getUid()).isEqualTo(first.getUid());
    assertThat(gone.getSequence().getValue()).isGreaterThan(moved.getSequence().getValue());
    assertThat(story.letters("cspr/changed-dates"))
        .extracting(story::calendarFile)
        .anySatisfy(
            now ->
                assertThat(events(now))
                    .containsKey(last.getUid().getValue())
                    .doesNotContainKey(first.getUid().getValue()));
    Map<String, Object> mail = mails(story).get(0);
    assertThat(mail.get("SUBJECT")).isEqualTo(story.reference + ": a meeting is cancelled");
    assertThat(mail.get("BODY").toString())
        .contains("This meeting will not take place:", "25 May 2026")
        .doesNotContain("Robin", "Ray");
    assertThat(mail.get("RECIPIENT")).isEqualTo("ray@agency.example");
    assertThat(desk.the(AuditTrail.class).of(story.reference))
        .anyMatch(line -> line.sentence().contains("is told that a meeting does not take place"));

    // The address of a letter that waits was wrong: what follows goes to the right one.
    desk.the(Outbox.class)
        .readdress(
            desk.the(JdbcTemplate.class)
                .queryForList(
                    "select mail_id from review.letter where case_reference = ?"
                        + " and template = 'cspr/changed-dates' and recipient_address = ?"
                        + " order by written_at desc",
                    String.class,
                    story.reference,
                    "ray@agency.example")
                .get(0),
            "ray.invented@agency.example",
            "A slip of the pen",
            "es-manager");

    // The case ends: what is left is cancelled, and nothing twice.
    close(story);
    close(story);
    List<String> further = cancellations(story).stream().filter(one -> !one.equals(file)).toList();
    assertThat(cancellations(story)).hasSize(2);
    assertThat(mails(story))
        .extracting(one -> one.get("RECIPIENT"))
        .containsExactlyInAnyOrder("ray@agency.example", "ray.invented@agency.example");
    assertThat(events(further.get(0)).keySet())
        .hasSize(2)
        .contains(last.getUid().getValue())
        .doesNotContain(first.getUid().getValue());
  }

  private static void change(Story story, List<Map<String, Object>> meetings) {
    story.presses("manager", "events/review-dates", with()).expect(200);
    story.does("manager", "changeReviewDates", with("reviewMeetings", meetings));
  }

  private void close(Story story) {
    desk.the(TransactionTemplate.class)
        .executeWithoutResult(
            any -> events.publishEvent(new CaseClosed(story.reference, "es-manager")));
  }

  private List<Map<String, Object>> mails(Story story) {
    return desk.the(JdbcTemplate.class)
        .queryForList(
            "select * from review.outbox where case_reference = ?"
                + " and idempotency_key like 'meetings-dropped:%'",
            story.reference);
  }

  private List<String> cancellations(Story story) {
    return mails(story).stream()
        .map(
            mail ->
                desk.the(JdbcTemplate.class)
                    .queryForObject(
                        "select reference from review.outbox_attachment where mail_id = ?",
                        String.class,
                        mail.get("ID")))
        .map(id -> new String(desk.the(AttachmentSource.class).content(id), UTF_8))
        .toList();
  }

  private static Map<String, VEvent> events(String file) {
    return Biweekly.parse(file).first().getEvents().stream()
        .collect(Collectors.toMap(event -> event.getUid().getValue(), event -> event));
  }

  private static VEvent on(Map<String, VEvent> events, String day) {
    return events.values().stream()
        .filter(event -> event.getDateStart().getValue().toInstant().toString().startsWith(day))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> meeting(String kind, int days) {
    return with("meetingKind", kind, "meetingOn", "today+" + days, "meetingTime", "10:00");
  }
}
