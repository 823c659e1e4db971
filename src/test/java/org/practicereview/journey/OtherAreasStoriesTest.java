package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.casefile.CaseFileQuestions.CHILDREN;
import static org.practicereview.casefile.CaseFileQuestions.CHILD_OUTCOME;
import static org.practicereview.journey.Chapters.decided;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.ClockState;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Those outside the partnership")
class OtherAreasStoriesTest extends StoryTest {

  private static final String NEWS = "notification/other-area";
  private static final String REQUEST = "notification/other-area-return";
  private static final String BRIEF = "postpublication/learning-brief-shared";
  private static final String DEATH_REVIEW = "notification/child-death-review";

  @Test
  @DisplayName("are told within the five days, agree who leads, are asked, and found later")
  void otherAreas() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11");
    decided(
        viewed(
            story.referredBy(
                "manager",
                with("careStatus", "looked-after", "placingAuthority", "Sampleshire Council"))));
    assertThat(refusal(story, "head", "completeNotification", with("otherAreasConcerned", null)))
        .contains("otherAreasConcerned");
    story.does("head", "completeNotification", with("otherAreasConcerned", true));
    assertThat(story.open())
        .containsExactlyInAnyOrder("recordOtherAreas", "recordPartnersConsulted");
    assertThat(opened(story, "manager", "recordOtherAreas"))
        .as("what the referral named")
        .contains("Sampleshire Council", "placing-authority");

    assertThat(refusal(story, "manager", "recordOtherAreas", areas(area("A1"), area("A1"))))
        .contains("A1 is used twice");
    assertThat(
            refusal(
                story, "manager", "recordOtherAreas", areas(without("otherAreaEmail", area("A1")))))
        .contains("the address to which a letter is posted");
    story.does("manager", "recordOtherAreas");
    assertThat(story.clock("other-areas-told").dueOn()).isEqualTo("2026-05-18");
    assertThat(story.letters(NEWS))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.sentBy()).isNull();
              assertThat(letter.recipientRole()).isEqualTo("New other area A1");
              assertThat(story.wording(letter))
                  .contains("your authority placed the child", "Notification to be sent by")
                  .contains("The two business managers spoke on the phone")
                  .doesNotContain("Robin", "placing-authority", "{", "null");
            });
    story.on("2026-05-14");
    assertThat(story.letters("notices/clock-reminder"))
        .anySatisfy(letter -> assertThat(story.wording(letter)).contains("Telling other areas"));
    story.on("2026-05-15").does("head", "approveAreaLetters");
    assertThat(story.clock("other-areas-told").state()).isEqualTo(ClockState.MET);
    assertThat(story.page("manager")).contains("Invented Coast Safeguarding Children Partnership");

    assertThat(
            refusal(
                story,
                "manager",
                "recordAreaAnswers",
                with(
                    "areaAnswers",
                    List.of(answer("areaAnswer", "no-answer")),
                    "leadPartnership",
                    "other",
                    "leadArea",
                    "A1")))
        .contains("an area of this list that has answered");
    assertThat(
            refusal(
                story,
                "manager",
                "recordAreaAnswers",
                with("areaAnswers", List.of(answer("areaAnsweredOn", "today-1")))))
        .contains("before the day on which the area was told");
    story.does("manager", "recordAreaAnswers", with("leadPartnership", "other", "leadArea", "A1"));
    assertThat(story.letters(REQUEST))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("by Friday 22 May 2026")
                    .doesNotContain("Robin"));
    story.does("manager", "approveAreaRequest");
    assertThat(
            refusal(
                story,
                "manager",
                "recordAreaReturns",
                with(
                    "areaReturns",
                    List.of(
                        with(
                            "otherAreaId",
                            "A1",
                            "areaReturn",
                            "attached",
                            "areaReturnedOn",
                            "today")))))
        .contains("a row says that a return is attached");
    story.does("manager", "recordAreaReturns");
    assertThat(story.clock("other-area-return").state()).isEqualTo(ClockState.MET);
    assertThat(story.page("manager")).contains("leads", "its agencies were not involved");

    // Another area comes to light: it alone is told, and the first cannot be lost.
    story.presses("manager", "events/other-areas", with()).expect(200);
    assertThat(refusal(story, "manager", "recordOtherAreas", areas(area("A2"))))
        .contains("must keep A1");
    story.does("manager", "recordOtherAreas", areas(area("A1"), area("A2")));
    assertThat(story.letters(NEWS))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("rows:newOtherAreas:A1", "rows:newOtherAreas:A2");
    story.does("manager", "approveAreaLetters");
    assertThat(story.clock("other-areas-told").state()).isEqualTo(ClockState.MET);
    assertThat(
            refusal(
                story,
                "manager",
                "recordAreaAnswers",
                with("areaAnswers", List.of(answer("areaAnswer", "answered")))))
        .contains("a row for A2");
    story.does("manager", "recordAreaAnswers", answeredWithoutReturn("A1", "A2"));
    assertThat(story.letters(REQUEST)).as("A2 makes no return").hasSize(1);
    assertThat(story.open()).doesNotContain("recordAreaAnswers", "approveAreaRequest");

    // What is known of an area is put right: it is not told twice, and what it says is asked again.
    story.presses("manager", "events/other-areas", with()).expect(200);
    Map<String, Object> moved = area("A2");
    moved.put("otherAreaEmail", "office@area.example");
    story.does("manager", "recordOtherAreas", areas(area("A1"), moved));
    assertThat(story.letters(NEWS)).hasSize(2);
    assertThat(story.open()).contains("recordAreaAnswers").doesNotContain("approveAreaLetters");
    story.does("manager", "recordAreaAnswers", answeredWithoutReturn("A1", "A2"));
    assertThat(story.open()).doesNotContain("recordAreaAnswers", "recordAreaReturns");
  }

  @Test
  @DisplayName("are told although nothing says so where the child lives or was harmed elsewhere")
  void outsideEngland() {
    Story story = decided(viewed(story(ESSEX, "2026-05-11").referredBy("manager", with())));
    Map<String, Object> abroad =
        with("insideEngland", false, "incidentCountry", "Wales", "childLivesHere", false);
    assertThat(refusal(story, "head", "completeNotification", abroad))
        .contains("the child normally lives in another area, which has the duty to notify");
    assertThat(refusal(story, "head", "completeNotification", with("insideEngland", false)))
        .contains("incidentCountry", "childLivesHere");
    abroad.put("childLivesHere", true);
    story
        .does("head", "completeNotification", abroad)
        .does("head", "recordPartnersConsulted")
        .does("head", "submitNotification");
    assertThat(story.letters("notification/partners-notice"))
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("happened outside England, in Wales", "which is ours"));

    // Someone thinks of another area, and it turns out to be none.
    story.presses("manager", "events/other-areas", with()).expect(200);
    story.does("manager", "recordOtherAreas", with("otherAreas", null));
    assertThat(story.letters(NEWS)).isEmpty();
    assertThat(story.clockOf("other-areas-told")).isEmpty();
    assertThat(story.open()).doesNotContain("recordOtherAreas", "recordAreaAnswers");
  }

  @Test
  @DisplayName("keep a case open that needs no rapid review, until everyone has heard")
  void closedAfterThem() {
    Story story = notifiedOnly();
    desk.the(RuntimeService.class)
        .createMessageCorrelation("case.happened")
        .processInstanceBusinessKey(story.reference)
        .setVariablesToTriggeredScope(Map.of("event", "write-chronology", "agency", "police"))
        .correlate();
    assertThat(story.caseFile().isOpen()).isTrue();
    assertThat(story.open())
        .containsExactlyInAnyOrder("recordOtherAreas", "linkChildDeathReview", "nameAuthor");
    story.does("head", "linkChildDeathReview").does("head", "approveDeathReviewLetter");
    assertThat(story.letters(DEATH_REVIEW))
        .as("to the mailbox of the partnership's profile")
        .singleElement()
        .satisfies(letter -> assertThat(letter.address()).isEqualTo("cdop@sgcp.example"));
    assertThat(story.caseFile().isOpen()).isTrue();
    story.does("manager", "recordOtherAreas").on("2026-05-19");
    assertThat(story.clock("other-areas-told").state()).isEqualTo(ClockState.OVERDUE);
    story.does("head", "approveAreaLetters");
    assertThat(story.open()).containsExactly("nameAuthor", "recordAreaAnswers");
    story
        .does("manager", "recordAreaAnswers", with("leadPartnership", "other", "leadArea", "A1"))
        .does("manager", "approveAreaRequest")
        .on("2026-06-30");
    assertThat(story.clock("other-area-return").state()).isEqualTo(ClockState.OVERDUE);
    assertThat(story.caseFile().isOpen()).isTrue();
    story.does("manager", "recordAreaReturns");
    assertThat(story.open()).as("a chronology that no one needs any more").isEmpty();
    story.hasEnded("notified-without-review");
  }

  @Test
  @DisplayName("do not keep a case open whose administrator has cancelled what was left")
  void cancelled() {
    Story story = notifiedOnly();
    for (String task : List.of("recordOtherAreas", "linkChildDeathReview")) {
      assertThat(story.caseFile().isOpen()).isTrue();
      // As Cockpit does unless told otherwise: without custom listeners.
      desk.the(RuntimeService.class)
          .deleteProcessInstance(
              story
                  .task(task.equals("recordOtherAreas") ? "manager" : "head", task)
                  .path("processInstanceId")
                  .asText(),
              "A slip",
              true,
              true);
      desk.runJobs(story.reference);
    }
    story.hasEnded("notified-without-review");
  }

  /** A case that needs no rapid review, with work that is still open beside it. */
  private Story notifiedOnly() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11");
    story.referredBy(
        "manager",
        with(
            "careStatus",
            "looked-after",
            "childDied",
            true,
            "childDiedOn",
            "today-2",
            "harmKinds",
            List.of("death")));
    viewed(story, "harm", "died", "abuseOrNeglect", "not-suspected", "careStatus", "looked-after");
    decided(story, "outcome", "notify-without-review");
    Map<String, Object> child = childWhoDied();
    child.put("careStatus", "looked-after");
    story.does(
        "head",
        "completeNotification",
        with(
            "notificationNature",
            "looked-after-death",
            "abuseOrNeglect",
            "not-suspected",
            "otherAreasConcerned",
            true,
            "children",
            List.of(child)));
    story.does("head", "recordPartnersConsulted").does("head", "submitNotification");
    return story;
  }

  @Test
  @DisplayName("hear of a child's death once, and the reference of their review is kept")
  void childDeathReview() {
    Story story = decided(viewed(story(ESSEX, "2026-05-11").referredBy("manager", with())));
    story.does(
        "head",
        "completeNotification",
        with("notificationNature", "child-death", "children", List.of(childWhoDied())));
    assertThat(refusal(story, "head", "linkChildDeathReview", with("deathReviewConcerned", false)))
        .contains("the notification says that a child died");
    story.does("head", "linkChildDeathReview").does("head", "approveDeathReviewLetter");
    assertThat(story.page("manager")).contains("Reference (eCDOP)", "not known yet");
    assertThat(story.letters(DEATH_REVIEW))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.address()).isEqualTo("cdop@invented-health.example");
              assertThat(story.wording(letter))
                  .contains("Tell us the reference of your own record")
                  .doesNotContain("Robin");
            });

    story.presses("manager", "events/child-death-review", with()).expect(200);
    story.does("manager", "linkChildDeathReview", with("deathReviewReference", "eCDOP-77"));
    assertThat(story.letters(DEATH_REVIEW)).as("told once").hasSize(1);
    assertThat(story.page("manager")).contains("eCDOP-77");

    story.goesOnUntil("approveOutcomeLetter");
    assertThat(story.letters("rapidreview/outcome"))
        .filteredOn(letter -> letter.recipientKind().startsWith("rows:childDeathReviewPartners"))
        .singleElement()
        .satisfies(
            letter -> assertThat(story.wording(letter)).contains("you are the child death review"));
  }

  @Test
  @Requirement({"R-095", "R-100", "D-31"})
  @DisplayName(
      "get their own priorities of learning before publication, and the brief with a letter")
  void learning() {
    Story story = decided(viewed(story(ESSEX, "2026-05-11").referredBy("manager", with())));
    story
        .does("head", "completeNotification", with("otherAreasConcerned", true))
        .does("manager", "recordOtherAreas")
        .goesOnUntil("assureQuality");
    String name = "Invented Coast Safeguarding Children Partnership";
    Map<String, Object> ours = priority("here", "Handovers are written.");
    Map<String, Object> theirs = priority("A1", "Placements share what a child says of home.");
    assertThat(
            refusal(
                story,
                "subgroup",
                "assureQuality",
                with("noPriorityForAreas", null, "learningPriorities", List.of(ours))))
        .contains("name what is to be learned in " + name);
    assertThat(
            refusal(
                story,
                "subgroup",
                "assureQuality",
                with("learningPriorities", List.of(priority("A7", "Nothing.")))))
        .contains("learningPriorityArea");
    story.does(
        "subgroup",
        "assureQuality",
        with("noPriorityForAreas", null, "learningPriorities", List.of(ours, theirs)));

    story.goesOnUntil("approveOtherAreaNotice");
    assertThat(story.letters("publication/other-area-notice"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.address()).isEqualTo("partnership@invented-coast.example");
              assertThat(story.wording(letter))
                  .contains("Placements share what a child says of home.", "Those who place")
                  .doesNotContain("Handovers are written.", "Robin", "null");
            });
    if (story.letters(BRIEF).isEmpty()) {
      story.goesOnUntil("recordBriefingSession");
    }
    assertThat(story.letters(BRIEF))
        .filteredOn(letter -> letter.recipientKind().startsWith("rows:otherAreas"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.address()).isEqualTo("partnership@invented-coast.example");
              assertThat(story.wording(letter)).contains("It concerns your area too");
              assertThat(enclosures(story, letter)).as("the letter and the brief").isEqualTo(2);
            });
  }

  private static Map<String, Object> priority(String area, String sentence) {
    return with(
        "learningPriority",
        sentence,
        "learningPriorityArea",
        area,
        "learningPriorityFor",
        area.equals("here") ? "Health visiting" : "Those who place children");
  }

  private static int enclosures(Story story, Letter letter) {
    return story
        .desk
        .the(JdbcClient.class)
        .sql("select count(*) from review.outbox_attachment where mail_id = ?")
        .param(letter.mail().id())
        .query(Integer.class)
        .single();
  }

  private static String refusal(
      Story story, String who, String task, Map<String, Object> different) {
    return story.tries(who, task, different).expect(400).text();
  }

  private static Map<String, Object> childWhoDied() {
    List<?> children =
        (List<?>)
            SampleAnswers.packaged().of("complete-notification", Desk.today()).get(CHILDREN.key());
    Map<String, Object> child = with(CHILD_OUTCOME.key(), "died");
    ((Map<?, ?>) children.get(0)).forEach((key, value) -> child.putIfAbsent((String) key, value));
    return child;
  }

  private static String opened(Story story, String who, String task) {
    String id = story.task(who, task).path("id").asText();
    return story.user(who).formVariables(id).expect(200).text();
  }

  private static Map<String, Object> areas(Object... rows) {
    return with("otherAreas", List.of(rows));
  }

  private static Map<String, Object> area(String code) {
    return with(
        "otherAreaId",
        code,
        "otherAreaName",
        "Area " + code,
        "otherAreaRole",
        "home-area",
        "otherAreaEmail",
        "partnership@area.example");
  }

  private static Map<String, Object> answer(String key, String value) {
    return with("otherAreaId", "A1", key, value);
  }

  private static Map<String, Object> answeredWithoutReturn(String... codes) {
    return with(
        "areaAnswers",
        Stream.of(codes)
            .map(
                code ->
                    with(
                        "otherAreaId",
                        code,
                        "areaAnswer",
                        "answered",
                        "areaAnsweredOn",
                        "today",
                        "areaMakesReturn",
                        "no",
                        "areaAnswerNotes",
                        "They know the family, and hold no record."))
            .toList(),
        "leadPartnership",
        "ours");
  }

  private static Map<String, Object> without(String key, Map<String, Object> row) {
    row.remove(key);
    return row;
  }
}
