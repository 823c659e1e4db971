package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.casefile.Seals;
import org.practicereview.deadlines.ClockState;
import org.practicereview.deadlines.DayOff;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.forms.Scope;
import org.practicereview.letters.Letter;
import org.practicereview.publication.Publications;
import org.practicereview.publication.PublishedItem;
import org.practicereview.requirements.Requirement;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The learning")
class LearningStoriesTest extends StoryTest {

  private static final Pattern LINK = Pattern.compile("/briefing/[A-Za-z0-9_-]{43}");
  private static final String A_FILE = "V2hhdCB3YXMgbGVhcm5lZC4=";

  @Test
  @Requirement({"R-143", "R-144", "R-157", "R-158", "R-159", "D-25", "D-28"})
  @DisplayName("goes to every organisation as a brief in which another person found no one")
  void brief() {
    Story story =
        Chapters.initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"))
            .goesOnUntil("writeLearningBrief");
    assertThat(story.open()).as("it does not wait for publication").contains("planPublication");
    assertThat(
            story
                .tries(
                    "learning",
                    "writeLearningBrief",
                    with("briefAboutCase", "Robin was hurt at home."))
                .expect(400)
                .text())
        .contains("use the pseudonym")
        .doesNotContain("Robin");
    story.tries("learning", "writeLearningBrief", with("briefQuestions", " ")).expect(400);
    story.does("learning", "writeLearningBrief");
    assertThat(story.user("learning").task(story.reference, "userTask_checkBriefAnonymisation"))
        .as("whoever writes it does not check it")
        .isEmpty();
    story
        .does(
            "manager",
            "checkBriefAnonymisation",
            with("briefAnonymous", false, "briefAnonymityProblems", "The school is named."))
        .does("learning", "writeLearningBrief", with("briefTitle", "Written down, passed on"));
    assertThat(kept(story)).as("nothing goes before the check").isEmpty();
    story.does("head", "checkBriefAnonymisation");

    assertThat(kept(story))
        .singleElement()
        .satisfies(document -> assertThat(document.accessClass()).isEqualTo("PUBLIC"));
    String address = "/case/" + story.reference + "/documents/" + kept(story).get(0).id();
    story.user("executive").get(address).expect(200);
    story.user("author-police").get(address).expect(200);
    assertThat(story.desk.user("es-executive").get(address).status()).isIn(403, 404);
    assertThat(story.letters("postpublication/learning-brief-shared"))
        .hasSize(8)
        .allSatisfy(
            letter -> {
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.files(letter)).isEqualTo(2);
              assertThat(story.wording(letter)).contains("Written down, passed on");
            });

    story.does("manager", "nameTrainingProviders");
    assertThat(story.letters("postpublication/learning-brief-training"))
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter.sentBy()).isNull());
    story.does("head", "approveTrainingLetters");
    assertThat(story.letters("postpublication/learning-brief-training"))
        .extracting(letter -> letter.state().name())
        .containsExactlyInAnyOrder("SENT", "TO_BE_POSTED");

    assertThat(briefs(story)).as("not before anything else of the case is public").isEmpty();
    story.trailTells("The learning brief is not on the public pages: It waits until the report");
    story.goesOnUntil("planLearningEvents");
    assertThat(briefs(story)).hasSize(1);
    assertThat(kept(story)).as("no second brief is written after publication").hasSize(1);
    story.tries("learning", "planLearningEvents", with("learningEvents", null)).expect(400);
    story.does("learning", "planLearningEvents");
    assertThat(story.letters("postpublication/learning-event"))
        .hasSize(8)
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter)).contains("Passing a worry on", "and online"));
    story.does("learning", "recordEventAttendance");
    assertThat(story.open())
        .doesNotContain("recordBriefingSession", "answerImpactSurvey", "recordEventAttendance");
  }

  @Test
  @Requirement("R-152")
  @DisplayName("is written as a brief where a report is not published, whatever else is held")
  void notPublished() {
    Story story = Chapters.initiated(story(ESSEX, "2026-05-11")).goesOnUntil("decideSignOff");
    story
        .desk
        .the(Answers.class)
        .store(
            new FormAnswers(
                story.reference,
                "decision",
                "",
                "before",
                "",
                with("publicationMode", "none"),
                "system",
                Instant.now()));
    story.goesOnUntil("writeLearningBrief");
    story.does("learning", "writeLearningBrief").does("manager", "checkBriefAnonymisation");
    assertThat(kept(story)).hasSize(1);
    assertThat(story.letters("postpublication/learning-brief-shared")).hasSize(8);
    story.goesOnUntil("recordBriefingSession");
  }

  @Test
  @Requirement({"R-104", "R-105"})
  @DisplayName("is given as a presentation to each who was there, by a link of their own")
  void presentationByLink() {
    Story story = beforePublication(ESSEX).goesOnUntil("recordBriefingSession");
    story.does("manager", "recordBriefingSession");
    List<String> links = links(story);
    assertThat(links).as("each has another").hasSize(2).doesNotHaveDuplicates();
    assertThat(
            desk.the(JdbcClient.class)
                .sql("select token_hash from review.briefing_link")
                .query(String.class)
                .list())
        .as("the table does not hold a token")
        .noneMatch(hash -> links.stream().anyMatch(link -> link.endsWith(hash)));
    String pseudonym = desk.the(CaseFacts.class).text(story.reference, "pseudonym").orElseThrow();
    TasklistUser attendee = desk.visitor();
    TasklistUser.Answer page = attendee.get(links.get(0)).expect(200);
    assertThat(page.text())
        .contains("<title>Presentation – Practice Review</title>", "get the presentation")
        .doesNotContain(story.reference, pseudonym, "Kit Invented", "Sam Madeup");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(attendee.post(links.get(0) + "/presentation", Map.of()).status())
        .as("only the page itself confirms")
        .isEqualTo(403);
    TasklistUser.Answer file =
        attendee.submitPage(links.get(0), links.get(0) + "/presentation", with()).expect(200);
    assertThat(file.header("Content-Disposition")).contains("attachment", "presentation.pdf");
    story.trailTells("given to someone who was there, by their own link");
    attendee.submitPage(links.get(0), links.get(0) + "/request", with()).expect(410);
    String wrong = links.get(0).substring(0, links.get(0).length() - 2) + "AA";
    assertThat(attendee.get(wrong).expect(410).text()).contains("This link does not work");

    LocalDate made = Desk.today();
    story.on(made.plusDays(42).toString());
    attendee.get(links.get(1)).expect(200);
    story.on(made.plusDays(43).toString());
    assertThat(attendee.get(links.get(1)).expect(410).text()).contains("This link does not work");
  }

  @Test
  @Requirement("R-105")
  @DisplayName("is asked for by a link where the business manager answers, until that has ended")
  void presentationAskedFor() {
    Story story = beforePublication(ESSEX).goesOnUntil("recordBriefingSession");
    story.does("manager", "recordBriefingSession", with("presentationGiven", "asked"));
    List<String> links = links(story);
    TasklistUser attendee = desk.visitor();
    attendee.submitPage(links.get(0), links.get(0) + "/presentation", with()).expect(410);
    for (String link : List.of(links.get(0), links.get(0), links.get(1))) {
      if (attendee.get(link).text().contains("ask for the presentation")) {
        attendee.submitPage(link, link + "/request", with()).expect(302);
      }
      assertThat(attendee.get(link).expect(200).text()).contains("You have asked");
    }
    assertThat(story.letters("notices/presentation-asked"))
        .as("one mail a day")
        .extracting(Letter::recipientKind)
        .containsExactly("business-manager");
    assertThat(story.letters("postpublication/presentation")).as("no one gave it yet").isEmpty();
    Object rows =
        OpenForm.asItOpens(
                story.user("manager"), story.task("manager", "recordPresentationRequests"))
            .get("presentationRequests");
    assertThat(rows).asString().contains("Kit Invented", "sam.madeup@health.example");
    Map<String, Object> kit =
        with(
            "requesterName", "Kit Invented",
            "requesterEmail", "kit.invented@police.example",
            "requestedOn", "today");
    story.does(
        "manager",
        "recordPresentationRequests",
        with("presentationRequests", List.of(kit), "moreRequestsExpected", true));
    assertThat(story.letters("postpublication/presentation"))
        .as("not to whom the business manager took out")
        .extracting(Letter::recipientName)
        .containsExactly("Kit Invented");
    assertThat(
            OpenForm.asItOpens(
                    story.user("manager"), story.task("manager", "recordPresentationRequests"))
                .get("presentationRequests"))
        .as("they have their answer")
        .asString()
        .doesNotContain("Kit Invented");
    attendee.get(links.get(0)).expect(200);
    story.does(
        "manager",
        "recordPresentationRequests",
        with("presentationRequests", null, "moreRequestsExpected", false));
    attendee.get(links.get(0)).expect(410);
  }

  @Test
  @Requirement("R-105")
  @DisplayName("is given by no link once the report is sealed")
  void noPresentationOfASealedReport() {
    Story story = beforePublication(ESSEX).goesOnUntil("recordBriefingSession");
    story.does("manager", "recordBriefingSession");
    String link = links(story).get(0);
    TasklistUser attendee = desk.visitor();
    attendee.get(link).expect(200);
    desk.the(Seals.class).seal(story.reference, "es-executive", "es-head");
    attendee.get(link).expect(410);
  }

  /** The links in the letters to those who were at the briefing, as paths. */
  private static List<String> links(Story story) {
    return story.letters("postpublication/briefing-thanks").stream()
        .map(letter -> LINK.matcher(story.wording(letter)))
        .filter(Matcher::find)
        .map(Matcher::group)
        .toList();
  }

  @Test
  @Requirement({"R-104", "R-105", "R-106", "D-25", "D-28"})
  @DisplayName("is told in a briefing, followed up six weeks later, and never left unanswered")
  void followUp() {
    Story story = beforePublication(ESSEX).goesOnUntil("recordBriefingSession");
    assertThat(kept(story)).as("a briefing is held instead of a brief").isEmpty();
    assertThat(story.letters("postpublication/briefing-invitation"))
        .isNotEmpty()
        .allSatisfy(
            letter -> assertThat(story.wording(letter)).contains("Those who lead teams", "14:00"));
    assertThat(story.calendarFile(story.letters("postpublication/briefing-invitation").get(0)))
        .contains("SUMMARY:" + story.reference + " Learning briefing")
        .containsPattern("DTSTART:\\d{8}T1[34]0000Z");
    story.tries("manager", "recordBriefingSession", with("briefingPresentation", null)).expect(400);
    story.tries("manager", "recordBriefingSession", with("briefingByReviewer", false)).expect(400);
    LocalDate session = Desk.today();
    assertThat(
            story
                .tries(
                    "manager",
                    "recordBriefingSession",
                    with(
                        "briefingPresentation",
                        List.of(Map.of("name", "slides.txt", "content", A_FILE))))
                .expect(400)
                .text())
        .contains("\\\"The presentation\\\" takes. Send PowerPoint (.pptx) or PDF");
    story.does(
        "manager",
        "recordBriefingSession",
        with("briefingPresentation", Pdf.of("What was learnt.")));
    assertThat(story.letters("postpublication/briefing-thanks"))
        .as("everyone who came hears that they may ask for the presentation")
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("You can ask for the presentation", "01632 960001")
                    .contains("You get the presentation at once"))
        .extracting(Letter::recipientName)
        .containsExactlyInAnyOrder("Kit Invented", "Sam Madeup");
    assertThat(story.clock("learning-follow-up").dueOn())
        .isEqualTo(workingDay(session.plusDays(42)));
    assertThat(
            story
                .tries(
                    "manager",
                    "recordPresentationRequests",
                    with(
                        "presentationRequests",
                        List.of(
                            with(
                                "requesterName", "Pat Elsewhere",
                                "requesterEmail", "pat@elsewhere.example",
                                "requestedOn", "today"))))
                .expect(400)
                .text())
        .contains("only those who were there may ask");
    story.does("manager", "recordPresentationRequests", with("moreRequestsExpected", true));
    assertThat(story.letters("postpublication/presentation"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientName()).isEqualTo("Kit Invented");
              assertThat(story.files(letter)).isEqualTo(2);
            });
    assertThat(story.open())
        .contains("recordPresentationRequests")
        .doesNotContain("prepareFollowUp");

    story.on(session.plusDays(35).toString());
    assertThat(story.open()).contains("prepareFollowUp");
    story.on(session.plusDays(43).toString());
    assertThat(story.clock("learning-follow-up").state()).isEqualTo(ClockState.OVERDUE);
    story.does("manager", "prepareFollowUp");
    assertThat(story.clock("learning-follow-up").state()).isEqualTo(ClockState.MET_LATE);
    assertThat(story.letters("postpublication/learning-follow-up"))
        .extracting(Letter::recipientName)
        .containsExactlyInAnyOrder("Kit Invented", "Sam Madeup");

    Map<String, Object> withoutSam = replies("finish", null);
    withoutSam.put("followUpReplies", ((List<?>) withoutSam.get("followUpReplies")).subList(0, 1));
    assertThat(story.tries("manager", "recordFollowUpReplies", withoutSam).expect(400).text())
        .contains("left out");
    story.does("manager", "recordFollowUpReplies", replies("remind", null));
    story.does("learning", "recordFollowUpReplies", replies("wait", null));
    assertThat(story.letters("postpublication/learning-follow-up-reminder"))
        .extracting(Letter::recipientName)
        .containsExactly("Sam Madeup");
    story.on(Desk.today().plusDays(15).toString());
    assertThat(story.clock("follow-up-replies").state()).isEqualTo(ClockState.OVERDUE);
    story.does("manager", "recordFollowUpReplies", replies("escalate", null));
    assertThat(story.letters("postpublication/learning-follow-up-escalation"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientRole()).contains("health");
              assertThat(story.wording(letter)).doesNotContain("Sam Madeup");
            });
    assertThat(
            story
                .tries("manager", "recordFollowUpReplies", replies("finish", null))
                .expect(400)
                .text())
        .contains("why it ends without them");
    story.does(
        "manager", "recordFollowUpReplies", replies("finish", "Left the service; no one knows."));
    assertThat(story.open()).doesNotContain("recordFollowUpReplies", "recordPresentationRequests");
    assertThat(story.clock("follow-up-replies").isOpen()).isFalse();
  }

  @Test
  @Requirement({"R-107", "D-25"})
  @DisplayName("is asked after in each agency, and a missing answer is recorded in the end")
  void impact() {
    Story story = Chapters.initiated(story(ESSEX, "2026-05-11"));
    story.presses("manager", "agencies", with("agency", "health")).expect(200);
    story.goesOnUntil("recordBriefingSession");
    LocalDate due = story.clock("impact-contact", "police").dueOn();
    assertThat(due).isEqualTo(workingDay(Desk.today().plusMonths(3)));
    assertThat(story.open()).doesNotContain("answerImpactSurvey");
    story.on(due.plusDays(1).toString());
    assertThat(story.open()).contains("answerImpactSurvey");
    story.tries("author-health", "answerImpactSurvey", with("surveyGaps", " ")).expect(400);
    story.does("author-health", "answerImpactSurvey");
    assertThat(story.clock("impact-survey", "health").state()).isEqualTo(ClockState.MET);
    assertThat(story.letters("postpublication/impact-survey"))
        .filteredOn(letter -> letter.scope().equals("police"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter)).contains("Essex police", "Please answer by"));
    LocalDate answerBy = story.clock("impact-survey", "police").dueOn();
    story.on(answerBy.toString());
    assertThat(story.letters("postpublication/impact-survey-reminder")).hasSize(1);
    story.on(answerBy.plusDays(1).toString());
    assertThat(story.letters("postpublication/impact-survey-escalation")).hasSize(2);
    story.does("manager", "decideOnNonReturn", with("surveyClosed", false));
    assertThat(story.letters("postpublication/impact-survey-escalation")).hasSize(4);
    assertThat(story.open()).contains("answerImpactSurvey", "decideOnNonReturn");
    story.tries("manager", "decideOnNonReturn", with("surveyNonReturnReasons", null)).expect(400);
    story.does("manager", "decideOnNonReturn");
    assertThat(story.open()).doesNotContain("answerImpactSurvey", "decideOnNonReturn");
    assertThat(story.clock("impact-survey", "police").state()).isEqualTo(ClockState.CANCELLED);

    story.goesOnUntil("prepareImpactSummary");
    assertThat(
            OpenForm.asItOpens(
                story.user("learning"), story.task("learning", "prepareImpactSummary")))
        .hasEntrySatisfying(
            "impactAnswersInWords",
            words -> assertThat(words.toString()).containsOnlyOnce("Still missing"));
    story
        .tries("learning", "prepareImpactSummary", with("impactGaps", "No one asked Robin."))
        .expect(400);
    story.does("learning", "prepareImpactSummary");
    assertThat(story.letters("postpublication/impact-summary"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientKind()).isEqualTo("sub-group");
              assertThat(story.wording(letter)).contains("eighteen of twenty records");
            });
    story.tries("subgroup", "recordImpactPresented", with("impactView", null)).expect(400);
    story.does("subgroup", "recordImpactPresented");
    assertThat(story.open()).doesNotContain("recordImpactPresented");
  }

  @Test
  @Requirement({"R-065", "R-066", "D-30"})
  @DisplayName("does not wait for the report, and someone checks that it has landed")
  void early() {
    Story story = Chapters.initiated(story(STAFFORDSHIRE, "2026-05-11"));
    story.presses("author-police", "events/early-learning", with()).expect(200);
    assertThat(
            story
                .tries(
                    "author-police",
                    "logEarlyLearning",
                    with("learningPoint", "Robin's bruises were seen twice."))
                .expect(400)
                .text())
        .contains("use the pseudonym");
    story.does("author-police", "logEarlyLearning", with("learningPoint", "The first point."));
    story.presses("learning", "events/early-learning", with()).expect(200);
    story.does("learning", "logEarlyLearning", with("learningPoint", "The second point."));
    assertThat(story.letters("cspr/early-learning")).isEmpty();
    story.does("manager", "shareEarlyLearningPoint");
    story.does(
        "manager",
        "shareEarlyLearningPoint",
        with("learningPointShared", false, "learningPointNotSharedReasons", "It is known."));
    assertThat(story.letters("cspr/early-learning"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("The first point.", "performance and for development")
                    .contains("We will ask you later")
                    .doesNotContain("Robin Sample"));
    assertThat(story.open()).as("each agency answers for itself").contains("sayLearningLanded");
    story.tries("author-police", "sayLearningLanded", with("learningReachedHow", null)).expect(400);
    story.tries("author-police", "sayLearningLanded", with("learningLeadsRoles", null)).expect(400);
    story.does("author-police", "sayLearningLanded");
    LocalDate due = story.clock("early-learning-check", Scope.item("early-learning-1")).dueOn();
    assertThat(due).isEqualTo(workingDay(Desk.today().plusDays(42)));
    story.does(
        "learning",
        "checkEarlyLearning",
        with("learningCheckDone", false, "learningCheckNext", "Two teams are asked again."));
    story.on(due.plusDays(1).toString());
    assertThat(story.clock("early-learning-check", Scope.item("early-learning-1")).state())
        .isEqualTo(ClockState.OVERDUE);
    story.does("manager", "checkEarlyLearning");
    assertThat(story.open()).doesNotContain("checkEarlyLearning", "logEarlyLearning");
    assertThat(story.clock("early-learning-check", Scope.item("early-learning-1")).isOpen())
        .isFalse();

    story.presses("learning", "events/early-learning", with()).expect(200);
    story
        .does("learning", "logEarlyLearning", with("learningPoint", "The third point."))
        .does("manager", "shareEarlyLearningPoint");
    JsonNode goOn = story.task("manager", "endLearningAnswers");
    assertThat(OpenForm.asItOpens(story.user("manager"), goOn))
        .containsEntry("notAnsweredBy", "Say if learning has landed: Staffordshire police");
    story.tries("manager", "endLearningAnswers", with("wentOnReasons", null)).expect(400);
    story.tries("manager", "endLearningAnswers", with("wentOnInstead", " ")).expect(400);
    story.does("manager", "endLearningAnswers");
    assertThat(story.open()).doesNotContain("sayLearningLanded", "endLearningAnswers");
    assertThat(story.page("manager")).contains("has been asked twice and does not answer");
  }

  @Test
  @DisplayName("is neither checked nor told in events where the partnership says why not")
  void withoutEvents() {
    Story story = Chapters.initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    story.presses("author-police", "events/early-learning", with()).expect(200);
    story.does("author-police", "logEarlyLearning").does("manager", "shareEarlyLearningPoint");
    assertThat(story.letters("cspr/early-learning"))
        .singleElement()
        .satisfies(letter -> assertThat(story.wording(letter)).doesNotContain("ask you later"));
    story.does("author-police", "sayLearningLanded");
    assertThat(story.clockOf("early-learning-check")).isEmpty();
    assertThat(story.open()).doesNotContain("checkEarlyLearning");

    story.goesOnUntil("planLearningEvents");
    Map<String, Object> none = with("learningEventsHeld", false, "learningEvents", null);
    story.tries("learning", "planLearningEvents", none).expect(400);
    none.put("noLearningEventsReasons", "The teams hear of it in their own meetings.");
    story.does("learning", "planLearningEvents", none);
    assertThat(story.letters("postpublication/learning-event")).isEmpty();
    assertThat(story.open()).doesNotContain("planLearningEvents", "recordEventAttendance");
  }

  @Test
  @DisplayName("is written as a brief after publication where the case began under older models")
  void briefAfterPublication() {
    Story story = Chapters.initiated(story(STAFFORDSHIRE, "2026-05-11"));
    // As those models do: they do not say that the brief is written from sign-off on.
    story
        .desk
        .the(RuntimeService.class)
        .createMessageCorrelation("case.happened")
        .processInstanceBusinessKey(story.reference)
        .setVariablesToTriggeredScope(Map.of("event", "post-publication"))
        .correlate();
    story.desk.runJobs(story.reference);
    story.does("learning", "writeLearningBrief").does("head", "checkBriefAnonymisation");
    assertThat(kept(story)).hasSize(1);
    assertThat(story.letters("postpublication/learning-brief-shared")).isNotEmpty();
    story.does("learning", "prepareImpactSummary").does("subgroup", "recordImpactPresented");
  }

  private Story beforePublication(String partnership) {
    return Chapters.initiated(story(partnership, "2026-05-11")).goesOnUntil("publishReport");
  }

  private static List<PublishedItem> briefs(Story story) {
    return story.desk.the(Publications.class).ofCase(story.reference).stream()
        .filter(PublishedItem::isBrief)
        .toList();
  }

  private static List<Document> kept(Story story) {
    return story.desk.the(Documents.class).of(story.reference).stream()
        .filter(document -> document.kind().equals("learning-brief"))
        .toList();
  }

  /** Kit has answered, Sam has not. */
  private static Map<String, Object> replies(String next, String nonReturn) {
    return with(
        "followUpReplies",
        List.of(
            with(
                "attendeeName", "Kit Invented",
                "attendeeEmail", "kit.invented@police.example",
                "attendeeAgency", "police",
                "attendeeWriteTo", "no",
                "sharedWith", "The unit",
                "sharedHow", "In a meeting",
                "repliedOn", "today"),
            with(
                "attendeeName", "Sam Madeup",
                "attendeeEmail", "sam.madeup@health.example",
                "attendeeAgency", "health",
                "attendeeWriteTo", "yes")),
        "followUpNext",
        next,
        "followUpNonReturnReasons",
        nonReturn);
  }

  /** What falls on a day off moves on. */
  private static LocalDate workingDay(LocalDate date) {
    return new WorkingDayCalendar(List.of()).moved(date, DayOff.NEXT);
  }
}
