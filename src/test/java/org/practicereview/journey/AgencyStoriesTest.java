package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.positioned;
import static org.practicereview.journey.Chapters.returned;
import static org.practicereview.journey.Chapters.signedOffAndSent;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.deadlines.ClockState;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("An agency")
class AgencyStoriesTest extends StoryTest {

  @Test
  @DisplayName("has its return approved by someone other than its author")
  void ownApproval() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    story.does("author-police", "confirmInvolvement").does("author-police", "completeReturn");

    assertThat(story.tries("author-police", "approveReturn", with()).expect(400).text())
        .contains("another person");
    assertThat(story.open()).contains("approveReturn");
  }

  @Test
  @DisplayName("may answer that it was not involved")
  void notInvolved() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "housing");
    story.does("author-housing", "confirmInvolvement", with("involved", false));
    assertThat(state(story, "housing")).isEqualTo("not-involved");
    assertThat(story.clock("agency-return", "housing").state()).isEqualTo(ClockState.MET);
    assertThat(story.user("author-housing").tasks(story.reference)).isEmpty();
  }

  @Test
  @Requirement("R-126")
  @DisplayName("can be added while the review runs, from the case and from the report")
  void added() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    story.on("2026-05-13");
    story.presses("author-police", "agencies", with("agency", "housing")).expect(403);
    story.presses("manager", "agencies", with("agency", "housing")).expect(200);
    assertThat(story.clock("agency-return", "housing").triggerOn()).isEqualTo("2026-05-13");

    story.does("manager", "prepareReport", with("moreAgenciesNeeded", true));
    story.does("manager", "chooseAgencies", with("agencies", List.of("education")));
    assertThat(story.desk.the(CaseAgencies.class).of(story.reference))
        .extracting(asked -> asked.agency() + " " + asked.state().code())
        .containsExactlyInAnyOrder("police asked", "housing asked", "education asked");
    assertThat(story.letters("rapidreview/information-request"))
        .extracting(Letter::scope)
        .containsExactlyInAnyOrder("police", "housing", "education");
    returned(story, "education");
    assertThat(state(story, "education")).isEqualTo("returned");
  }

  @Test
  @Requirement({"D-21", "R-057", "R-135"})
  @DisplayName("puts the alert on records where the partnership wants that")
  void alertOnRecords() {
    Story story = asked(underReview(story(STAFFORDSHIRE, "2026-05-11")), "education");
    assertThat(story.wording(story.letters("rapidreview/information-request").get(0)))
        .contains(
            "subject to a Rapid Review",
            "fifteen working days",
            "four aims",
            "gather the facts",
            "made safe at once",
            "what could be improved",
            "what happens next");
    story.does("author-education", "confirmInvolvement");
    for (String person :
        List.of("alertOnChild", "alertOnSiblings", "alertOnParents", "alertOnCarers")) {
      story.tries("author-education", "putAlertOnRecords", with(person, null)).expect(400);
      story.tries("author-education", "putAlertOnRecords", with(person, "not-placed")).expect(400);
    }
    story
        .does("author-education", "putAlertOnRecords")
        .does("author-education", "completeReturn")
        .does(
            "approver-education",
            "approveReturn",
            with(
                "returnApproved",
                false,
                "returnChangesNeeded",
                "Say what the child told the school."))
        .does("author-education", "completeReturn")
        .does("approver-education", "approveReturn");
    assertThat(state(story, "education")).isEqualTo("returned");

    // No practice review follows: the alert comes off before the case is closed.
    story
        .does("head", "protectChildrenNow")
        .does("learning", "shareEarlyLearning")
        .does("manager", "prepareReport");
    positioned(
            signedOffAndSent(story).does("manager", "recordPanelResponse"),
            "initiationPosition",
            "no-review")
        .does("la", "decideToInitiate", with("practiceReviewInitiated", false))
        .does("manager", "approveOutcomeLetter");
    assertThat(story.open()).containsExactly("confirmAlertEnded");
    assertThat(
            story
                .tries("author-education", "confirmAlertEnded", with("alertEndings", List.of()))
                .expect(400)
                .text())
        .contains("missing: child, sibling, parent");
    story.presses("manager", "events/disclosure-request", with()).expect(200);
    assertThat(story.open()).hasSize(2);
    story.does("author-education", "confirmAlertEnded");
    assertThat(story.caseFile().isOpen())
        .as("what began while the alert came off is finished first")
        .isTrue();
    assertThat(story.open()).hasSize(1);
    story.goesOnUntilTheEnd();
  }

  @Test
  @DisplayName("that is late is reminded, its senior manager told, and holds nothing up")
  void late() {
    Story story =
        asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police", "health");
    returned(story, "police");
    story
        .tries("author-health", "confirmInvolvement", with("returnAuthorEmail", "the author"))
        .expect(400);
    story.does(
        "author-health",
        "confirmInvolvement",
        with("returnAuthorEmail", "a.sample@health.example"));
    assertThat(story.clock("agency-return", "health").dueOn()).isEqualTo("2026-05-20");

    story.on("2026-05-18");
    assertThat(story.letters("rapidreview/agency-reminder"))
        .singleElement()
        .satisfies(letter -> assertThat(letter.scope()).isEqualTo("health"));
    story.on("2026-05-21");
    assertThat(story.letters("rapidreview/agency-escalation"))
        .singleElement()
        .satisfies(letter -> assertThat(letter.address()).startsWith("senior-manager@health."));
    assertThat(state(story, "health")).isEqualTo("overdue");
    assertThat(story.letters("notices/clock-overdue"))
        .extracting(Letter::recipientKind)
        .as("agency and author, and the business manager who waits for it")
        .containsExactlyInAnyOrder("agency:health", "return-author:health", "business-manager");
    assertThat(story.letters("notices/clock-overdue"))
        .filteredOn(letter -> letter.recipientKind().equals("return-author:health"))
        .singleElement()
        .satisfies(letter -> assertThat(letter.address()).isEqualTo("a.sample@health.example"))
        .satisfies(letter -> assertThat(letter.recipientRole()).doesNotContain("Sample"));

    String report = story.task("manager", "prepareReport").path("id").asText();
    assertThat(story.user("manager").formVariables(report).expect(200).text())
        .as("the report knows which returns came, which did not, and what they say")
        .contains(
            "providers\\nSouth Gloucestershire police\"",
            "Its return has not come. It was asked on 11 May 2026, due on 20 May 2026.",
            "Its return came on ",
            "Concerns about how agencies worked together: ",
            "[{\\\"missingAgency\\\":\\\"South Gloucestershire integrated care board and health"
                + " providers\\\"}]");
    story
        .does("head", "protectChildrenNow")
        .does("learning", "shareEarlyLearning")
        .does("manager", "prepareReport");
    signedOffAndSent(story);
    assertThat(story.open()).containsExactly("completeReturn", "recordPanelResponse");

    story
        .on("2026-06-04")
        .does("author-health", "completeReturn")
        .does("approver-health", "approveReturn");
    assertThat(state(story, "health")).isEqualTo("returned-late");
    assertThat(story.clock("agency-return", "health").state()).isEqualTo(ClockState.MET_LATE);
    assertThat(story.page("manager")).contains("Returned late");
    assertThat(story.letters("notices/late-return-came"))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("business-manager", "head-of-safeguarding");
    assertThat(story.open()).containsExactly("recordPanelResponse");
  }

  @Test
  @DisplayName("that has come while a notice waited to be tried again is not called overdue")
  void cameMeanwhile() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "health");
    ManagementService jobs = desk.the(ManagementService.class);
    String waits =
        jobs.createJobDefinitionQuery()
            .processDefinitionKey("agency-return")
            .activityIdIn("serviceTask_writeAgencyEscalation")
            .list()
            .get(0)
            .getId();
    jobs.suspendJobDefinitionById(waits, true);
    try {
      story.on("2026-05-21");
      assertThat(state(story, "health")).isEqualTo("overdue");
      returned(story, "health");
    } finally {
      jobs.activateJobDefinitionById(waits, true);
    }
    story.on("2026-05-22");
    assertThat(story.letters("rapidreview/agency-escalation")).isEmpty();
    assertThat(story.letters("notices/clock-overdue")).isEmpty();
    story.trailTells("No notice that it is overdue was sent about the clock \"Rapid review return");
  }

  private static String state(Story story, String agency) {
    return story.desk.the(CaseAgencies.class).get(story.reference, agency).state().code();
  }
}
