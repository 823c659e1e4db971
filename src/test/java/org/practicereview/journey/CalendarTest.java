package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.scoped;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseFacts;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("The calendar")
class CalendarTest extends StoryTest {

  private static final String LEAVER = "sg-calendarleaver";

  @Test
  @DisplayName(
      "shows the dates of the law and of local practice by month, to those who see the case")
  void dates() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    LocalDate due = story.clock("rapid-review").dueOn();
    String month = due.toString().substring(0, 7);
    assertThat(cell(story.user("manager"), month, due, ""))
        .contains(story.reference, "Rapid review due (statutory)");
    assertThat(cell(story.user("manager"), month, due, "local")).doesNotContain(story.reference);
    assertThat(cell(story.user("executive"), month, due, "law")).contains(story.reference);
    assertThat(cell(desk.user("es-manager"), month, due, "")).doesNotContain(story.reference);
    assertThat(cell(story.user("reviewer"), month, due, "")).doesNotContain(story.reference);

    LocalDate returned = story.clock("agency-return", "police").dueOn();
    String own = returned.toString().substring(0, 7);
    assertThat(cell(story.user("author-police"), own, returned, "")).contains(story.reference);
    assertThat(cell(story.user("author-health"), own, returned, ""))
        .doesNotContain(story.reference);
    assertThat(cell(story.user("author-police"), month, due, "")).doesNotContain(story.reference);
    desk.visitor().get("/calendar").expect(302);

    story.on(due.plusDays(3).toString());
    assertThat(cell(story.user("manager"), month, due, "")).contains("late");
    assertThat(desk.user("sg-manager").get("/calendar?month=2026-13").expect(200).text())
        .contains(LocalDate.parse("2026-05-25").equals(due) ? "May" : "2026");
    assertThat(text(desk.user("sg-manager"), "/calendar?month=2026-12")).contains("Christmas Day");
    assertThat(desk.user("admin").get("/bank-holidays").expect(200).text())
        .contains("<title>Bank holidays");
  }

  @Test
  @DisplayName("shows the meetings of a review, and takes them up from cases of before")
  void meetings() {
    Story story = scoped(commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"))));
    List<?> meetings =
        (List<?>) desk.the(CaseFacts.class).of(story.reference).get("reviewMeetings");
    assertThat(meetings).isNotEmpty();
    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    List<java.sql.Date> days =
        rows.queryForList(
            "select on_day from review.case_day where case_reference = ? and kind = 'team'",
            java.sql.Date.class,
            story.reference);
    assertThat(days).isNotEmpty();
    LocalDate day = days.get(0).toLocalDate();
    String month = day.toString().substring(0, 7);
    assertThat(cell(story.user("manager"), month, day, "meeting"))
        .contains(story.reference, "Meeting of the");
    assertThat(cell(story.user("author-police"), month, day, "")).contains(story.reference);
    assertThat(cell(story.user("author-health"), month, day, "")).doesNotContain(story.reference);
  }

  @Test
  @DisplayName("is read by a calendar program under a secret address, which can be ended")
  void feed() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    TasklistUser manager = story.user("manager");
    String secret = address(manager);
    String file = desk.visitor().get(secret).expect(200).text();
    ICalendar calendar = Biweekly.parse(file).first();
    LocalDate due = story.clock("rapid-review").dueOn();
    VEvent event =
        calendar.getEvents().stream()
            .filter(one -> one.getSummary().getValue().contains(story.reference))
            .filter(one -> one.getSummary().getValue().contains("Rapid review due"))
            .findFirst()
            .orElseThrow();
    assertThat(event.getSummary().getValue()).startsWith("Statutory: " + story.reference);
    assertThat(file).contains("DTSTART;VALUE=DATE:" + due.toString().replace("-", ""));
    assertThat(file).doesNotContain("Robin", "Sample", "Invented");
    assertThat(desk.visitor().get(secret).header("content-type")).startsWith("text/calendar");
    assertThat(
            desk.the(JdbcTemplate.class)
                .queryForList("select token_hash from review.calendar_feed", String.class))
        .noneMatch(secret::contains);

    String health = address(desk.user("sg-author-health"));
    assertThat(desk.visitor().get(health).expect(200).text()).doesNotContain(story.reference);
    String elsewhere = address(desk.user("es-manager"));
    assertThat(desk.visitor().get(elsewhere).expect(200).text()).doesNotContain(story.reference);

    String next = address(manager);
    desk.visitor().get(secret).expect(404);
    desk.visitor().get(next).expect(200);
    manager.submitPage("/calendar", "/calendar/feed/end", with()).expect(302);
    desk.visitor().get(next).expect(404);
    desk.visitor().get("/calendar/feed/guessed.ics").expect(404);
  }

  @Test
  @DisplayName(
      "is read with the rights that its owner has now, and by no one whose account is gone")
  void rights() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    IdentityService identity = desk.the(IdentityService.class);
    User user = identity.newUser(LEAVER);
    user.setPassword("practice-review");
    identity.saveUser(user);
    try {
      identity.createMembership(LEAVER, "south-gloucestershire.executive");
      identity.createTenantUserMembership(SOUTH_GLOUCESTERSHIRE, LEAVER);
      String secret = address(TasklistUser.signIn(desk.port(), LEAVER));
      assertThat(desk.visitor().get(secret).expect(200).text()).contains(story.reference);
      identity.deleteMembership(LEAVER, "south-gloucestershire.executive");
      assertThat(desk.visitor().get(secret).expect(200).text()).doesNotContain(story.reference);
      identity.deleteUser(LEAVER);
      desk.visitor().get(secret).expect(404);
    } finally {
      if (identity.createUserQuery().userId(LEAVER).count() > 0) {
        identity.deleteUser(LEAVER);
      }
    }
  }

  private static String address(TasklistUser user) {
    user.submitPage("/calendar", "/calendar/feed", with()).expect(302);
    Document page = Jsoup.parse(user.get("/calendar").expect(200).text());
    return page.select(".pr-typed").text().replaceFirst("^https?://[^/]+", "");
  }

  /** What stands on a day of a month's page. */
  private static String cell(TasklistUser user, String month, LocalDate day, String only) {
    Document page =
        Jsoup.parse(user.get("/calendar?month=" + month + "&only=" + only).expect(200).text());
    int number = day.getDayOfMonth();
    return page.select("td:not(.pr-other-month)").stream()
        .filter(cell -> cell.select("strong > span").first().text().equals(number + ""))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static String text(TasklistUser user, String page) {
    return Jsoup.parse(user.get(page).expect(200).text()).text();
  }
}
