package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.chronology.AgencyChronology;
import org.practicereview.chronology.Chronologies;
import org.practicereview.deadlines.ClockState;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("The chronologies of the agencies")
class ChronologyStoriesTest extends StoryTest {

  private static final String HEADINGS =
      "Date,Time,Source record,Type of contact,Who was involved or seen,Was the child seen?,"
          + "What happened";

  @Test
  @Requirement({"R-006", "R-007", "R-008", "R-009", "R-058", "D-12", "D-13"})
  @DisplayName("follow the set-up meeting, and the time to write counts from it")
  void setUpMeeting() {
    Story story = scopedReview(SOUTH_GLOUCESTERSHIRE);
    assertThat(
            story
                .tries("reviewer", "supplyTemplate", with("setUpMeetingOn", "today+9"))
                .expect(400)
                .text())
        .contains("the members have accepted Sunday 31 May 2026, 10:00")
        .contains("Change the dates of the review");
    story.tries("reviewer", "supplyTemplate", with("chronologyGuidance", " ")).expect(400);
    story.does("reviewer", "supplyTemplate", with("chronologyTemplates", List.of(guidance())));
    assertThat(story.letters("cspr/chronology-set-up"))
        .extracting(Letter::recipientRole)
        .containsExactlyInAnyOrder(
            "South Gloucestershire police",
            "South Gloucestershire integrated care board and health providers");
    assertThat(story.open()).doesNotContain("nameAuthor");

    story.on(Desk.today().plusDays(9).toString());
    String held = Desk.today().minusDays(2).toString();
    assertThat(rows(story, "reviewer", "holdSetUpMeeting", "setUpAttendance")).hasSize(2);
    story
        .tries("reviewer", "holdSetUpMeeting", with("chronologySetUpOn", "2030-01-01"))
        .expect(400);
    assertThat(
            story
                .tries(
                    "reviewer",
                    "holdSetUpMeeting",
                    with(
                        "chronologySetUpOn",
                        held,
                        "setUpAttendance",
                        List.of(setUp("police", "yes"))))
                .expect(400)
                .text())
        .contains("missing: South Gloucestershire integrated care board");
    story.does(
        "reviewer",
        "holdSetUpMeeting",
        with(
            "chronologySetUpOn",
            held,
            "setUpAttendance",
            List.of(
                setUp("police", "yes"),
                setUp("integrated care board and health providers", "no"))));
    assertThat(story.open()).contains("followUpAbsence", "nameAuthor");
    assertThat(story.letters("cspr/chronology-request"))
        .as("an agency that was absent writes when it knows what was agreed")
        .extracting(Letter::scope)
        .containsExactly("police");
    assertThat(story.clock("chronology", "police").triggerOn()).isEqualTo(held);
    assertThat(story.clock("chronology", "police").dueOn())
        .isEqualTo(story.clock("chronology", "police").triggerOn().plusDays(42));

    story.does("manager", "followUpAbsence");
    assertThat(story.letters("cspr/chronology-request"))
        .hasSize(2)
        .allSatisfy(
            letter -> {
              assertThat(story.files(letter)).as("with the reviewer's template").isEqualTo(2);
              assertThat(story.wording(letter))
                  .contains("Linden", "does not replace it", "One row for each contact")
                  .contains("What was life like for the child, and who knew?")
                  .doesNotContain("Robin Sample");
            });
    assertThat(story.open()).doesNotContain("followUpAbsence").contains("nameAuthor");
  }

  @Test
  @Requirement({"R-086", "R-089", "D-12", "D-13"})
  @DisplayName("are due on the day of the timetable where there is no set-up meeting")
  void timetable() {
    Story story = scopedReview(ESSEX);
    story.does("manager", "supplyTemplate");
    assertThat(story.letters("cspr/chronology-set-up")).isEmpty();
    assertThat(story.clock("chronology", "police").dueOn()).isEqualTo(due(story));
    given(story, "police");
    assertThat(story.clock("chronology", "police").state()).isEqualTo(ClockState.MET);
    story.on(LocalDate.parse(due(story)).plusDays(3).toString());
    assertThat(story.open()).contains("recordMissing").doesNotContain("holdAuthorMeeting");
    given(story, "health");
    assertThat(story.open()).contains("holdAuthorMeeting").doesNotContain("recordMissing");
    story.tries("reviewer", "holdAuthorMeeting", with("authorMeetingHeld", null)).expect(400);
    story
        .tries(
            "reviewer",
            "holdAuthorMeeting",
            with("authorMeetingHeld", false, "authorMeetingReasons", null))
        .expect(400);
    story.does("reviewer", "holdAuthorMeeting");
    assertThat(story.open()).doesNotContain("holdAuthorMeeting", "nameAuthor");
    assertThat(story.clock("chronology", "health").state()).isEqualTo(ClockState.MET_LATE);
    assertThat(desk.instances(story.reference))
        .noneMatch(instance -> instance.getProcessDefinitionId().matches(".*chronolog.*"));
  }

  @Test
  @Requirement({"R-006", "R-007", "R-039"})
  @DisplayName("are written by someone who does not know the child, and approved by another person")
  void author() {
    Story story = scopedReview(STAFFORDSHIRE);
    story.does("reviewer", "supplyTemplate");
    story.tries("author-police", "nameAuthor", with("authorKnowsChild", null)).expect(400);
    story.does("author-police", "nameAuthor", with("authorKnowsChild", true));
    assertThat(story.user("author-police").task(story.reference, "userTask_completeChronology"))
        .isEmpty();
    story.does("author-police", "nameAuthor");

    story
        .tries("author-police", "completeChronology", with("chronologyRows", List.of()))
        .expect(400);
    story.does("author-police", "completeChronology");
    assertThat(story.tries("author-police", "approveChronology", with()).expect(400).text())
        .contains("another person");
    String task = story.task("author-police", "approveChronology").path("id").asText();
    story.user("author-police").post("engine:task/" + task + "/unclaim", Map.of()).expect(204);
    // Who may see: the agency its own rows before they are approved, no one else.
    assertThat(chronology(story, "author-police")).contains("Log of calls, number 4711");
    assertThat(chronology(story, "manager")).doesNotContain("Log of calls, number 4711");
    story.does(
        "approver-police",
        "approveChronology",
        with("chronologyApproved", false, "chronologyChangesNeeded", "Say who called."));
    assertThat(
            story.filledIn(
                "author-police", story.task("author-police", "completeChronology"), with()))
        .containsEntry("chronologyChangesNeeded", "Say who called.");
    story.does("author-police", "completeChronology").does("approver-police", "approveChronology");
    assertThat(state(story, "police").version()).isEqualTo(2);
    assertThat(chronology(story, "manager"))
        .contains("Log of calls, number 4711", "Summary comments", "Not in yet");
    assertThat(chronology(story, "reviewer")).contains("Log of calls, number 4711");
    assertThat(story.page("reviewer"))
        .as("the return for the rapid review is kept beside it")
        .contains("Six visits were planned, three were not.");
    assertThat(chronology(story, "author-health")).doesNotContain("Log of calls");
    // An agency without records says so, and that is a chronology too.
    story.does("author-health", "nameAuthor");
    story.does("author-health", "completeChronology", with("chronologyRecordsHeld", false));
    story.does("approver-health", "approveChronology");
    assertThat(state(story, "health").approved()).isEmpty();
    assertThat(state(story, "health").state()).isEqualTo(AgencyChronology.State.APPROVED);
    story.user("subgroup").get(page(story)).expect(403);
    assertThat(desk.user("es-manager").get(page(story)).status()).isEqualTo(404);
  }

  @Test
  @Requirement("R-008")
  @DisplayName("do not hold up the review when one is late, and the late one is still taken")
  void late() {
    Story story = scopedReview(STAFFORDSHIRE);
    story.does("reviewer", "supplyTemplate");
    given(story, "police");
    story.does("author-health", "nameAuthor");
    String due = due(story);
    story.on(LocalDate.parse(due).minusDays(6).toString());
    assertThat(story.letters("cspr/chronology-reminder"))
        .singleElement()
        .satisfies(letter -> assertThat(letter.scope()).isEqualTo("health"));
    assertThat(story.open()).doesNotContain("recordMissing");
    story.on(LocalDate.parse(due).plusDays(4).toString());
    assertThat(story.letters("cspr/chronology-escalation"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.address()).startsWith("senior-manager@health.");
              assertThat(story.wording(letter)).contains("The review goes on");
            });
    assertThat(story.letters("notices/clock-overdue"))
        .anySatisfy(letter -> assertThat(letter.recipientKind()).isEqualTo("lead-reviewer"))
        .anySatisfy(letter -> assertThat(letter.recipientKind()).startsWith("agency:"));
    assertThat(story.open()).contains("recordMissing", "completeChronology");

    story.tries("manager", "recordMissing", with("chronologyMissingReasons", " ")).expect(400);
    story.does("manager", "recordMissing");
    assertThat(desk.instances(story.reference))
        .noneMatch(instance -> instance.getProcessDefinitionId().startsWith("chronologies:"));
    assertThat(story.clock("chronology", "health").state()).isEqualTo(ClockState.OVERDUE);
    assertThat(chronology(story, "reviewer"))
        .contains("Missing: the review goes on without it", "damaged by water");
    assertThat(chronology(story, "author-health")).doesNotContain("damaged by water");

    // What someone is writing is not taken away from them.
    assertThat(story.open()).contains("completeChronology");
    story.does("author-health", "completeChronology").does("approver-health", "approveChronology");
    assertThat(story.clock("chronology", "health").state()).isEqualTo(ClockState.MET_LATE);
    assertThat(state(story, "health").state()).isEqualTo(AgencyChronology.State.APPROVED);
    assertThat(story.open()).doesNotContain("completeChronology", "approveChronology");
  }

  @Test
  @DisplayName("come from a spreadsheet into the form, whole or not at all")
  void spreadsheet() {
    Story story = scopedReview(STAFFORDSHIRE);
    story.does("reviewer", "supplyTemplate");
    assertThat(upload(story, "author-police", "police", HEADINGS + "\n" + row("1/2/2025")).text())
        .contains("is not being asked for");
    story.does("author-police", "nameAuthor");
    int before = desk.the(Answers.class).of(story.reference).size();
    assertThat(
            upload(
                    story,
                    "author-police",
                    "police",
                    HEADINGS + "\n" + row("1/2/2025") + "\n" + row("31/02/2025"))
                .expect(200)
                .text())
        .contains("Row 3: the date &#39;31/02/2025&#39; is not a date")
        .contains("Nothing was stored");
    upload(story, "author-health", "police", HEADINGS + "\n" + row("1/2/2025")).expect(403);
    upload(story, "manager", "police", HEADINGS + "\n" + row("1/2/2025")).expect(403);
    assertThat(desk.the(Answers.class).of(story.reference)).hasSize(before);

    String couldBeTwoDays = HEADINGS + "\n" + row("1/2/2025") + "\n" + row("2024-12-24");
    assertThat(upload(story, "author-police", "police", couldBeTwoDays).expect(200).text())
        .contains("Nothing has been stored yet")
        .contains("Row 2: &#39;1/2/2025&#39; was read as Saturday 1 February 2025.");
    assertThat(desk.the(Answers.class).of(story.reference)).hasSize(before);
    upload(story, "author-police", "police?datesSeen=true", couldBeTwoDays).expect(302);
    assertThat(rows(story, "author-police", "completeChronology", "chronologyRows"))
        .extracting(row -> row.get("eventOn"))
        .containsExactly("2025-02-01", "2024-12-24");
    String opened = story.task("author-police", "completeChronology").path("id").asText();
    assertThat(
            story
                .user("author-police")
                .formVariables(opened)
                .body()
                .path("chronologyRecordsHeld")
                .path("value")
                .asBoolean())
        .isTrue();
    story.trailTells("A spreadsheet with 2 rows was put into the chronology of police.");
    assertThat(state(story, "police").state()).isEqualTo(AgencyChronology.State.BEGUN);

    // The task is still open; a colleague who has it is not overtaken.
    String task = story.task("author-police", "completeChronology").path("id").asText();
    story.user("author-police").claim(task).expect(204);
    assertThat(upload(story, "approver-police", "police", HEADINGS + "\n" + row("1/2/2025")).text())
        .contains("is being written by");
    List<Map<String, Object>> uploaded =
        rows(story, "author-police", "completeChronology", "chronologyRows");
    story.does("author-police", "completeChronology", with("chronologyRows", uploaded));
    story.does("approver-police", "approveChronology");

    assertThat(chronology(story, "manager"))
        .containsSubsequence("24 Dec 2024", "1 Feb 2025")
        .contains("A bruise was seen.");
    Answer csv = story.user("manager").get(page(story) + "/merged.csv").expect(200);
    assertThat(csv.text())
        .contains("Agency,Date", "Staffordshire police,24/12/2024", "'=1+1")
        .doesNotContain(",=1+1");
    assertThat(csv.header("content-disposition")).contains("attachment", "-chronology.csv");
    assertThat(
            story
                .user("manager")
                .get(page(story) + "/merged.xlsx")
                .expect(200)
                .header("content-type"))
        .contains("spreadsheetml");
    story.user("manager").get(page(story) + "/police/rows.csv").expect(403);
    assertThat(story.user("author-health").get(page(story) + "?agency=police").status())
        .isEqualTo(404);
    assertThat(story.user("author-health").get(page(story) + "/merged.csv").expect(200).text())
        .doesNotContain("bruise");
    assertThat(story.user("author-police").get(page(story) + "/police/rows.csv").expect(200).text())
        .contains("24/12/2024");
    assertThat(story.page("manager")).contains("Chronology");
  }

  @Test
  @DisplayName("are not taken from a file that is too large, and the page says how large it may be")
  void tooLarge() {
    Story story = scopedReview(STAFFORDSHIRE);
    story.does("reviewer", "supplyTemplate").does("author-police", "nameAuthor");
    for (int megabytes : List.of(6, 13)) {
      String spreadsheet = HEADINGS + "\n" + "x".repeat(megabytes * 1024 * 1024);
      Answer answer = upload(story, "author-police", "police", spreadsheet);
      if (answer.status() == 302) {
        String back = answer.header("location").replaceFirst("^https?://[^/]+", "");
        answer = story.user("author-police").get(back);
      }
      assertThat(answer.expect(200).text())
          .as(megabytes + " MB")
          .contains("The file is too large. It may have up to 5 MB.", "Nothing was stored")
          .contains("Upload the filled spreadsheet");
    }
  }

  private static String row(String date) {
    return date + ",10:00,Notes,=1+1,Health visitor,no,A bruise was seen.";
  }

  private static Answer upload(Story story, String who, String agency, String csv) {
    return story
        .user(who)
        .uploads(
            page(story),
            page(story) + "/" + agency,
            "spreadsheet",
            "chronology.csv",
            csv.getBytes(StandardCharsets.UTF_8));
  }

  private static String page(Story story) {
    return "/case/" + story.reference + "/chronology";
  }

  private static String chronology(Story story, String who) {
    return Jsoup.parse(story.user(who).get(page(story)).expect(200).text()).text();
  }

  private static AgencyChronology state(Story story, String agency) {
    return story.desk.the(Chronologies.class).of(story.reference).stream()
        .filter(one -> one.agency().equals(agency))
        .findFirst()
        .orElseThrow();
  }

  private static String due(Story story) {
    return story
        .desk
        .the(CaseFacts.class)
        .date(story.reference, "chronologiesDueOn")
        .orElseThrow()
        .toString();
  }

  /** The rows that a form opens with. */
  private static List<Map<String, Object>> rows(Story story, String who, String task, String key) {
    String id = story.task(who, task).path("id").asText();
    String json =
        story.user(who).formVariables(id).expect(200).body().path(key).path("value").asText();
    try {
      return new ObjectMapper().readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new AssertionError(key + " holds no rows: " + json, e);
    }
  }

  private static Map<String, Object> setUp(String agency, String came) {
    return with(
        "setUpAgency",
        "South Gloucestershire " + agency,
        "setUpAttended",
        came,
        "setUpAttendeeRole",
        came.equals("yes") ? "Review officer" : null);
  }

  private static Map<String, Object> guidance() {
    return Map.of(
        "name",
        "how-to.txt",
        "mediaType",
        "text/plain",
        "content",
        Base64.getEncoder()
            .encodeToString("Guidance for authors.".getBytes(StandardCharsets.UTF_8)));
  }

  /** An agency gives its chronology. */
  private static Story given(Story story, String agency) {
    return story
        .does("author-" + agency, "nameAuthor")
        .does("author-" + agency, "completeChronology")
        .does("approver-" + agency, "approveChronology");
  }

  /** A review with two agencies, up to the point where the chronologies begin. */
  private Story scopedReview(String partnership) {
    Story story = asked(underReview(story(partnership, "2026-05-11")), "police", "health");
    return story.goesOnUntil("supplyTemplate");
  }
}
