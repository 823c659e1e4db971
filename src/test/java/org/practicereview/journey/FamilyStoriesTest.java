package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.familyWrittenTo;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.deadlines.ClockState;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.requirements.Requirement;

@DisplayName("The family of the child")
class FamilyStoriesTest extends StoryTest {

  private static final String LETTER = "cspr/family-introduction";
  private static final String CHILD_LETTER = "cspr/child-invitation";

  @Test
  @Requirement({"R-082", "R-141"})
  @DisplayName("is invited with a letter for each household, answers, and is heard in the review")
  void invited() {
    Story story = begun(ESSEX).goesOnUntil("recordFamilyContacts");
    assertThat(story.open()).contains("considerChildInvitation");
    story.does("manager", "recordFamilyContacts").does("reviewer", "prepareFamilyLetters");

    List<Letter> letters = story.letters(LETTER);
    assertThat(letters)
        .extracting(Letter::recipientRole)
        .containsExactlyInAnyOrder("Family contact F1", "Family contact F2");
    assertThat(letters).allSatisfy(letter -> assertThat(letter.sentBy()).isNull());
    assertThat(story.wording(to("F1", letters)))
        .contains("Dear Ms Sample", "Jo Invented", "Linden", "advocate", "You do not have to.")
        .contains("8 June 2026")
        .doesNotContain("Robin", "Mr and Mrs", "interpreter can be there");
    assertThat(story.wording(to("F2", letters)))
        .contains("Dear Mr and Mrs Invented", "An interpreter can be there")
        .doesNotContain("someone independent", "Ms Sample");

    story.does("head", "approveFamilyLetters");
    assertThat(story.open()).contains("arrangeLanguageHelp").doesNotContain("postFamilyLetters");
    String help = story.task("manager", "arrangeLanguageHelp").path("id").asText();
    assertThat(story.user("manager").formVariables(help).expect(200).text())
        .contains("Polish: a translated letter, an interpreter, in large print")
        .doesNotContain("F1");
    assertThat(
            story
                .tries("manager", "arrangeLanguageHelp", with("familyLetterTranslations", null))
                .expect(400)
                .text())
        .contains("need a file for F2, whose name begins with F2");
    assertThat(
            story
                .tries("manager", "arrangeLanguageHelp", with("languageHelp", booked("F2", null)))
                .expect(400)
                .text())
        .contains("they need an interpreter");
    story.does("manager", "arrangeLanguageHelp", with("languageHelp", booked("F2", "2026-06-02")));
    assertThat(story.letters(LETTER))
        .allSatisfy(
            letter -> {
              assertThat(letter.state()).isEqualTo(LetterState.TO_BE_POSTED);
              assertThat(letter.address()).as("never by e-mail").isNull();
            });
    help = story.task("manager", "postFamilyLetters").path("id").asText();
    assertThat(story.user("manager").formVariables(help).expect(200).text())
        .contains("F2-letter-in-another-language.pdf; ready")
        .contains("interpreter booked for 2 June 2026");
    story.does("manager", "postFamilyLetters");
    assertThat(story.letters(LETTER))
        .hasSize(letters.size())
        .allSatisfy(
            letter -> {
              assertThat(letter.state()).isEqualTo(LetterState.POSTED);
              assertThat(letter.sentBy()).isEqualTo("es-manager");
            });

    assertThat(story.clock("family-answer").dueOn())
        .as("the day the letter names")
        .isEqualTo("2026-06-08");
    story.on("2026-05-20").does("manager", "recordFamilyAnswers");
    assertThat(story.clock("family-answer").state()).isEqualTo(ClockState.MET);

    assertThat(story.open()).doesNotContain("recordFamilyVoice");
    story
        .does("reviewer", "considerChildInvitation")
        .does("head", "approveChildLetters")
        .does("manager", "recordChildAnswers");
    assertThat(story.letters(CHILD_LETTER))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("Hello Ash", "not your fault", "Jo Invented")
                    .doesNotContain("Robin", "services such as"));
    String task = story.task("reviewer", "recordFamilyVoice").path("id").asText();
    assertThat(story.user("reviewer").formVariables(task).expect(200).text())
        .contains("F1: Ms Sample, Mother. Takes part.")
        .contains("For F2: F2-letter-in-another-language.pdf")
        .contains("Does not wish to take part.", "C1: Ash, sibling. Takes part.");
    story.tries("reviewer", "recordFamilyVoice", with("familyVoiceReadBack", "nobody")).expect(400);
    story.does("reviewer", "recordFamilyVoice");
    assertThat(story.open()).doesNotContain("recordFamilyVoice", "recordFamilyContacts");
    assertThat(story.page("manager")).contains("no one came back to her");
    story.trailTells(
        "The letter \"An invitation to take part in a review\" to Family contact F1 was written.",
        "to Family contact F2 was approved.",
        "waits to be posted.",
        "to Family contact F1 was posted, or someone went to hand it over; the form says how that"
            + " went.");
  }

  @Test
  @DisplayName("gets no letter where that is not safe, or the police were not asked")
  void notSafe() {
    Story story = begun(SOUTH_GLOUCESTERSHIRE).goesOnUntil("recordFamilyContacts");
    refused(story, "familyContactSafe", "no", "known to be safe");
    refused(story, "familyContactSafe", "not-known", "known to be safe");
    refused(story, "familyContactPoliceAsked", "no", "before the police");
    refused(story, "familyContactPoliceAnswer", "not-now", "the police advise not to write now");
    mended(story, "familyContactInterpreter", "no", "that they told you English is fine");
    mended(story, "familyContactAddress", "", "is needed for a letter sent by post");
    assertThat(story.letters(LETTER)).isEmpty();

    story
        .tries("manager", "recordFamilyContacts", with("familyContacts", notNow(null)))
        .expect(400);
    story.does(
        "manager", "recordFamilyContacts", with("familyContacts", notNow("A bail condition.")));
    assertThat(story.open()).contains("agreeNotInvited").doesNotContain("prepareFamilyLetters");
    String task = story.task("head", "agreeNotInvited").path("id").asText();
    assertThat(story.user("head").formVariables(task).expect(200).text())
        .contains("F2, Mr and Mrs Invented: A bail condition.");
    story.tries("head", "agreeNotInvited", with("notInvitedAgreed", false)).expect(400);
    story.does(
        "head",
        "agreeNotInvited",
        with("notInvitedAgreed", false, "notInvitedChanges", "Ask the officer again."));
    task = story.task("manager", "recordFamilyContacts").path("id").asText();
    assertThat(story.user("manager").formVariables(task).expect(200).text())
        .contains("Ask the officer again.", "A bail condition.");

    story
        .does(
            "manager",
            "recordFamilyContacts",
            with("familyContacts", notNow("Not before the trial.")))
        .does("head", "agreeNotInvited")
        .does("reviewer", "prepareFamilyLetters")
        .does("head", "approveFamilyLetters");
    assertThat(story.letters(LETTER))
        .extracting(Letter::recipientRole)
        .containsExactly("Family contact F1");

    story
        .does("manager", "postFamilyLetters", with("familyDeliveries", delivered("F1", "hand")))
        .does(
            "manager",
            "recordFamilyAnswers",
            with("familyAnswers", answered("F1", "later", "today"), "familyWriteAgain", true));
    // The list opens as it stands; who has a letter does not get a second one.
    task = story.task("manager", "recordFamilyContacts").path("id").asText();
    assertThat(story.user("manager").formVariables(task).expect(200).text())
        .contains("\\\"familyContactWriteTo\\\":\\\"done\\\"");
    List<Map<String, Object>> now = contacts();
    now.get(0).put("familyContactWriteTo", "done");
    story
        .does("manager", "recordFamilyContacts", with("familyContacts", now))
        .does("reviewer", "prepareFamilyLetters")
        .does("head", "approveFamilyLetters");
    assertThat(story.letters(LETTER))
        .extracting(Letter::recipientRole)
        .containsExactlyInAnyOrder("Family contact F1", "Family contact F2");
  }

  @Test
  @DisplayName("is looked at again on the day that was agreed, where someone got no letter")
  void lookedAtAgain() {
    Story story = begun(ESSEX).goesOnUntil("recordFamilyContacts");
    List<Map<String, Object>> notNow = notNow("Not before the trial.");
    notNow.get(0).putAll(with("familyContactWriteTo", "no"));
    notNow
        .get(0)
        .putAll(
            with(
                "familyContactNoLetterReasons",
                "In hospital.",
                "familyContactLookAgainOn",
                "today+30"));
    story.does("manager", "recordFamilyContacts", with("familyContacts", notNow));
    String task = story.task("head", "agreeNotInvited").path("id").asText();
    assertThat(
            story.user("head").formVariables(task).body().at("/familyLookAgainOn/value").asText())
        .as("the first of the days in the list")
        .startsWith("2026-06-10");
    story.tries("head", "agreeNotInvited", with("familyLookAgainOn", null)).expect(400);
    story.does("head", "agreeNotInvited", with("familyLookAgainOn", "2026-06-10"));
    assertThat(story.clock("family-look-again").dueOn()).isEqualTo("2026-06-10");
    assertThat(story.open()).doesNotContain("recordFamilyContacts");

    story.on("2026-06-09");
    assertThat(story.open()).doesNotContain("recordFamilyContacts");
    story.on("2026-06-10");
    assertThat(story.clock("family-look-again").state()).isEqualTo(ClockState.MET);
    assertThat(story.open()).contains("recordFamilyContacts");
    familyWrittenTo(story);
    assertThat(story.letters(LETTER)).hasSize(2);
  }

  @Test
  @DisplayName("is looked at again once, however often the day was moved, and only if need be")
  void lookedAtOnce() {
    Story story = begun(ESSEX).goesOnUntil("recordFamilyContacts");
    story
        .does("manager", "recordFamilyContacts", with("familyContacts", notNow("A trial.")))
        .does("head", "agreeNotInvited", with("familyLookAgainOn", "2026-07-10"))
        .does("reviewer", "prepareFamilyLetters")
        .does("head", "approveFamilyLetters")
        .does("manager", "postFamilyLetters", with("familyDeliveries", delivered("F1", "hand")))
        .does(
            "manager",
            "recordFamilyAnswers",
            with("familyAnswers", answered("F1", "declines", "today"), "familyWriteAgain", false));
    assertThat(story.clock("family-look-again").dueOn()).isEqualTo("2026-07-10");
    story
        .does("reviewer", "considerChildInvitation")
        .does("head", "approveChildLetters")
        .does("manager", "recordChildAnswers")
        .does("reviewer", "recordFamilyVoice");

    story.presses("manager", "events/family-invitation", with()).expect(200);
    List<Map<String, Object>> later = notNow("The trial goes on.");
    later.get(0).put("familyContactWriteTo", "done");
    story
        .does("manager", "recordFamilyContacts", with("familyContacts", later))
        .does("head", "agreeNotInvited", with("familyLookAgainOn", "2026-06-20"));
    assertThat(story.clock("family-look-again").dueOn()).isEqualTo("2026-06-20");
    story.on("2026-06-20");
    assertThat(story.open()).filteredOn("recordFamilyContacts"::equals).hasSize(1);
    List<Map<String, Object>> now = contacts();
    now.get(0).put("familyContactWriteTo", "done");
    story.does("manager", "recordFamilyContacts", with("familyContacts", now));
    assertThat(story.open()).contains("prepareFamilyLetters");
    story.on("2026-07-10");
    assertThat(story.open()).doesNotContain("recordFamilyContacts");
  }

  @Test
  @Requirement("R-141")
  @DisplayName("is invited, or there are reasons that were agreed: there is no other way on")
  void nobodyInvited() {
    Story story = begun(STAFFORDSHIRE).goesOnUntil("recordFamilyContacts");
    story.tries("manager", "recordFamilyContacts", with("familyContacts", List.of())).expect(400);
    story
        .tries("manager", "recordFamilyContacts", with("familyFound", "no", "familyContacts", null))
        .expect(400);
    story.does(
        "manager",
        "recordFamilyContacts",
        with(
            "familyFound",
            "no",
            "familyContacts",
            null,
            "noFamilyReasons",
            "The child came alone; the Red Cross looked for relatives."));
    assertThat(story.open()).contains("agreeNotInvited");
    story
        .does("head", "agreeNotInvited")
        .tries("reviewer", "considerChildInvitation", with("childInvited", false))
        .expect(400);
    story.does(
        "reviewer",
        "considerChildInvitation",
        with(
            "childInvited",
            false,
            "childContacts",
            null,
            "childNotInvitedReasons",
            "The child has died, and there are no brothers and sisters."));
    assertThat(story.open()).contains("recordFamilyVoice");
    story.does("reviewer", "recordFamilyVoice", with("familyVoiceReadBack", "nobody"));
    assertThat(story.letters(LETTER)).isEmpty();
    assertThat(story.letters(CHILD_LETTER)).isEmpty();
    assertThat(story.page("head")).contains("the Red Cross looked for relatives");

    // Later a relative is found, and a child can be asked after all.
    story.presses("manager", "events/family-invitation", with()).expect(200);
    familyWrittenTo(story).does("manager", "recordFamilyAnswers");
    assertThat(story.letters(LETTER)).hasSize(2);
    story.presses("reviewer", "events/child-invitation", with()).expect(200);
    story
        .does("reviewer", "considerChildInvitation")
        .does("head", "approveChildLetters")
        .does("manager", "recordChildAnswers");
    assertThat(story.letters(CHILD_LETTER)).hasSize(1);
    assertThat(story.open())
        .doesNotContain("considerChildInvitation", "recordFamilyContacts", "recordFamilyVoice");
  }

  @Test
  @DisplayName("whom a letter did not reach is not taken for one who did not answer")
  void notDelivered() {
    Story story = begun(ESSEX).goesOnUntil("postFamilyLetters");
    List<Map<String, Object>> failed = new ArrayList<>(delivered("F1", "failed"));
    story.tries("manager", "postFamilyLetters", with("familyDeliveries", failed)).expect(400);
    failed.addAll(delivered("F2", "failed"));
    story.does("manager", "postFamilyLetters", with("familyDeliveries", failed));
    assertThat(story.open()).contains("recordFamilyContacts").doesNotContain("recordFamilyAnswers");

    writtenToAgain(story, delivered("F1", "hand"), delivered("F2", "failed"));
    Answer answer =
        story
            .tries(
                "manager",
                "recordFamilyAnswers",
                with(
                    "familyAnswers",
                    answered("F1", "no-reply", "today"),
                    "familyWriteAgain",
                    false))
            .expect(400);
    assertThat(answer.text()).contains("F2 got no letter: look at the list again");
    answer =
        story.tries(
            "manager",
            "recordFamilyAnswers",
            with("familyAnswers", answered("F2", "declines", "today")));
    assertThat(answer.expect(400).text()).contains("was not sent a letter");
    story.does(
        "manager",
        "recordFamilyAnswers",
        with("familyAnswers", answered("F1", "later", "today"), "familyWriteAgain", true));
    assertThat(story.open()).contains("recordFamilyContacts");
  }

  @Test
  @DisplayName("answers after the letter and not before; when time runs out, someone is told")
  void answers() {
    Story story = begun(ESSEX).goesOnUntil("recordFamilyAnswers");
    List<Map<String, Object>> early = new ArrayList<>(answered("F1", "declines", "today-1"));
    early.addAll(answered("F2", "no-reply", "today"));
    Answer answer =
        story.tries("manager", "recordFamilyAnswers", with("familyAnswers", early)).expect(400);
    assertThat(answer.text())
        .contains("lies before the day on which the letter reached them")
        .contains("familyAnswers[0].familyAnsweredOn")
        .contains("is too early for No reply");
    answer =
        story
            .tries(
                "manager",
                "recordFamilyAnswers",
                with("familyAnswers", answered("F1", "declines", "today")))
            .expect(400);
    assertThat(answer.text()).contains("F2 is missing");
    assertThat(story.open()).contains("recordFamilyAnswers");

    assertThat(story.letters("notices/clock-reminder")).isEmpty();
    LocalDate due = story.clock("family-answer").dueOn();
    story.on(due.minusDays(7).toString());
    assertThat(story.letters("notices/clock-reminder"))
        .anySatisfy(notice -> assertThat(story.wording(notice)).contains("Answer of the family"));
    story.on(due.plusDays(1).toString());
    assertThat(story.letters("notices/clock-overdue"))
        .anySatisfy(notice -> assertThat(story.wording(notice)).contains("Answer of the family"));
    assertThat(story.clock("family-answer").dueOn()).isEqualTo(due);
    assertThat(story.open()).as("overdue hides nothing").contains("recordFamilyAnswers");
    List<Map<String, Object>> none = new ArrayList<>(answered("F1", "no-reply", "today"));
    none.addAll(answered("F2", "no-reply", "today"));
    story.does("manager", "recordFamilyAnswers", with("familyAnswers", none));
    assertThat(story.clock("family-answer").state()).isEqualTo(ClockState.MET_LATE);
  }

  @Test
  @DisplayName("is written to with its own code each, and no one who had a letter is lost")
  void codes() {
    Story story = begun(ESSEX).goesOnUntil("recordFamilyContacts");
    List<Map<String, Object>> twice = contacts();
    twice.get(1).put("familyContactId", "F1");
    Answer answer =
        story.tries("manager", "recordFamilyContacts", with("familyContacts", twice)).expect(400);
    assertThat(answer.text()).contains("is the code of another row");
    List<Map<String, Object>> untrue = contacts();
    untrue.get(1).put("familyContactWriteTo", "done");
    answer =
        story.tries("manager", "recordFamilyContacts", with("familyContacts", untrue)).expect(400);
    assertThat(answer.text()).contains("no letter has reached them yet");
    List<Map<String, Object>> future = contacts();
    future.get(0).put("familyContactPoliceAskedOn", "today+1");
    story.tries("manager", "recordFamilyContacts", with("familyContacts", future)).expect(400);

    familyWrittenTo(story).does("manager", "recordFamilyAnswers", with("familyWriteAgain", true));
    List<Map<String, Object>> lost = contacts().subList(0, 1);
    lost.get(0).put("familyContactWriteTo", "done");
    answer =
        story.tries("manager", "recordFamilyContacts", with("familyContacts", lost)).expect(400);
    assertThat(answer.text()).contains("F2 had a letter already and must stay in the list");
  }

  @Test
  @DisplayName(
      "a child is written to only with consent, through a trusted adult, and fitting the age")
  void child() {
    Story story = begun(ESSEX).goesOnUntil("considerChildInvitation");
    for (String consent : List.of("refused", "not-asked")) {
      Answer answer =
          story
              .tries(
                  "reviewer",
                  "considerChildInvitation",
                  with("childContacts", children("childContactConsent", consent)))
              .expect(400);
      assertThat(answer.text()).contains("without consent");
    }
    story
        .tries(
            "reviewer",
            "considerChildInvitation",
            with("childContacts", children("childContactAdult", "")))
        .expect(400);
    Answer answer =
        story
            .tries(
                "reviewer",
                "considerChildInvitation",
                with("childContacts", children("childContactPoliceAsked", "no")))
            .expect(400);
    assertThat(answer.text()).contains("before the police");
    List<Map<String, Object>> polish = children("childContactAgeGroup", "older");
    polish.get(0).put("childContactInterpreter", "both");
    story
        .does("reviewer", "considerChildInvitation", with("childContacts", polish))
        .does("head", "approveChildLetters");
    assertThat(story.letters(CHILD_LETTER))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("services such as schools", "An advocate is independent")
                    .doesNotContain("No one will be cross"));
    Map<String, Object> early =
        with(
            "childContactId", "C1",
            "childLetterGivenOn", "today",
            "childAnswer", "declines",
            "childAnsweredOn", "today-1");
    story.tries("manager", "recordChildAnswers", with("childAnswers", List.of(early))).expect(400);
    assertThat(story.tries("manager", "recordChildAnswers", with()).expect(400).text())
        .contains("this child cannot read or talk about the letter in English");
    List<Map<String, Object>> answers = rows("record-child-answers", "childAnswers");
    answers.get(0).put("childLanguageHelpBy", "Invented Languages, Polish");
    story.does("manager", "recordChildAnswers", with("childAnswers", answers));
  }

  @Test
  @DisplayName(
      "may change the answer at any time, in both directions, and the reviewer takes it up")
  void changes() {
    Story story = begun(ESSEX).goesOnUntil("recordFamilyContacts");
    assertThat(story.presses("manager", "events/family-answer-changed", with()).text())
        .as("no one has answered yet")
        .contains("This cannot be started in this case");
    story.goesOnUntil("recordFamilyAnswers");
    story.on("2026-05-20").does("manager", "recordFamilyAnswers");
    story.presses("manager", "events/family-answer-changed", with()).expect(200);
    Answer answer =
        story.tries("manager", "recordChangedAnswer", with("changedContactId", "F5")).expect(400);
    assertThat(answer.text()).contains("no answer of F5 is recorded");

    answer =
        story
            .tries(
                "manager",
                "recordChangedAnswer",
                with("changedAnswer", "declines", "changedTakesPartHow", null))
            .expect(400);
    assertThat(answer.text()).contains("is what F2 answered before");
    answer =
        story
            .tries("manager", "recordChangedAnswer", with("changedAnswerOn", "2026-05-19"))
            .expect(400);
    assertThat(answer.text()).contains("lies before the answer that it changes, 20/05/2026");
    story.on("2026-07-01").does("manager", "recordChangedAnswer");
    assertThat(story.letters("notices/family-answer-changed"))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.recipientKind()).isEqualTo("lead-reviewer");
              assertThat(story.wording(notice)).doesNotContain("Invented,", "Sample");
            });
    story.does("reviewer", "takeUpChangedAnswer");

    story.presses("reviewer", "events/family-answer-changed", with()).expect(200);
    String task = story.task("reviewer", "recordChangedAnswer").path("id").asText();
    assertThat(story.user("reviewer").formVariables(task).expect(200).text())
        .contains("F2: Mr and Mrs Invented, Grandparents, who care for the sister. Takes part.");
    story
        .does(
            "reviewer",
            "recordChangedAnswer",
            with(
                "changedContactId", "F1", "changedAnswer", "declines", "changedTakesPartHow", null))
        .does("reviewer", "takeUpChangedAnswer", with("contributionUse", "removed"));
    assertThat(desk.the(Answers.class).of(story.reference))
        .filteredOn(given -> given.form().equals("take-up-changed-answer"))
        .extracting(given -> given.values().get("contributionUse"))
        .containsExactly("nothing-said", "removed");
    story.trailTells(
        "A family member changed their answer to the invitation.",
        "A family member changed their answer to the invitation.");
  }

  private Story begun(String partnership) {
    return story(partnership, "2026-05-11").referredBy("manager", with());
  }

  private static Letter to(String code, List<Letter> letters) {
    return letters.stream()
        .filter(letter -> letter.recipientRole().endsWith(code))
        .findFirst()
        .orElseThrow();
  }

  private static void mended(Story story, String column, String value, String why) {
    List<Map<String, Object>> contacts = contacts();
    contacts.get(1).put(column, value);
    assertThat(
            story
                .tries("manager", "recordFamilyContacts", with("familyContacts", contacts))
                .expect(400)
                .text())
        .contains(why, "familyContacts[1]." + column);
  }

  private static void refused(Story story, String column, String value, String why) {
    List<Map<String, Object>> contacts = contacts();
    contacts.get(1).put(column, value);
    Answer answer =
        story
            .tries("manager", "recordFamilyContacts", with("familyContacts", contacts))
            .expect(400);
    assertThat(answer.text())
        .contains(why)
        .contains("familyContacts[1].familyContactWriteTo")
        .contains("Is a letter written to them now?");
    assertThat(story.open()).contains("recordFamilyContacts");
  }

  private static List<Map<String, Object>> booked(String code, String day) {
    Map<String, Object> row =
        with(
            "familyContactId",
            code,
            "languageHelpBy",
            "Invented Languages",
            "languageHelpReadyOn",
            "today");
    row.put("interpreterBookedFor", day == null ? "" : day);
    return List.of(row);
  }

  /** The same people again, and what became of their letters. */
  private static void writtenToAgain(
      Story story, List<Map<String, Object>> one, List<Map<String, Object>> other) {
    List<Map<String, Object>> all = new ArrayList<>(one);
    all.addAll(other);
    story
        .does("manager", "recordFamilyContacts")
        .does("reviewer", "prepareFamilyLetters")
        .does("head", "approveFamilyLetters")
        .does("manager", "arrangeLanguageHelp")
        .does("manager", "postFamilyLetters", with("familyDeliveries", all));
  }

  /** The sample rows, to be changed. */
  private static List<Map<String, Object>> contacts() {
    return rows("record-family-contacts", "familyContacts");
  }

  /** The sample rows, where the second household gets no letter now. */
  private static List<Map<String, Object>> notNow(String reasons) {
    List<Map<String, Object>> contacts = contacts();
    contacts.get(1).putAll(with("familyContactSafe", "no", "familyContactWriteTo", "no"));
    contacts
        .get(1)
        .putAll(
            with("familyContactNoLetterReasons", reasons, "familyContactLookAgainOn", "today+60"));
    return contacts;
  }

  private static List<Map<String, Object>> children(String column, String value) {
    List<Map<String, Object>> children = rows("consider-child-invitation", "childContacts");
    children.get(0).put(column, value);
    return children;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(String form, String key) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object row : (List<?>) SampleAnswers.packaged().of(form, Desk.today()).get(key)) {
      rows.add(new LinkedHashMap<>((Map<String, Object>) row));
    }
    return rows;
  }

  private static List<Map<String, Object>> delivered(String code, String how) {
    return List.of(
        with("familyContactId", code, "familyDeliveredHow", how, "familyDeliveredOn", "today"));
  }

  private static List<Map<String, Object>> answered(String code, String answer, String on) {
    return List.of(with("familyContactId", code, "familyAnswer", answer, "familyAnsweredOn", on));
  }
}
