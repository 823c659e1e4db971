package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.signedOffAndSent;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.ClockState;
import org.practicereview.deadlines.Clocks;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A clock")
class ClockStoriesTest extends StoryTest {

  @Test
  @Requirement("R-131")
  @DisplayName("of a rapid review that has run out calls for a letter that explains the delay")
  void rapidReviewOverdue() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    story.does("head", "protectChildrenNow").does("learning", "shareEarlyLearning");
    LocalDate due = story.clock("rapid-review").dueOn();
    assertThat(due).isEqualTo("2026-06-02");
    story.on("2026-06-02");
    assertThat(story.open()).doesNotContain("explainDelay");
    story.on("2026-06-03");
    assertThat(story.clock("rapid-review").state()).isEqualTo(ClockState.OVERDUE);
    assertThat(story.open()).contains("explainDelay", "prepareReport");

    story.does("manager", "explainDelay").does("head", "approveDelayLetter");
    assertThat(story.letters("rapidreview/delay"))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("panel", "secretary-of-state");
    assertThat(story.wording(story.letters("rapidreview/delay").get(0)))
        .contains("13 June 2026", "held by a court");
    assertThat(story.clock("rapid-review").state()).isEqualTo(ClockState.OVERDUE_EXPLAINED);
    assertThat(story.open()).doesNotContain("explainDelay");

    // The date that was named passes as well: those responsible hear it, and it is explained again.
    story.on("2026-06-14");
    assertThat(story.letters("notices/new-date-passed")).isNotEmpty();
    assertThat(story.open()).contains("explainDelay");
    story.does("manager", "explainDelay").does("head", "approveDelayLetter");
    assertThat(story.letters("rapidreview/delay")).hasSize(4);

    signedOffAndSent(story.on("2026-06-16").does("manager", "prepareReport"));
    assertThat(story.clock("rapid-review").state()).isEqualTo(ClockState.MET_LATE);
    story.on("2026-06-25");
    assertThat(story.open()).doesNotContain("explainDelay");
  }

  @Test
  @Requirement("R-073")
  @DisplayName("that is given more time takes the engine's timers and the task's date with it")
  void extended() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    assertThat(timers(story)).contains(at("2026-05-18"), at("2026-05-21"));
    story
        .presses(
            "manager",
            "clocks/agency-return",
            with("change", "extend", "scope", "police", "reason", "Records are at court."))
        .expect(403);
    assertThat(story.page("manager"))
        .contains(
            "You cannot pause this deadline or give it more time. Ask: Children's Partnership Executive, ");
    assertThat(story.page("la")).doesNotContain("You cannot pause this deadline");
    story.presses(
        "la",
        "clocks/agency-return",
        with("change", "extend", "scope", "police", "reason", " ", "newDate", "2026-05-29"));
    assertThat(story.clock("agency-return", "police").dueOn()).isEqualTo("2026-05-20");
    story
        .presses(
            "la",
            "clocks/agency-return",
            with(
                "change",
                "extend",
                "scope",
                "police",
                "reason",
                "Records are at court.",
                "newDate",
                "2026-05-29"))
        .expect(200);
    assertThat(story.clock("agency-return", "police").dueOn()).isEqualTo("2026-05-29");
    assertThat(timers(story)).contains(at("2026-05-30")).doesNotContain(at("2026-05-21"));
    assertThat(story.task("author-police", "confirmInvolvement").path("due").asText())
        .startsWith("2026-05-29T");
    story.on("2026-05-21");
    assertThat(story.letters("rapidreview/agency-escalation")).isEmpty();
    story.trailTells("was extended from Wednesday 20 May 2026 to Friday 29 May 2026");
    assertThat(story.page("la")).contains("Records are at court.");
  }

  @Test
  @Requirement("R-073")
  @DisplayName("that is paused stands still, and runs on for the days that were left")
  void paused() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    story
        .on("2026-05-12")
        .presses(
            "la",
            "clocks/agency-return",
            with("change", "pause", "scope", "police", "reason", "A court has asked us to wait."))
        .expect(200);
    story.on("2026-06-15");
    assertThat(story.letters("rapidreview/agency-reminder")).isEmpty();
    assertThat(story.letters("rapidreview/agency-escalation")).isEmpty();
    story
        .presses(
            "la",
            "clocks/agency-return",
            with("change", "resume", "scope", "police", "reason", "The court has decided."))
        .expect(200);
    LocalDate due = story.clock("agency-return", "police").dueOn();
    assertThat(due).isAfter("2026-06-15");
    assertThat(timers(story)).contains(at(due.plusDays(1).toString()));
    story.on(due.plusDays(1).toString());
    assertThat(story.letters("rapidreview/agency-escalation")).hasSize(1);
  }

  @Test
  @DisplayName("moves when a bank holiday is proclaimed, and back when it was entered wrongly")
  void holidayProclaimed() {
    // A year in which no other story plays.
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2031-05-12")), "police");
    LocalDate met = story.clock("serious-incident-notification").dueOn();
    assertThat(story.clock("agency-return", "police").dueOn()).isEqualTo("2031-05-21");
    assertThat(story.clock("rapid-review").dueOn()).isEqualTo("2031-06-03");

    TasklistUser admin = story.desk.user("admin");
    String effect = "/bank-holidays/enter?date=2031-05-14&name=A+royal+day";
    String shown = admin.get(effect).expect(200).text();
    assertThat(shown)
        .contains("Nothing has been changed yet", story.reference)
        .contains("Tue 3 Jun 2031", "Wed 4 Jun 2031");
    story.user("manager").get(effect).expect(403);
    assertThat(story.clock("rapid-review").dueOn()).isEqualTo("2031-06-03");
    assertThat(story.desk.the(Clocks.class).proclaimed()).isEmpty();

    Map<String, Object> day = with("date", "2031-05-14", "name", "A royal day", "seen", "0-0");
    admin.submitPage(effect, "/bank-holidays/enter", day).expect(302);
    assertThat(story.desk.the(Clocks.class).proclaimed()).as("what was not seen").isEmpty();
    admin.submitPage(effect, "/bank-holidays/enter", seen(day, shown)).expect(302);
    assertThat(admin.get("/bank-holidays").expect(200).text())
        .contains("0 of ", " open deadlines are done");
    assertThat(story.clock("rapid-review").dueOn()).isEqualTo("2031-06-03");
    story.desk.the(Clocks.class).moveDates();
    assertThat(admin.get("/bank-holidays").text()).doesNotContain("open deadlines are done");
    assertThat(story.clock("agency-return", "police").dueOn()).isEqualTo("2031-05-22");
    assertThat(story.clock("rapid-review").dueOn()).isEqualTo("2031-06-04");
    assertThat(story.clock("serious-incident-notification").dueOn()).isEqualTo(met);
    assertThat(timers(story)).contains(at("2031-05-23"), at("2031-06-05"));
    assertThat(story.task("manager", "prepareReport").path("due").asText())
        .startsWith("2031-06-04T");
    assertThat(story.page("manager")).contains("A royal day");
    assertThat(news(story)).singleElement().asString().contains(story.reference, "royal day");

    String back = "/bank-holidays/take-back?date=2031-05-14";
    day = with("date", "2031-05-14", "reason", "It is in 2032");
    admin
        .submitPage(back, "/bank-holidays/take-back", seen(day, admin.get(back).text()))
        .expect(302);
    story.desk.the(Clocks.class).moveDates();
    assertThat(story.clock("agency-return", "police").dueOn()).isEqualTo("2031-05-21");
    assertThat(story.clock("rapid-review").dueOn()).isEqualTo("2031-06-03");
    assertThat(timers(story)).contains(at("2031-05-22"), at("2031-06-04"));
    assertThat(story.task("manager", "prepareReport").path("due").asText())
        .startsWith("2031-06-03T");
    assertThat(news(story)).hasSize(2).last().asString().contains("It is in 2032");
    assertThat(story.desk.the(Clocks.class).proclaimed()).isEmpty();
  }

  private static Map<String, Object> seen(Map<String, Object> day, String page) {
    Map<String, Object> seen = new HashMap<>(day);
    Matcher mark = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
    assertThat(mark.find()).isTrue();
    seen.put("seen", mark.group(1));
    return seen;
  }

  /** What the partnership was told of the calendar. */
  private static List<String> news(Story story) {
    return story
        .desk
        .the(JdbcClient.class)
        .sql(
            "select body from review.outbox where purpose = 'Bank holiday' and partnership = ?"
                + " order by queued_at")
        .param("south-gloucestershire")
        .query(String.class)
        .list();
  }

  private static List<Instant> timers(Story story) {
    return story.desk.jobs(story.reference).stream()
        .map(Job::getDuedate)
        .map(Date::toInstant)
        .toList();
  }

  /** Nine in the morning of a summer's day in London. */
  private static Instant at(String day) {
    return Instant.parse(day + "T08:00:00Z");
  }
}
