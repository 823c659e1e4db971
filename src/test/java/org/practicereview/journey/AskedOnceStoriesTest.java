package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.engine.AccountNames;

@DisplayName("What the service knows")
class AskedOnceStoriesTest extends StoryTest {

  @Test
  @DisplayName("opens the forms up to the notification: role, address, council, screening, views")
  void upToTheNotification() {
    Story story = story(ESSEX, "2026-03-02").referredBy("manager", with());
    assertThat(opens(story, "head", "checkImmediateSafety"))
        .containsEntry("safetyCheckedByRole", "head-of-safeguarding");
    Chapters.viewed(story, "incidentPlaceKind", "outside-england", "careStatus", "looked-after");
    assertThat(opens(story, "head", "decideOutcome"))
        .containsEntry("decidedByRole", "head-of-safeguarding");
    Chapters.decided(story);

    User head = desk.the(IdentityService.class).createUserQuery().userId("es-head").singleResult();
    assertThat(opens(story, "head", "completeNotification"))
        .containsEntry("notifierRole", "head-of-safeguarding")
        .containsEntry("notifierEmail", head.getEmail())
        .containsEntry("notifyingAuthority", "Essex children's social care")
        .containsEntry("notificationNature", "serious-harm")
        .containsEntry("childOutcome", "seriously-harmed")
        .containsEntry("insideEngland", false)
        .containsEntry("childLivesHere", true);
    story.does("head", "completeNotification");
    assertThat(opens(story, "head", "recordPartnersConsulted"))
        .containsEntry("policeConsulted", "agree")
        .containsEntry("policeConsultedOn", "2026-03-02")
        .containsEntry("healthConsulted", "agree")
        .containsEntry("healthConsultedOn", "2026-03-02")
        .containsEntry("councilConsultedRole", "head-of-safeguarding");
    story.does("head", "recordPartnersConsulted");
    assertThat(opens(story, "head", "submitNotification"))
        .containsEntry("notificationSentByRole", "head-of-safeguarding");
  }

  @Test
  @DisplayName("opens the screening of a child's death, what is notified, and the death review")
  void death() {
    Story story =
        story(ESSEX, "2026-03-02")
            .referredBy("manager", with("childDied", true, "childDiedOn", "2026-03-01"))
            .does("head", "checkImmediateSafety");
    assertThat(opens(story, "manager", "screenReferral")).containsEntry("harm", "died");
    Map<String, Object> died = with("harm", "died", "careStatus", "looked-after");
    story
        .does("manager", "screenReferral", died)
        .does("la", "giveView")
        .does("police", "giveView", with("notifiableView", "not-notifiable"))
        .does("health", "giveView", with("notifiableView", "alternative-review"));
    Chapters.decided(story);
    assertThat(opens(story, "head", "completeNotification"))
        .containsEntry("notificationNature", "looked-after-death")
        .containsEntry("childOutcome", "died")
        .containsEntry("insideEngland", true)
        .doesNotContainKey("childLivesHere");
    Map<String, Object> child = new LinkedHashMap<>(firstChild(story));
    child.putAll(died);
    child.put("childOutcome", "died");
    child.keySet().remove("harm");
    story.does(
        "head",
        "completeNotification",
        with("notificationNature", "looked-after-death", "children", List.of(child)));
    assertThat(opens(story, "head", "recordPartnersConsulted"))
        .as("a view that is no answer is not taken for one")
        .containsEntry("policeConsulted", "disagree")
        .doesNotContainKeys("healthConsulted", "healthConsultedOn");
    story.goesOnUntil("linkChildDeathReview");
    assertThat(opens(story, "head", "linkChildDeathReview"))
        .containsEntry("deathReviewConcerned", true);
  }

  @Test
  @DisplayName("opens the forms of the rapid review, and an agency reads no more than its own")
  void rapidReview() {
    Story story = Chapters.underReview(story(ESSEX, "2026-03-02").referredBy("manager", with()));
    assertThat(opens(story, "manager", "chooseAgencies").get("searchDetails").toString())
        .contains("Robin Sample, born on ", "1 Invented Close, Sampleton")
        .contains("Sister, 6, lives with");
    Chapters.asked(story, "police", "housing")
        .does("author-police", "confirmInvolvement", with("recordsSearched", "The crime log."));
    assertThat(opens(story, "author-police", "completeReturn"))
        .containsEntry("recordsChecked", "The crime log.");
    story.does("author-housing", "confirmInvolvement", with("recordsSearched", "The rent file."));
    assertThat(opens(story, "author-police", "completeReturn").values())
        .as("another agency's answer")
        .noneMatch(value -> value.toString().contains("The rent file."));
    story
        .does(
            "author-police",
            "completeReturn",
            with("returnImmediateAction", "The address is flagged."))
        .does("approver-police", "approveReturn")
        .does(
            "head",
            "protectChildrenNow",
            with("furtherActionNeeded", true, "furtherActions", "A visit a day."))
        .does("learning", "shareEarlyLearning");

    Map<String, Object> report = opens(story, "manager", "prepareReport");
    assertThat(report)
        .containsEntry("reportFacts", fact(story, "caseOutline"))
        .hasEntrySatisfying(
            "safetyAndSharing",
            text ->
                assertThat(text.toString())
                    .contains("Done at once: " + fact(story, "immediateAction"))
                    .contains("Decided after the notification: A visit a day.")
                    .contains("Essex police: The address is flagged."))
        .hasEntrySatisfying(
            "reportParallelProcesses",
            text ->
                assertThat(text.toString())
                    .startsWith("From the referral: The police have begun an investigation."))
        .hasEntrySatisfying(
            "meetingAttendees",
            rows ->
                assertThat(rows)
                    .isEqualTo(
                        List.of(
                            Map.of("attendeeAgency", "Essex housing services"),
                            Map.of("attendeeAgency", "Essex police"))));
    story.does("manager", "prepareReport", with("proposedReviewer", "Ira Proposed"));
    assertThat(opens(story, "police", "signOffReport"))
        .containsEntry("signOffRole", fact(story, "partner:police", "viewGivenByRole"));
    Chapters.positioned(Chapters.signedOffAndSent(story).does("manager", "recordPanelResponse"))
        .does("la", "decideToInitiate", with("proposedReviewer", "Ira Proposed"))
        .does("manager", "approveOutcomeLetter");

    assertThat(opens(story, "manager", "recordReviewer"))
        .containsEntry("reviewerName", "Ira Proposed");
    story
        .does("manager", "recordReviewer", with("reviewerName", "Ira Proposed"))
        .does("la", "agreeReviewer", with("reviewerAgreed", false));
    assertThat(opens(story, "manager", "recordReviewer"))
        .as("the reviewer who was not agreed is not offered again")
        .doesNotContainKey("reviewerName");
  }

  @Test
  @DisplayName("opens the forms of the review: account, period, family, authors, meetings")
  void review() {
    Story story = Chapters.initiated(story(ESSEX, "2026-03-02").referredBy("manager", with()));
    String name = desk.the(AccountNames.class).of("es-reviewer");
    story.does("manager", "recordReviewer", with("reviewerName", name)).does("la", "agreeReviewer");
    assertThat(opens(story, "manager", "recordContract"))
        .containsEntry("reviewerAccount", "es-reviewer");
    story.does("manager", "recordContract").does("head", "approveAppointmentLetter");
    story.does("manager", "holdScopingMeeting");
    assertThat(opens(story, "reviewer", "draftTerms"))
        .containsEntry("scopeFrom", fact(story, "periodFrom"))
        .containsEntry("scopeTo", fact(story, "periodTo"));
    story.does("reviewer", "draftTerms").does("manager", "setTimetable");
    assertThat(opens(story, "reviewer", "planFamilyContact"))
        .containsEntry("familyToContact", fact(story, "familyMembers"));

    story.goesOnUntil("prepareFamilyLetters", Set.of("nameAuthor"));
    assertThat(opens(story, "reviewer", "prepareFamilyLetters").get("reviewerIntroduction"))
        .isEqualTo(name + ", " + fact(story, "reviewerOrganisation") + ".");
    story.goesOnUntil("holdAuthorMeeting");
    assertThat(opens(story, "manager", "holdAuthorMeeting").get("authorMeetingAttendance"))
        .isEqualTo(
            List.of(
                Map.of(
                    "authorMeetingAgency",
                    "Essex police",
                    "authorMeetingRole",
                    fact(story, "police", "chronologyAuthorRole"))));
    story.goesOnUntil("confirmPapersRead");
    assertThat(opens(story, "author-police", "confirmPapersRead"))
        .containsEntry("papersReadByRole", fact(story, "police", "memberRole"));
    story.goesOnUntil("recordPractitionerEvent", Set.of("holdAuthorMeeting"));
    assertThat(opens(story, "reviewer", "recordPractitionerEvent"))
        .containsEntry("eventSupportGiven", fact(story, "practitionerSupport"));
  }

  @Test
  @DisplayName("of the report opens the learning brief only once everyone can read it")
  void brief() {
    Story story =
        Chapters.initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with()))
            .goesOnUntil("writeLearningBrief");
    assertThat(opens(story, "learning", "writeLearningBrief"))
        .as("the learning lead does not see the case")
        .doesNotContainKeys("briefRecommendations", "briefThemes");
    story
        .goesOnUntil("publishReport", Set.of("writeLearningBrief"))
        .does("manager", "publishReport");
    Object first =
        ((Map<?, ?>) ((List<?>) facts(story).get("recommendations")).get(0))
            .get("recommendationText");
    assertThat(opens(story, "learning", "writeLearningBrief"))
        .containsEntry("briefThemes", facts(story).get("findingThemes"))
        .hasEntrySatisfying(
            "briefRecommendations",
            text -> assertThat(text.toString()).startsWith(first.toString()));

    story.goesOnUntil("prepareNspccCopy", Set.of("writeLearningBrief"));
    assertThat(opens(story, "manager", "prepareNspccCopy"))
        .containsEntry("nspccAgeGroup", "1 to 5")
        .containsEntry("nspccAbstract", fact(story, "publicSummary"))
        .hasEntrySatisfying("nspccThemes", names -> assertThat(names.toString()).isNotBlank());
    story.goesOnUntil("recordEventAttendance");
    List<?> planned = (List<?>) facts(story).get("learningEvents");
    assertThat(opens(story, "learning", "recordEventAttendance").get("learningEventAttendance"))
        .isEqualTo(
            planned.stream()
                .map(event -> Map.of("eventTitle", ((Map<?, ?>) event).get("eventTitle")))
                .toList());
  }

  @Test
  @DisplayName("opens the record of a briefing as it was planned")
  void briefing() {
    Story story =
        Chapters.initiated(story(ESSEX, "2026-03-02").referredBy("manager", with()))
            .goesOnUntil("recordBriefingSession");
    assertThat(opens(story, "manager", "recordBriefingSession"))
        .containsEntry("briefingOn", fact(story, "briefingPlannedOn"))
        .containsEntry("briefingPlace", fact(story, "briefingPlannedPlace"));
  }

  /** The child in the samples of the notification. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> firstChild(Story story) {
    Map<String, Object> filled =
        story.filledIn("head", story.task("head", "completeNotification"), with());
    return ((List<Map<String, Object>>) filled.get("children")).get(0);
  }

  private static Map<String, Object> opens(Story story, String who, String task) {
    return OpenForm.asItOpens(story.user(who), story.task(who, task));
  }

  private Map<String, Object> facts(Story story) {
    return desk.the(CaseFacts.class).of(story.reference);
  }

  private Object fact(Story story, String key) {
    Object value = facts(story).get(key);
    assertThat(value).as(key).isNotNull();
    return value;
  }

  private Object fact(Story story, String scope, String key) {
    Object value = desk.the(CaseFacts.class).of(story.reference, scope).get(key);
    assertThat(value).as(key).isNotNull();
    return value;
  }
}
