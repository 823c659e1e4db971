package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.scoped;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CasePerson;
import org.practicereview.deadlines.ClockState;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("The team of a practice review")
class TeamStoriesTest extends StoryTest {

  private static final String POLICE = "South Gloucestershire police";

  @Test
  @Requirement({
    "R-001", "R-002", "R-011", "R-015", "R-016", "R-030", "R-054", "R-069", "D-02", "D-08", "D-14",
    "D-21"
  })
  @DisplayName("is appointed when all dates are fixed, and each member is written to")
  void appointed() {
    Story story = scopedCase(SOUTH_GLOUCESTERSHIRE);
    Map<String, Object> one =
        Map.of("meetingKind", "team", "meetingOn", "today+14", "meetingTime", "10:00");
    Map<String, Object> session = meeting("practitioners", "today+60");
    assertThat(
            story
                .tries("manager", "fixTeamMeetings", with("reviewMeetings", List.of(one, session)))
                .expect(400)
                .text())
        .contains("fix at least 2 meetings");
    story.does("manager", "fixTeamMeetings");
    Letter request = story.letters("cspr/member-request").get(0);
    assertThat(request.recipientKind()).isEqualTo("agency:police");
    assertThat(story.wording(request))
        .contains(
            "Linden", "25 May 2026", "no one can come in their place", "one Review Group member")
        .contains("is under way, and your organisation is part of it")
        .doesNotContain("Robin Sample");

    story.does("author-police", "nominateMember").does("manager", "confirmMember");
    Letter letter = story.letters("cspr/member-appointment").get(0);
    assertThat(letter.sentBy()).isNotNull();
    assertThat(letter.recipientRole()).isEqualTo("Review Group member, " + POLICE);
    assertThat(story.wording(letter))
        .contains("Ray Invented", "Linden", "25 May 2026", "No one can come in your place")
        .contains("read the papers and all chronologies", "confidential", "Jo Invented")
        .contains("need not fear blame", "Coming to the set-up meeting is vital", "six weeks")
        .contains("You invite them yourself", "factsheet", "01632 960002", "CSPR sub group")
        .contains("how organisations worked with each other", "writes the report and leads")
        .contains("The Business Manager takes the notes of each meeting and answers every")
        .contains("Contact: Business Manager", "above all while a court or a coroner")
        .doesNotContain("Robin Sample", "Alert on records");
    assertThat(story.clock("nomination", "police").isOpen()).isFalse();
    assertThat(story.open()).doesNotContain("confirmMemberAlert");
    assertThat(named(story)).containsExactlyInAnyOrder("sg-reviewer", "sg-approver-police");
    assertThat(story.page("manager")).contains("Review Group", "Ray Invented", "none yet");
  }

  @Test
  @Requirement({"R-003", "R-004", "R-005", "R-013", "R-014", "R-069", "D-15"})
  @DisplayName("takes no one who worked with the child, managed those who did, or cannot come")
  void refused() {
    Story story = scopedCase(SOUTH_GLOUCESTERSHIRE).does("manager", "fixTeamMeetings");
    refuses(story, with("memberWorkedWithChild", true), "worked with the child");
    refuses(story, with("memberManagedPractitioners", true), "manages or managed");
    refuses(story, with("memberSenior", false), "speak for the agency");
    refuses(story, with("memberConfidential", false), "tick the box");
    refuses(story, with("memberEmail", "no address"), "not an e-mail address");
    refuses(
        story, with("memberAvailability", dates("yes", "no")), "no one can come in their place");
    // A proxy does not help where the partnership allows none.
    refuses(story, with("memberAvailability", proxied(true)), "no one can come in their place");
    refuses(
        story,
        with("memberAvailability", dates("yes")),
        "missing: 2026-05-31, 2026-07-10, 2026-08-09");
    assertThat(story.letters("cspr/member-appointment")).isEmpty();

    story
        .does("author-police", "nominateMember")
        .does(
            "manager",
            "confirmMember",
            with(
                "memberDecision", "another",
                "memberRefusedReasons", "A relative of the family."));
    assertThat(story.wording(story.letters("cspr/another-member").get(0)))
        .contains("A relative of the family.")
        .doesNotContain("Ray Invented");
    story
        .does("author-police", "nominateMember", with("memberName", "Kim Invented"))
        .does("manager", "confirmMember");
    assertThat(story.page("manager")).contains("Kim Invented, Detective superintendent");
  }

  @Test
  @Requirement({"R-080", "D-02", "D-15"})
  @DisplayName("takes a member with a proxy of similar seniority where the partnership allows it")
  void proxies() {
    Story story = scopedCase(ESSEX).does("manager", "fixTeamMeetings");
    refuses(story, with("memberAvailability", dates("yes", "no", "yes")), "similar seniority");
    refuses(story, with("memberAvailability", proxied(false)), "similar seniority");
    story
        .does("author-police", "nominateMember", with("memberAvailability", proxied(true)))
        .does("manager", "confirmMember");
    assertThat(story.wording(story.letters("cspr/member-appointment").get(0)))
        .contains("that person comes in your place", "a member of the Review Team");
  }

  @Test
  @Requirement("R-002")
  @DisplayName("does not wait for ever for an agency that names no one")
  void nobody() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    story.presses("manager", "agencies", with("agency", "health")).expect(200);
    story.presses("manager", "agencies", with("agency", "housing")).expect(200);
    scoped(commissioned(story)).does("manager", "fixTeamMeetings");
    story
        .does("author-police", "nominateMember")
        .does("manager", "confirmMember")
        .does(
            "author-housing",
            "nominateMember",
            with("memberOffered", false, "memberNotOfferedReasons", "One visit only."))
        .does(
            "manager",
            "confirmMember",
            with("memberDecision", "nobody", "noMemberReasons", "It had one visit only."));
    assertThat(story.open()).contains("nominateMember").doesNotContain("recordFirstMeeting");

    story.on("2026-05-22");
    assertThat(story.letters("cspr/nomination-reminder")).hasSize(1);
    story.on("2026-05-27");
    assertThat(story.letters("cspr/nomination-overdue"))
        .extracting(letter -> letter.recipientKind().split(":")[0])
        .containsExactlyInAnyOrder("agency-senior-manager", "agency");
    story.does("manager", "recordNoMember");
    assertThat(story.open()).doesNotContain("nominateMember", "recordNoMember");
    assertThat(story.clock("nomination", "health").state().words()).contains("late");
    story.trailTells("An agency takes part without a member of the Review Group.");
    story.goesOnUntil("publishReport").does("communications", "publishReport");
    assertThat(story.letters("postpublication/member-thanks"))
        .as("where no one was a member, no one is thanked")
        .extracting(Letter::scope)
        .containsExactly("police");
  }

  @Test
  @DisplayName("loses the task about a missing member when the agency names one after all")
  void lateAfterAll() {
    Story story = scopedCase(SOUTH_GLOUCESTERSHIRE).does("manager", "fixTeamMeetings");
    story.on("2026-05-27");
    assertThat(story.open()).contains("recordNoMember", "nominateMember");
    // Three dates have not passed yet; the form asks for those alone.
    story.does("author-police", "nominateMember").does("manager", "confirmMember");
    assertThat(story.open()).doesNotContain("recordNoMember", "nominateMember");
    assertThat(story.letters("cspr/member-appointment")).hasSize(1);
  }

  @Test
  @Requirement({"D-07", "D-08", "D-21", "R-057"})
  @DisplayName("puts the alert on the record of each person, and takes it off again")
  void alert() {
    Story story =
        scopedCase(STAFFORDSHIRE)
            .does("manager", "fixTeamMeetings")
            .does("author-police", "nominateMember")
            .does("manager", "confirmMember");
    assertThat(story.wording(story.letters("cspr/member-appointment").get(0)))
        .contains("Alert on records", "subject to a Rapid Review")
        .contains("a local child safeguarding practice review", "Partnership Business Co-ordinator")
        .doesNotContain("subject to a practice review");
    Map<String, Object> child = Map.of("alertPerson", "child", "alertState", "placed");
    assertThat(
            story
                .tries(
                    "manager",
                    "confirmMemberAlert",
                    with("alertPersons", List.of(child, child, child, child)))
                .expect(400)
                .text())
        .contains("missing: carer, parent, sibling");
    story.does("manager", "confirmMemberAlert");
    story.goesOnUntil("confirmAlertEnded");
    assertThat(named(story)).doesNotContain("st-approver-police");
    assertThat(story.wording(story.letters("postpublication/member-thanks").get(0)))
        .contains("Linden", "remains confidential")
        .doesNotContain("Robin Sample");
    assertThat(
            story
                .tries(
                    "author-police",
                    "confirmAlertEnded",
                    with(
                        "alertEndings",
                        List.of(Map.of("alertEndPerson", "child", "alertEndState", "kept"))))
                .status())
        .isEqualTo(400);
    assertThat(
            story
                .tries(
                    "author-police",
                    "confirmAlertEnded",
                    with(
                        "each of alertEndings",
                        null,
                        "alertEndings",
                        List.of(
                            Map.of(
                                "alertEndPerson", "child",
                                "alertEndRecord", "Record 1",
                                "alertEndState", "ended"))))
                .expect(400)
                .text())
        .contains("missing: sibling Record 2, parent Record 3");
    story.does("author-police", "confirmAlertEnded");
    assertThat(story.page("manager")).contains("Is the alert off? Yes");
  }

  @Test
  @Requirement({"R-010", "R-014", "R-016", "R-017", "R-056", "R-086", "R-088"})
  @DisplayName("agrees the terms, names key themes, and is told of when a member is often away")
  void attendance() {
    Story story = scopedCase(SOUTH_GLOUCESTERSHIRE).goesOnUntil("recordFirstMeeting");
    assertThat(
            story
                .tries("manager", "recordFirstMeeting", with("meetingAttendance", List.of()))
                .expect(400)
                .text())
        .contains("missing: " + POLICE);
    story.tries("manager", "recordFirstMeeting", with("keyThemes", List.of())).expect(400);
    assertThat(
            story
                .tries("manager", "recordFirstMeeting", with("papersNotReadDone", null))
                .expect(400)
                .text())
        .contains("has not confirmed that they read the papers: " + POLICE);
    assertThat(story.letters("cspr/meeting-ahead")).isNotEmpty();
    story.tries("author-police", "confirmPapersRead", with("memberPapersRead", null)).expect(400);
    story.does("author-police", "confirmPapersRead");
    story.does("manager", "recordFirstMeeting", with("papersNotReadDone", null));
    assertThat(story.open()).as("the next meeting lies ahead").contains("confirmPapersRead");
    assertThat(story.letters("notices/poor-attendance")).isEmpty();
    // No terms are agreed at a meeting here.
    assertThat(story.open()).doesNotContain("confirmTerms");
    assertThat(story.page("manager"))
        .contains("1 of 1", "What happens to information about injuries");
    assertThat(story.page("approver-police")).contains("The chronologies were read side by side");

    story.presses("manager", "events/team-meeting", with()).expect(200);
    story.tries("manager", "recordTeamMeeting", with("papersNotReadDone", null)).expect(400);
    story.does("manager", "recordTeamMeeting", with("meetingAttendance", came("substitute")));
    assertThat(story.letters("notices/poor-attendance")).hasSize(1);
    assertThat(story.page("manager"))
        .contains("Someone else came for " + POLICE + " although that is not allowed: 1 time.")
        .contains("1 of 2");
    story.presses("manager", "events/team-meeting", with()).expect(200);
    story.does("manager", "recordTeamMeeting", with("meetingAttendance", came("apologies")));
    assertThat(story.letters("notices/poor-attendance")).hasSize(2);
    assertThat(story.page("manager"))
        .contains("The member of " + POLICE + " came to 1 of 3 meetings.");

    story.on("2026-09-01").presses("manager", "events/team-meeting", with()).expect(200);
    story.does("manager", "recordTeamMeeting");
    assertThat(story.open()).as("no meeting lies ahead").doesNotContain("confirmPapersRead");
  }

  @Test
  @DisplayName("is told of someone in a member's place at once, and no more once the member comes")
  void substituteAtFirst() {
    Story story = scopedCase(SOUTH_GLOUCESTERSHIRE).goesOnUntil("recordFirstMeeting");
    story.does("manager", "recordFirstMeeting", with("meetingAttendance", came("substitute")));
    assertThat(story.letters("notices/poor-attendance")).hasSize(1);
    story.presses("manager", "events/team-meeting", with()).expect(200);
    story.does("manager", "recordTeamMeeting", with("meetingAttendance", came("member")));
    assertThat(story.letters("notices/poor-attendance")).hasSize(1);
  }

  @Test
  @Requirement("R-055")
  @DisplayName("replaces a member with reasons; the sight of the former one ends at once")
  void replaced() {
    Story story = scopedCase(SOUTH_GLOUCESTERSHIRE).goesOnUntil("recordFirstMeeting");
    assertThat(named(story)).containsExactlyInAnyOrder("sg-reviewer", "sg-approver-police");
    story.presses("manager", "events/member-replaced", with()).expect(200);
    Answer wrong = story.tries("manager", "replaceMember", with("agency", "health")).expect(400);
    assertThat(wrong.text()).contains("not one of the answers offered");
    story
        .tries("manager", "replaceMember", with("agency", "police", "memberReplacedReasons", " "))
        .expect(400);
    story.does("manager", "replaceMember", with("agency", "police"));
    assertThat(named(story)).containsExactly("sg-reviewer");
    assertThat(story.page("approver-police")).doesNotContain("what the whole Review Group reads");

    refuses(story, with("memberWorkedWithChild", true), "worked with the child");
    story
        .does("author-police", "nominateMember", with("memberName", "Kim Invented"))
        .does("manager", "confirmMember", with("memberAccount", "sg-author-police"));
    assertThat(named(story)).containsExactlyInAnyOrder("sg-reviewer", "sg-author-police");
    // The former member stays on record.
    assertThat(story.page("manager")).contains("Ray Invented", "Kim Invented");
    assertThat(story.letters("cspr/member-appointment"))
        .hasSize(2)
        .as("both were written in one minute of the test's clock")
        .anySatisfy(letter -> assertThat(story.wording(letter)).contains("Kim Invented"));
  }

  @Test
  @DisplayName("grows when another agency joins: it is asked for its return and names a member")
  void agencyJoins() {
    Story story = scopedCase(SOUTH_GLOUCESTERSHIRE);
    assertThat(story.presses("manager", "events/agency-joins", with()).text())
        .contains("Nothing was changed");
    story.goesOnUntil("recordFirstMeeting");
    story.presses("manager", "events/agency-joins", with()).expect(200);
    story.tries("manager", "chooseJoiningAgency", with("agency", "police")).expect(400);
    story.does("manager", "chooseJoiningAgency", with("agency", "housing"));
    assertThat(story.open()).contains("confirmInvolvement", "nominateMember");
    story.does("author-housing", "nominateMember").does("manager", "confirmMember");
    // The others write their chronologies already; it is asked for its own, once it has been told
    // what the set-up meeting agreed.
    story.does("manager", "followUpAbsence");
    assertThat(story.clock("chronology", "housing").isOpen()).isTrue();
    // Once it has a member it is offered no more; one asked for its return alone can still join.
    story.presses("manager", "agencies", with("agency", "health")).expect(200);
    story.presses("manager", "events/agency-joins", with()).expect(200);
    story.tries("manager", "chooseJoiningAgency", with("agency", "housing")).expect(400);
    story.does("manager", "chooseJoiningAgency", with("agency", "health"));
    assertThat(story.task("author-health", "nominateMember")).isNotNull();
    assertThat(named(story)).contains("sg-approver-housing");
    assertThat(story.page("manager")).contains("South Gloucestershire housing");

    story
        .does("author-housing", "nameAuthor")
        .does("author-housing", "completeChronology")
        .does("approver-housing", "approveChronology");
    assertThat(story.clock("chronology", "housing").state()).isEqualTo(ClockState.MET);
  }

  @Test
  @DisplayName("asks an agency that joins early for its chronology with the others, and once")
  void agencyJoinsEarly() {
    Story story = scopedCase(SOUTH_GLOUCESTERSHIRE).does("manager", "fixTeamMeetings");
    story.presses("manager", "events/agency-joins", with()).expect(200);
    story
        .does("manager", "chooseJoiningAgency", with("agency", "housing"))
        .does("author-housing", "nominateMember")
        .does("manager", "confirmMember");
    assertThat(named(story)).contains("sg-approver-housing");
    assertThat(story.letters("cspr/chronology-request")).isEmpty();
    story.goesOnUntil("nameAuthor");
    assertThat(story.letters("cspr/chronology-request"))
        .extracting(Letter::scope)
        .containsExactlyInAnyOrder("housing", "police");
  }

  @Test
  @DisplayName("takes in an agency that had answered that it was not involved")
  void notInvolvedAtFirst() {
    Story story = scopedCase(SOUTH_GLOUCESTERSHIRE);
    story.presses("manager", "agencies", with("agency", "housing")).expect(200);
    story.does("author-housing", "confirmInvolvement", with("involved", false));
    assertThat(asked(story, "housing").state().code()).isEqualTo("not-involved");
    story.goesOnUntil("recordFirstMeeting");

    story.presses("manager", "events/agency-joins", with()).expect(200);
    story.does("manager", "chooseJoiningAgency", with("agency", "housing"));

    assertThat(asked(story, "housing").state().code()).isEqualTo("asked");
    assertThat(story.clock("agency-return", "housing").isOpen()).isTrue();
    assertThat(story.letters("rapidreview/information-request"))
        .filteredOn(letter -> letter.scope().equals("housing"))
        .hasSize(2);
    story.does("author-housing", "nominateMember").does("manager", "confirmMember");
    story.does("manager", "followUpAbsence");
    assertThat(story.clock("chronology", "housing").isOpen()).isTrue();
    story
        .does("author-housing", "confirmInvolvement")
        .does("author-housing", "completeReturn")
        .does("approver-housing", "approveReturn");
    assertThat(asked(story, "housing").state().code()).isEqualTo("returned");
    story.trailTells(
        "South Gloucestershire housing services answered that it was not involved.",
        "South Gloucestershire housing services had answered that it was not involved. It is in the review"
            + " again and was asked for information.",
        "South Gloucestershire housing services returned its information.");
  }

  @Test
  @Requirement({"R-012", "R-020"})
  @DisplayName("has every date before anyone is appointed, a session with practitioners among them")
  void datesFromTheStart() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    story.goesOnUntil("setTimetable");
    List<Map<String, Object>> team =
        List.of(meeting("team", "today+14"), meeting("team", "today+90"));
    for (String task : List.of("setTimetable", "fixTeamMeetings")) {
      story.goesOnUntil(task);
      assertThat(story.tries("manager", task, with("reviewMeetings", team)).expect(400).text())
          .contains("that is still to come");
      story.tries("manager", task, with("setUpMeetingOn", null)).expect(400);
      story.does("manager", task);
    }
    // The set-up meeting is one of the dates to which the member says yes.
    assertThat(story.wording(story.letters("cspr/member-request").get(0)))
        .contains("set-up meeting for chronologies", "31 May 2026");
    refuses(story, with("memberAvailability", dates("yes", "yes", "yes")), "missing: 2026-05-31");
  }

  @Test
  @Requirement({"R-012", "R-020"})
  @DisplayName("is asked again when a date that was accepted changes, and so are practitioners")
  void datesChange() {
    Story story = appointedTeam(SOUTH_GLOUCESTERSHIRE).does("manager", "planPractitionerEvents");
    assertThat(story.letters("cspr/changed-dates")).isEmpty();
    Letter appointment = story.letters("cspr/member-appointment").get(0);
    String before = story.calendarFile(appointment);
    assertThat(before.split("BEGIN:VEVENT")).hasSize(5);
    assertThat(before)
        .contains("METHOD:PUBLISH", story.reference + " Meeting of the", "DTSTART:20260525T090000Z")
        .contains(story.reference + " Set-up meeting for the chronologies")
        .doesNotContain("Council", "Sampleton", "Robin", "Linden", "Ray", "Jo Invented");
    assertThat(story.kept(appointment)).contains("For your calendar. A calendar file with these");
    story
        .does("author-police", "namePractitioners")
        .does("author-police", "confirmInvitations")
        .presses("manager", "events/review-dates", with())
        .expect(200);
    Object asTheyAre =
        OpenForm.asItOpens(story.user("manager"), story.task("manager", "changeReviewDates"))
            .get("reviewMeetings");
    assertThat(
            story
                .tries("manager", "changeReviewDates", with("reviewMeetings", asTheyAre))
                .expect(400)
                .text())
        .contains("change at least one date");
    assertThat(
            story
                .tries(
                    "manager",
                    "changeReviewDates",
                    with("reviewMeetings", List.of(meeting("team", "today+20"))))
                .expect(400)
                .text())
        .contains("keep a later date for each kind of meeting");
    story.does("manager", "changeReviewDates");

    assertThat(story.letters("cspr/changed-dates"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("Ray Invented", "16 July 2026", "The room is taken", "Linden")
                    .doesNotContain("Robin Sample"));
    String after = story.calendarFile(story.letters("cspr/changed-dates").get(0));
    assertThat(after).as("a meeting that moves moves in calendars").contains("20260716T");
    assertThat(after.lines().filter(line -> line.startsWith("UID:")))
        .containsAll(before.lines().filter(line -> line.startsWith("UID:")).distinct().toList());
    assertThat(story.calendarFile(story.letters("cspr/moved-session").get(0)).split("BEGIN:VEVENT"))
        .as("practitioners hear of their own session")
        .hasSize(2);
    assertThat(story.wording(story.letters("cspr/moved-session").get(0)))
        .contains("16 July 2026", "Tell each of them")
        .doesNotContain("10 July", "Robin Sample");
    String task = story.task("author-police", "confirmMovedInvitations").path("id").asText();
    assertThat(story.user("author-police").formVariables(task).expect(200).text())
        .as("no one has said yet whether they come on the new date")
        .contains("Kim Invented")
        .doesNotContain("practitionerComing");
    story.does("author-police", "confirmMovedInvitations");

    story.tries("author-police", "confirmChangedDates", with("memberAvailability", List.of()));
    story.does("author-police", "confirmChangedDates", unable());
    assertThat(story.filledIn("manager", story.task("manager", "settleDates"), with()).toString())
        .contains(POLICE + ": Thursday 16 July 2026");
    story.tries("manager", "settleDates", with("datesKeptReasons", null)).expect(400);
    story.does(
        "manager",
        "settleDates",
        with(
            "datesChangeAgain",
            true,
            "datesKeptReasons",
            null,
            "datesChangedReasons",
            "A member cannot come.",
            "reviewMeetings",
            List.of(
                meeting("team", "today+20"),
                meeting("practitioners", "today+67"),
                meeting("team", "today+96"))));
    assertThat(story.letters("cspr/changed-dates")).hasSize(2);
    story
        .does("author-police", "confirmMovedInvitations")
        .does("author-police", "confirmChangedDates");
    assertThat(story.open()).doesNotContain("settleDates", "confirmChangedDates");
  }

  @Test
  @Requirement("R-020")
  @DisplayName("is asked again when the session with practitioners is planned for another day")
  void sessionMoves() {
    Story story =
        appointedTeam(ESSEX)
            .does(
                "manager",
                "planPractitionerEvents",
                with(
                    "reviewMeetings",
                    List.of(
                        meeting("team", "today+14"),
                        meeting("practitioners", "today+66"),
                        meeting("team", "today+90"))));
    assertThat(story.open())
        .as("the agencies name meanwhile, beside the chronologies")
        .contains("confirmChangedDates", "namePractitioners", "supplyTemplate");
    story.does("author-police", "confirmChangedDates", unable()).does("manager", "settleDates");
    assertThat(story.open()).doesNotContain("settleDates", "confirmChangedDates");
    assertThat(story.page("manager")).contains("The member sends written comments");
  }

  @Test
  @DisplayName("is settled without an agency that does not answer, with reasons")
  void settledWithoutRest() {
    Story story = appointedTeam(ESSEX).does("manager", "planPractitionerEvents");
    story
        .does("author-police", "namePractitioners")
        .does("author-police", "confirmInvitations")
        .presses("manager", "events/review-dates", with())
        .expect(200);
    story.does("manager", "changeReviewDates");
    assertThat(story.open())
        .contains("confirmChangedDates", "confirmMovedInvitations", "settleWithoutRest");
    story.does("author-police", "confirmChangedDates", unable());
    assertThat(
            OpenForm.asItOpens(story.user("manager"), story.task("manager", "settleWithoutRest")))
        .extractingByKey("notAnsweredBy")
        .asString()
        .startsWith("Confirm who comes now: ")
        .doesNotContain("Say whether");
    story.tries("manager", "settleWithoutRest", with("wentOnReasons", " ")).expect(400);
    story.does("manager", "settleWithoutRest");
    assertThat(story.open())
        .contains("settleDates")
        .doesNotContain("confirmMovedInvitations", "settleWithoutRest");
    assertThat(story.page("manager")).contains("has been asked twice and does not answer");
    story.does("manager", "settleDates");
    assertThat(story.open()).doesNotContain("settleDates");
  }

  /** A team of one member, that of the police. */
  private Story appointedTeam(String partnership) {
    return scopedCase(partnership)
        .does("manager", "fixTeamMeetings")
        .does("author-police", "nominateMember")
        .does("manager", "confirmMember");
  }

  private static Map<String, Object> meeting(String kind, String day) {
    return with("meetingKind", kind, "meetingOn", day, "meetingTime", "10:00");
  }

  /** The member comes on no day but the last. */
  private static Map<String, Object> unable() {
    return with(
        "memberAvailability",
        List.of(
            Map.of("availabilityOn", "today+14", "available", "yes"),
            Map.of("availabilityOn", "today+20", "available", "yes"),
            Map.of("availabilityOn", "today+66", "available", "no"),
            Map.of("availabilityOn", "today+90", "available", "yes"),
            Map.of("availabilityOn", "today+96", "available", "yes")));
  }

  private CaseAgency asked(Story story, String agency) {
    return desk.the(CaseAgencies.class).get(story.reference, agency);
  }

  private Story scopedCase(String partnership) {
    Story story = commissioned(initiated(story(partnership, "2026-05-11")));
    story.goesOnUntil("fixTeamMeetings");
    return story;
  }

  private static void refuses(Story story, Map<String, Object> different, String words) {
    assertThat(story.tries("author-police", "nominateMember", different).expect(400).text())
        .contains(words);
    assertThat(story.open()).contains("nominateMember");
  }

  /** The dates of the sample timetable, the first of them answered like this. */
  private static List<Map<String, Object>> dates(String... answers) {
    List<String> days = List.of("today+14", "today+60", "today+90");
    return java.util.stream.IntStream.range(0, answers.length)
        .mapToObj(
            i -> Map.<String, Object>of("availabilityOn", days.get(i), "available", answers[i]))
        .toList();
  }

  private static List<Map<String, Object>> proxied(boolean senior) {
    return List.of(
        Map.of("availabilityOn", "today+14", "available", "yes"),
        Map.of(
            "availabilityOn", "today+60",
            "available", "no",
            "proxyName", "Lou Invented",
            "proxyRole", "Superintendent",
            "proxySenior", senior),
        Map.of("availabilityOn", "today+90", "available", "yes"));
  }

  private static List<Map<String, Object>> came(String how) {
    return List.of(
        Map.of("attendanceAgency", POLICE, "attendanceAnswer", how, "substituteRole", "Inspector"));
  }

  /** The accounts that are named on the case now. */
  private static List<String> named(Story story) {
    return story.desk.the(CasePeople.class).of(story.reference).stream()
        .filter(CasePerson::isNamed)
        .map(CasePerson::userId)
        .toList();
  }
}
