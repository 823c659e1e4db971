package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.Documents;
import org.practicereview.letters.Letter;
import org.practicereview.letters.Letters;
import org.practicereview.requirements.Requirement;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("The practitioners who worked with the family")
class PractitionerStoriesTest extends StoryTest {

  private static final String INVITATION = "cspr/practitioner-invitation";
  private static final String SUMMARY = "cspr/pre-event-summary";

  private static final Map<String, Object> NO_SUMMARY =
      with("summaryGivenAs", "none", "summaryNotSentReasons", "Everyone was there.");

  @Test
  @Requirement({
    "R-018", "R-019", "R-021", "R-031", "R-032", "R-033", "R-034", "R-035", "R-037", "R-040",
    "R-041", "R-142", "D-16", "D-17"
  })
  @DisplayName("are invited by the member of the review group, who confirms it")
  void invitedByTheMember() {
    Story story = planned(SOUTH_GLOUCESTERSHIRE);
    assertThat(story.letters("cspr/practitioner-request"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("practitioner event", "Linden")
                    .contains("Name everyone in your organisation who worked directly with the")
                    .doesNotContain("Robin Sample"));
    story.tries("author-police", "namePractitioners", with("managersConsidered", null)).expect(400);
    story.does("author-police", "namePractitioners");

    assertThat(story.letters(INVITATION))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientRole()).contains("Review Group member");
              assertThat(story.wording(letter))
                  .contains("give this invitation", "Kim Invented", "Factsheet")
                  .contains("Read your own records again", "Sampleton library")
                  .contains("We would like to hear it from you", "Led by Jo Invented, independent")
                  .contains("practitioners and managers of every organisation")
                  .contains("the Business Manager", "Contact: Business Manager")
                  .contains("Everyone can say what their part was", "not ask who is to blame")
                  .doesNotContain("Robin Sample");
            });
    story.tries("author-police", "confirmInvitations", with("factsheetGiven", null)).expect(400);
    story.tries("author-police", "confirmInvitations", with("recordsReread", null)).expect(400);
    story.does("author-police", "confirmInvitations");
    assertThat(story.clock("practitioner-contacts", "police").isOpen()).isFalse();
    assertThat(story.open()).doesNotContain("goOnWithoutAgency");
  }

  @Test
  @Requirement({"R-059", "R-060", "R-062", "D-16", "R-071"})
  @DisplayName("are invited by the board, each by a letter, once the contact details are in")
  void invitedByTheBoard() {
    Story story = planned(STAFFORDSHIRE);
    assertThat(story.letters("cspr/practitioner-request"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .as("the period of the terms of reference")
                    .containsPattern("between \\d+ \\w+ \\d{4} and \\d+ \\w+ \\d{4}"));
    story.does("author-police", "namePractitioners");
    assertThat(story.letters(INVITATION))
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter.sentBy()).isNull());
    story.does("manager", "approveInvitations");

    List<Letter> sent = story.letters(INVITATION);
    assertThat(sent)
        .extracting(Letter::recipientName)
        .containsExactlyInAnyOrder("Kim Invented", "Lou Invented");
    assertThat(sent)
        .as("names stay out of the register")
        .noneMatch(letter -> letter.recipientRole().contains("Invented"));
    assertThat(sent)
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("Dear " + letter.recipientName(), "is there for you", "Linden")
                    .contains("what was done in good faith is held against no one")
                    .contains("The draft is yours to read", "/published", "becomes an action plan")
                    .contains("The Review sub group watches over it", "Safeguarding Partners")
                    .contains("No one tries to catch you out")
                    .contains("before and after", "business-manager@sscb.example")
                    .contains("Development Officer, learning-lead@sscb.example")
                    .doesNotContain("give this invitation", "Robin Sample"));
    for (Letter letter : sent) {
      boolean posted = letter.mail() == null;
      assertThat(letter.recipientName()).isEqualTo(posted ? "Lou Invented" : "Kim Invented");
      assertThat(story.kept(letter).contains("For your calendar")).isNotEqualTo(posted);
      if (!posted) {
        assertThat(story.calendarFile(letter).split("BEGIN:VEVENT")).hasSize(2);
        assertThat(story.calendarFile(letter))
            .contains("DTSTART:2026", "T123000Z", "SUMMARY:" + story.reference)
            .doesNotContain("Kim", "Sampleton", "Linden", "Robin");
      }
    }
    assertThat(mails(story, "invitation to practitioners"))
        .as("who has no address is written to by post")
        .singleElement()
        .satisfies(
            mail -> assertThat(mail.get("recipient")).isEqualTo("kim.invented@agency.example"));
    story.does("author-police", "confirmInvitations");
  }

  @Test
  @DisplayName("get no day into their calendars that was taken out of the letter")
  void dayTakenOut() {
    Story story = planned(STAFFORDSHIRE).does("author-police", "namePractitioners");
    Letters letters = desk.the(Letters.class);
    for (Letter letter : story.letters(INVITATION)) {
      assertThat(letters.text(letter.id())).contains("[table 1]");
      letters.edit(
          letter.id(),
          letters.text(letter.id()).replace("[table 1]", "The day is not fixed yet."),
          letter.version(),
          "st-manager");
    }
    story.does("manager", "approveInvitations");
    assertThat(story.letters(INVITATION))
        .allSatisfy(letter -> assertThat(story.kept(letter)).doesNotContain("For your calendar"))
        .filteredOn(letter -> letter.mail() != null)
        .singleElement()
        .satisfies(letter -> assertThat(story.calendarFile(letter)).isEmpty());
  }

  @Test
  @Requirement({"D-16", "D-17"})
  @DisplayName("are invited by their agencies, whose senior managers have the letter")
  void invitedByTheAgency() {
    Story story = planned(ESSEX);
    story.does("author-police", "namePractitioners");
    assertThat(story.letters(INVITATION))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientRole()).isEqualTo("Senior manager, Essex police");
              assertThat(story.wording(letter)).contains("practitioner meeting");
            });
    story.does("author-police", "confirmInvitations");
    assertThat(story.page("author-police")).contains("Kim Invented");
    assertThat(story.page("executive")).doesNotContain("Kim Invented");
  }

  @Test
  @Requirement({"R-032", "R-036", "R-042", "R-043", "R-090", "R-142"})
  @DisplayName("meet the reviewer, with a summary beforehand and care afterwards")
  void session() {
    Story story = planned(ESSEX);
    assertThat(story.open())
        .as("they are named beside the chronologies, not after them")
        .contains("namePractitioners", "supplyTemplate");
    story.does("author-police", "namePractitioners").does("author-police", "confirmInvitations");
    story
        .goesOnUntil("prepareEventSummary")
        .does("reviewer", "prepareEventSummary")
        .does("manager", "checkEventSummary", with("summaryChecked", false, "summaryChanges", "No"))
        .does("reviewer", "prepareEventSummary")
        .does("manager", "checkEventSummary");

    assertThat(story.letters(SUMMARY))
        .as("only to those to whom it may go")
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.recipientName()).isEqualTo("Kim Invented");
              assertThat(story.wording(letter))
                  .contains("not a source for it", "Each saw a part", "What made it hard")
                  .doesNotContain("Robin Sample");
            });
    for (String output :
        List.of(
            "eventContributions", "eventAgreedFacts", "eventLivedExperience", "eventKeyLessons")) {
      story.tries("reviewer", "recordPractitionerEvent", with(output, " ")).expect(400);
    }
    story.tries("reviewer", "recordPractitionerEvent", with("eventThemes", List.of())).expect(400);
    assertThat(names(story, "reviewer", "recordPractitionerEvent", "eventAttendance"))
        .containsExactly("Kim Invented", "Lou Invented");
    for (String said : List.of("Kim said that no one had read it.", "kim  invented was alone")) {
      assertThat(
              story
                  .tries("reviewer", "recordPractitionerEvent", with("eventContributions", said))
                  .expect(400)
                  .text())
          .as("who was there stands apart from what was said")
          .contains("name no one");
    }
    story.does("reviewer", "recordPractitionerEvent");
    assertThat(names(story, "reviewer", "hearOthers", "heardOtherwise"))
        .containsExactly("Lou Invented");
    story
        .tries("reviewer", "hearOthers", with("othersContributions", "Lou had nothing to add."))
        .expect(400);
    story.does("reviewer", "hearOthers");
    assertThat(story.open()).contains("followUpPractitioners", "endFollowUp");
    story.does("approver-police", "followUpPractitioners");
    assertThat(story.open())
        .doesNotContain("endFollowUp", "followUpPractitioners", "planPractitionerEvents");
    // What was said is for those who work on the report, and for no one who only looks on.
    assertThat(story.page("reviewer")).contains("A written message", "Two posts were empty");
    for (String who : List.of("executive", "subgroup", "auditor", "oversight", "author-police")) {
      assertThat(story.page(who))
          .as(who)
          .doesNotContainIgnoringCase("a written message")
          .doesNotContain("Two posts were empty", "Each saw a part");
    }
  }

  @Test
  @DisplayName("are not waited for when their agency is late: the manager goes on, with reasons")
  void lateAgency() {
    Story story = twoAgencies();
    story
        .does("author-police", "namePractitioners")
        .does("author-police", "confirmInvitations")
        .does("author-health", "namePractitioners");
    assertThat(story.open())
        .contains("confirmInvitations")
        .doesNotContain("recordPractitionerEvent", "goOnWithoutAgency");
    passed(story, "health");
    assertThat(story.open()).contains("confirmInvitations", "goOnWithoutAgency");
    assertThat(mails(story, "a deadline has passed")).isNotEmpty();

    story.tries("manager", "goOnWithoutAgency", with("agencyLeftOutReasons", null)).expect(400);
    story.does("manager", "goOnWithoutAgency");
    story
        .goesOnUntil("prepareEventSummary")
        .does("reviewer", "prepareEventSummary")
        .does("manager", "checkEventSummary");
    assertThat(story.open())
        .contains("recordPractitionerEvent")
        .doesNotContain("confirmInvitations", "goOnWithoutAgency");
    assertThat(story.clock("practitioner-contacts", "health").isOpen()).isFalse();
    assertThat(story.clock("practitioner-contacts", "police").state().words()).startsWith("met");
    assertThat(story.letters(SUMMARY))
        .as("nothing goes to people whose agency has not said that they come")
        .extracting(Letter::scope)
        .containsExactly("police");
    story.does("manager", "recordPractitionerEvent", with("othersToHear", false));
    story.does("author-police", "followUpPractitioners");
    assertThat(story.open()).contains("followUpPractitioners");
    story.tries("manager", "endFollowUp", with("followUpsMissing", " ")).expect(400);
    story.does("manager", "endFollowUp");
    assertThat(story.open()).doesNotContain("followUpPractitioners", "endFollowUp");
    assertThat(story.page("manager")).contains("could not be found in time");
  }

  @Test
  @DisplayName("of an agency that was left out are invited and heard when they come to light later")
  void namedLater() {
    Story story = twoAgencies();
    story.does("author-police", "namePractitioners").does("author-police", "confirmInvitations");
    passed(story, "health");
    story
        .does("manager", "goOnWithoutAgency")
        .goesOnUntil("prepareEventSummary")
        .does("reviewer", "prepareEventSummary", NO_SUMMARY)
        .does("reviewer", "recordPractitionerEvent", with("othersToHear", false))
        .does("author-police", "followUpPractitioners");

    story.presses("manager", "events/practitioners-named-later", with()).expect(200);
    story.does("manager", "chooseAgencyOfPractitioners", with("lateAgency", "health"));
    story
        .does("author-health", "namePractitioners", with("practitioners", List.of(named("Ali"))))
        .does("author-health", "confirmInvitations", with("practitioners", List.of(coming("Ali"))));
    assertThat(story.letters(INVITATION)).extracting(Letter::scope).contains("health");
    assertThat(names(story, "reviewer", "hearLateNamed", "heardOtherwise"))
        .containsExactlyInAnyOrder("Ali", "Lou Invented");
    story.does("reviewer", "hearLateNamed");
    // What they told the reviewer is not for their agency.
    assertThat(story.page("reviewer")).contains("Two posts were empty");
    assertThat(story.page("author-health")).doesNotContain("Two posts were empty");
  }

  @Test
  @DisplayName("named later keep their time to be named, also where another agency is left out")
  void namedLaterBesideALateAgency() {
    Story story = twoAgencies();
    story.does("author-police", "namePractitioners").does("author-police", "confirmInvitations");
    passed(story, "health");
    story.presses("manager", "events/practitioners-named-later", with()).expect(200);
    story.does("manager", "chooseAgencyOfPractitioners", with("lateAgency", "police"));
    assertThat(story.clock("practitioner-contacts", "police").isOpen()).isTrue();

    story.does("manager", "goOnWithoutAgency");
    assertThat(story.clock("practitioner-contacts", "health").isOpen()).isFalse();
    assertThat(story.clock("practitioner-contacts", "police").isOpen())
        .as("the time of the agency that names more people now")
        .isTrue();
    passed(story, "police");
    assertThat(story.open()).contains("goOnWithoutAgency");
  }

  @Test
  @DisplayName(
      "are still heard when a late agency answers after all; no one has to go on without it")
  void lateAnswer() {
    Story story = planned(ESSEX);
    passed(story, "police");
    assertThat(story.open()).contains("goOnWithoutAgency");
    story.does("author-police", "namePractitioners").does("author-police", "confirmInvitations");
    assertThat(story.open()).doesNotContain("goOnWithoutAgency");
    assertThat(story.clock("practitioner-contacts", "police").state().words())
        .isEqualTo("met late");
  }

  @Test
  @DisplayName("may be none in an agency, and no agency is asked to care for no one")
  void nobody() {
    Story story = twoAgencies();
    story.does(
        "author-health",
        "namePractitioners",
        with(
            "practitionersKnown",
            false,
            "practitionersNoneReasons",
            "The records of both services were searched.",
            "practitioners",
            null,
            "managersConsidered",
            null,
            "agencySupport",
            null));
    story.does("author-police", "namePractitioners").does("author-police", "confirmInvitations");
    story
        .goesOnUntil("prepareEventSummary")
        .does("reviewer", "prepareEventSummary", NO_SUMMARY)
        .does("reviewer", "recordPractitionerEvent", with("othersToHear", false));
    assertThat(desk.tasks(story.reference))
        .filteredOn(task -> task.getTaskDefinitionKey().endsWith("followUpPractitioners"))
        .hasSize(1);
    story.does("author-police", "followUpPractitioners");
    assertThat(story.open()).doesNotContain("endFollowUp");
  }

  @Test
  @DisplayName("come together as often as is needed, each time with dates that are to come")
  void anotherSession() {
    Story story = planned(ESSEX);
    story
        .does("author-police", "namePractitioners")
        .does("author-police", "confirmInvitations")
        .goesOnUntil("prepareEventSummary")
        .does("reviewer", "prepareEventSummary", NO_SUMMARY)
        .does("reviewer", "recordPractitionerEvent", with("anotherEvent", true))
        .does("reviewer", "hearOthers")
        .does("author-police", "followUpPractitioners");
    assertThat(story.open()).contains("planPractitionerEvents");
    story.on("2026-06-12");
    Map<String, Object> over =
        with(
            "reviewMeetings",
            List.of(
                with("meetingKind", "practitioners", "meetingOn", "today-1", "meetingTime", "9"),
                with("meetingKind", "team", "meetingOn", "today+9", "meetingTime", "9")));
    assertThat(story.tries("manager", "planPractitionerEvents", over).expect(400).text())
        .contains("still to come");
    Map<String, Object> withoutTheTeam =
        with(
            "reviewMeetings",
            List.of(
                with("meetingKind", "practitioners", "meetingOn", "today+9", "meetingTime", "9"),
                with("meetingKind", "team", "meetingOn", "today-1", "meetingTime", "9")));
    assertThat(story.tries("manager", "planPractitionerEvents", withoutTheTeam).expect(400).text())
        .contains("must be today or later")
        .contains("keep a later date for each kind of meeting");
    story.does("manager", "planPractitionerEvents");
    assertThat(story.open()).contains("namePractitioners");
    story.does("author-police", "namePractitioners", with("practitioners", List.of(named("Ali"))));
    assertThat(names(story, "author-police", "confirmInvitations", "practitioners"))
        .as("the form opens with whom the agency named this time")
        .containsExactly("Ali");
    story
        .does("author-police", "confirmInvitations")
        .does("reviewer", "prepareEventSummary", NO_SUMMARY)
        .does("reviewer", "recordPractitionerEvent", with("othersToHear", false))
        .does("author-police", "followUpPractitioners");
    assertThat(story.open()).doesNotContain("planPractitionerEvents");
    assertThat(
            desk.the(Answers.class).of(story.reference).stream()
                .filter(given -> given.form().equals("record-practitioner-event")))
        .hasSize(2);
  }

  @Test
  @DisplayName("get a summary that is a file with the letter, and never an earlier one")
  void summaryAsFile() {
    Story story =
        planned(ESSEX)
            .does("author-police", "namePractitioners")
            .does("author-police", "confirmInvitations")
            .goesOnUntil("prepareEventSummary");
    Map<String, Object> file = with("summaryGivenAs", "file", "preEventSummaryText", null);
    assertThat(story.tries("reviewer", "prepareEventSummary", file).expect(400).text())
        .contains("add the summary as a file");
    Map<String, Object> attached = new LinkedHashMap<>(file);
    attached.put("preEventSummary", ReportFile.uploaded("What is known."));
    story.does("reviewer", "prepareEventSummary", attached).does("manager", "checkEventSummary");

    assertThat(desk.the(Documents.class).of(story.reference))
        .filteredOn(document -> document.kind().equals("pre-event-summary"))
        .singleElement()
        .satisfies(
            document -> {
              String path = "/case/" + story.reference + "/documents/" + document.id();
              for (String who : List.of("executive", "subgroup", "learning", "author-police")) {
                assertThat(story.user(who).get(path).status()).as(who).isIn(403, 404);
              }
            });
    assertThat(story.wording(story.letters(SUMMARY).get(0))).contains("as a file");
    assertThat(mails(story, "summary for those who come"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.get("files")).isEqualTo(2L));
  }

  /** A case of one agency, the police, in which the sessions are planned. */
  private Story planned(String partnership) {
    return commissionedAndScoped(story(partnership, "2026-05-11").referredBy("manager", with()))
        .does("manager", "planPractitionerEvents");
  }

  private Story twoAgencies() {
    Story story = story(ESSEX, "2026-05-11").referredBy("manager", with());
    story.goesOnUntil("chooseAgencies");
    story.does("manager", "chooseAgencies", with("agencies", List.of("police", "health")));
    return commissionedAndScoped(story).does("manager", "planPractitionerEvents");
  }

  private static Story commissionedAndScoped(Story story) {
    if (!story.open().contains("planPractitionerEvents") && agencyless(story)) {
      story.goesOnUntil("chooseAgencies");
      story.does("manager", "chooseAgencies", with("agencies", List.of("police")));
    }
    return story.goesOnUntil("planPractitionerEvents", Set.of());
  }

  private static boolean agencyless(Story story) {
    return story.desk.the(Answers.class).latest(story.reference, "choose-agencies", "").isEmpty();
  }

  /** The time in which the agency was to name its practitioners passes. */
  private static void passed(Story story, String agency) {
    story.on(story.clock("practitioner-contacts", agency).dueOn().plusDays(1).toString());
  }

  private static Map<String, Object> coming(String name) {
    Map<String, Object> row = named(name);
    row.put("practitionerComing", "yes");
    row.put("practitionerWriteTo", "yes");
    return row;
  }

  private static Map<String, Object> named(String name) {
    return with(
        "practitionerName", name,
        "practitionerRole", "Social worker",
        "practitionerIs", "practitioner",
        "practitionerSupporter", "the principal social worker");
  }

  /** The names in the rows that a form opens with. */
  private static List<String> names(Story story, String who, String task, String rows) {
    String id = story.task(who, task).path("id").asText();
    String opened =
        story.user(who).formVariables(id).expect(200).body().at("/" + rows + "/value").asText();
    List<String> names = new ArrayList<>();
    try {
      new ObjectMapper()
          .readTree(opened)
          .forEach(
              row ->
                  row.properties().stream()
                      .filter(cell -> cell.getKey().endsWith("Name"))
                      .forEach(cell -> names.add(cell.getValue().asText())));
    } catch (JsonProcessingException e) {
      throw new AssertionError(opened, e);
    }
    return names;
  }

  private List<Map<String, Object>> mails(Story story, String subject) {
    return desk.the(JdbcTemplate.class)
        .queryForList(
            """
            select recipient, (select count(*) from review.outbox_attachment where mail_id = id) files
            from review.outbox where case_reference = ? and subject like ?""",
            story.reference,
            "%" + subject + "%");
  }
}
