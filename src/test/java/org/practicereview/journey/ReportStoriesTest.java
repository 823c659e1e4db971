package org.practicereview.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.deadlines.ClockState;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.report.Copies;
import org.practicereview.report.ReadingCopy;
import org.practicereview.requirements.Requirement;

@DisplayName("The report of a practice review")
class ReportStoriesTest extends StoryTest {

  /**
   * Each question of quality assurance, and what is wrong with a report that it answers with no.
   */
  private static final Map<String, String> CHECKS =
      Map.ofEntries(
          Map.entry("checkTerms", "does not answer the terms of reference"),
          Map.entry("checkImprovements", "does not sum up the improvements"),
          Map.entry("checkSystemicReasons", "does not explain the underlying reasons"),
          Map.entry("checkReviewerNamed", "does not name its reviewer"),
          Map.entry("checkAnonymised", "lets a child, family member or practitioner be recognised"),
          Map.entry("checkChildVoice", "voice and daily life at its centre"),
          Map.entry("checkFamilyVoice", "voice be heard"),
          Map.entry("checkRecommendations", "who does what by when"),
          Map.entry("checkTone", "blames someone"),
          Map.entry("checkProportionate", "is not proportionate"),
          Map.entry("checkGuidance", "does not keep to the national guidance"));

  @Test
  @Requirement({"R-015", "R-022", "R-091", "R-092", "R-093", "D-18", "R-038", "R-046"})
  @DisplayName("is drafted as often as the team asks for it, and every draft is kept")
  void drafts() {
    Story story = begun(ESSEX);
    assertThat(story.tries("reviewer", "writeDraft", with("draftReport", null)).expect(400).text())
        .contains("please give an answer");
    List<Map<String, Object>> two = new ArrayList<>(Pdf.of("One"));
    two.addAll(Pdf.of("Two"));
    assertThat(story.tries("reviewer", "writeDraft", with("draftReport", two)).expect(400).text())
        .contains("give one file only");
    for (List<Map<String, Object>> unreadable :
        List.of(
            Pdf.locked("A draft"),
            Pdf.file("draft.pdf", "%PDF-1.7 no more".getBytes(UTF_8)),
            Pdf.file("draft.docx", "no document".getBytes(UTF_8)))) {
      assertThat(
              story
                  .tries("reviewer", "writeDraft", with("draftReport", unreadable))
                  .expect(400)
                  .text())
          .contains("without a password");
    }
    assertThat(drafts(story)).isEmpty();
    for (String source :
        List.of(
            "draftUsesPractitioners",
            "draftUsesChronologies",
            "draftUsesAgencyReports",
            "draftUsesFamily",
            "draftUsesPolicies")) {
      story.tries("reviewer", "writeDraft", with(source, null)).expect(400);
      story.tries("reviewer", "writeDraft", with(source, false)).expect(400);
    }
    assertThat(String.valueOf(opensWith(story, "reviewer", "writeDraft", "draftSourcesKnown")))
        .containsPattern("[1-9] practitioner meetings")
        .containsPattern("[1-9] chronologies of agencies")
        .containsPattern("[1-9] written reports of agencies");

    story.does(
        "reviewer",
        "writeDraft",
        with("draftUsesPolicies", false, "draftUsesPoliciesNot", "Asked for, not here yet."));
    story.tries("manager", "recordTeamOutcome", with("draftAccepted", false)).expect(400);
    story.does(
        "manager",
        "recordTeamOutcome",
        with("draftAccepted", false, "draftChangesWanted", "The nursery is missing."));
    assertThat(opensWith(story, "reviewer", "writeDraft", "draftReturnedBecause"))
        .isEqualTo("The nursery is missing.");
    story
        .does("reviewer", "writeDraft", with("draftReport", Pdf.of("A second draft of Linden")))
        .does(
            "manager",
            "recordTeamOutcome",
            with("draftAccepted", false, "draftChangesWanted", "Too long."))
        .does("reviewer", "writeDraft");
    assertThat(opensWith(story, "manager", "recordTeamOutcome", "draftNumber")).isEqualTo("3");
    assertThat(
            story
                .tries("manager", "recordTeamOutcome", with("factsToBeChecked", false))
                .expect(400)
                .text())
        .contains("have not been checked yet");
    story.does("manager", "recordTeamOutcome");
    assertThat(drafts(story)).extracting(Document::version).containsExactly(1, 2, 3);
    assertThat(story.letters("cspr/draft-to-read"))
        .hasSize(9)
        .allSatisfy(
            letter -> assertThat(story.wording(letter)).contains("findings and recommendations"));

    story.tries("reviewer", "completeContents", with("recommendations", List.of())).expect(400);
    story.tries("reviewer", "completeContents", with("recommendationsMade", false)).expect(400);
    story.tries("reviewer", "completeContents", with("underlyingReasons", " ")).expect(400);
    story.does("reviewer", "completeContents");
    assertThat(opensWith(story, "manager", "openFactualAccuracy", "factualAccuracyBy"))
        .isEqualTo("agencies");
    story.does("manager", "openFactualAccuracy");
    assertThat(story.letters("cspr/facts-to-check"))
        .hasSize(3)
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("what is wrong or missing, what you think of the recommendations")
                    .contains("how the learning can be taken forward")
                    .contains("Practitioners who worked with the child"));
  }

  @Test
  @DisplayName("is read by the team and those who check its facts, and kept by none of them")
  void copies() {
    Story story = begun(SOUTH_GLOUCESTERSHIRE).goesOnUntil("checkFacts");
    ReadingCopy police = copy(story, "police");
    String address = "/copies/" + police.id();

    Answer page = story.user("author-police").get(address).expect(200);
    assertThat(page.text()).contains("Page 1 of 3", "Linden liked water and buses");
    assertThat(page.header("Cache-Control")).contains("no-store");
    Answer picture = story.user("author-police").get(address + "/pages/2").expect(200);
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(picture.header("Cache-Control")).contains("no-store");
    assertThat(picture.header("Content-Disposition")).isEqualTo("inline");
    story.user("author-police").get(address + "/pages/4").expect(404);
    story.user("author-police").get(address + "?page=0").expect(404);
    assertThat(story.page("author-police")).contains("Reading copies");
    assertThat(story.user("author-police").get(story("copies", story)).expect(200).text())
        .contains(address)
        .doesNotContain("Who has a copy");
    for (String other : List.of("author-health", "author-housing", "subgroup", "manager")) {
      story.user(other).get(address).expect(404);
      story.user(other).get(address + "/pages/1").expect(404);
    }
    desk.user("es-author-police").get(address).expect(404);
    desk.visitor().get(address).expect(302);

    String kept = Jsoup.parse(story.user("manager").get(story("copies", story)).text()).text();
    assertThat(kept)
        .contains("sg-author-police, 1 page, last", "No one", "Replaced by a copy given later");
    assertThat(revoke(story, "la", police, "No").status()).isEqualTo(403);
    assertThat(revoke(story, "author-police", police, "No").status()).isIn(403, 404);
    revoke(story, "manager", police, " ").expect(302);
    story.user("author-police").get(address).expect(200);
    revoke(story, "manager", police, "Left open on a screen").expect(302);
    assertThat(story.user("author-police").get(address).expect(410).text())
        .contains("was taken back on", "can no longer be read");
    story.user("author-police").get(address + "/pages/1").expect(410);

    ReadingCopy health = copy(story, "health");
    story.user("author-health").get("/copies/" + health.id()).expect(200);
    story.on(health.readableUntil().toString());
    story.user("author-health").get("/copies/" + health.id()).expect(200);
    story.on(health.readableUntil().plusDays(1).toString());
    assertThat(story.user("author-health").get("/copies/" + health.id()).expect(410).text())
        .contains("could be read until");
    String later = Desk.today().plusDays(5).toString();
    assertThat(prolong(story, health, Desk.today().minusDays(1).toString()))
        .contains("must not lie in the past");
    assertThat(prolong(story, police, later)).contains("was taken back");
    assertThat(prolong(story, health, later)).contains("can be read until the new day");
    story.user("author-health").get("/copies/" + health.id()).expect(200);
    story.trailTells(
        "Reading copies of draft 1 were given: 3.",
        "A reading copy of draft 1 was opened.",
        "A reading copy of draft 1 was taken back.");
    story.presses("la", "withdrawal", with("reasons", "A medical cause was found.")).expect(200);
    story.does("police", "approveWithdrawal");
    assertThat(story.user("author-health").get("/copies/" + health.id()).expect(410).text())
        .contains("The case is closed");
  }

  @Test
  @Requirement({"R-063", "R-093", "D-06", "D-18"})
  @DisplayName("is checked for facts, and every comment is answered by the reviewer")
  void facts() {
    Story story = begun(SOUTH_GLOUCESTERSHIRE).goesOnUntil("openFactualAccuracy");
    assertThat(opensWith(story, "manager", "openFactualAccuracy", "factualAccuracyBy"))
        .isEqualTo("practitioners");
    story
        .tries("manager", "openFactualAccuracy", with("copiesReadableUntil", "today-1"))
        .expect(400);
    story.does("manager", "openFactualAccuracy");
    assertThat(story.letters("cspr/facts-to-check"))
        .hasSize(3)
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("Practitioners who worked with the child", "at your screen")
                    .contains("the draft of the final report")
                    .doesNotContain("Robin"));
    assertThat(story.clock("factual-accuracy").isOpen()).isTrue();

    story.tries("author-police", "checkFacts", with("factComments", List.of())).expect(400);
    story.tries("author-police", "checkFacts", with("copyNotKept", false)).expect(400);
    assertThat(
            story
                .tries("author-police", "checkFacts", with("qualityView", "no"))
                .expect(400)
                .text())
        .contains("add a comment about the quality");
    story
        .does("author-police", "checkFacts")
        .does("author-health", "checkFacts", with("nothingToCorrect", true));
    story.on(story.clock("factual-accuracy").dueOn().plusDays(1).toString());
    assertThat(story.clock("factual-accuracy").state()).isEqualTo(ClockState.OVERDUE);
    assertThat(story.open()).contains("checkFacts", "closeFactualAccuracy");
    story.does("manager", "closeFactualAccuracy");
    assertThat(story.open())
        .as("an agency has not answered, so its practitioners have not read the draft")
        .contains("acceptNotAsked")
        .doesNotContain("checkFacts", "answerComments");
    story.does("reviewer", "acceptNotAsked");
    assertThat(story.open()).contains("answerComments").doesNotContain("checkFacts");
    assertThat(story.clock("factual-accuracy").isOpen()).isFalse();
    assertThat(desk.the(Copies.class).of(story.reference)).allMatch(ReadingCopy::isRevoked);

    String each = "each of commentAnswers";
    assertThat(story.tries("reviewer", "answerComments", with(each, null)).expect(400).text())
        .contains("Decision", "please give an answer");
    assertThat(
            story.tries("reviewer", "answerComments", answers(story, List.of())).expect(400).text())
        .contains("comment 1 of South Gloucestershire police has no answer");
    Map<String, Object> answer = new LinkedHashMap<>(comment(story));
    answer.putAll(with("commentDecision", "accepted", "commentReply", "Put right."));
    assertThat(
            story
                .tries("reviewer", "answerComments", answers(story, List.of(answer, answer)))
                .expect(400)
                .text())
        .contains("is answered twice");
    Map<String, Object> changed = new LinkedHashMap<>(answer);
    changed.put("commentText", "All is well.");
    assertThat(
            story
                .tries("reviewer", "answerComments", answers(story, List.of(changed)))
                .expect(400)
                .text())
        .contains("its words were changed");
    story.tries("reviewer", "answerComments", with("draftReport", null)).expect(400);
    story.does("reviewer", "answerComments", answers(story, List.of(answer)));
    assertThat(drafts(story)).hasSize(2);
    assertThat(story.letters("cspr/comment-replies"))
        .hasSize(3)
        .anySatisfy(letter -> assertThat(story.wording(letter)).contains("Accepted.", "Put right."))
        .filteredOn(letter -> !letter.recipientRole().contains("police"))
        .allSatisfy(letter -> assertThat(story.wording(letter)).doesNotContain("Put right."));
    assertThat(story.open()).contains("confirmTeamHasSeen");
  }

  @Test
  @Requirement("R-047")
  @DisplayName("is read by each practitioner before sign-off, or someone accepts why not")
  void practitionersRead() {
    Story story = begun(SOUTH_GLOUCESTERSHIRE).goesOnUntil("openFactualAccuracy");
    assertThat(story.letters("cspr/practitioner-invitation"))
        .isNotEmpty()
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("you can read the draft", "if you have left"));
    story.does("manager", "openFactualAccuracy");
    Map<String, Object> kim = with("readerName", "Kim Invented", "readerAnswer", "read");
    Map<String, Object> lou =
        with(
            "readerName", "Lou Invented",
            "readerAnswer", "not-asked",
            "readerReasons", "Has left us.");
    String rows = "practitionerReadings";
    assertThat(
            story.tries("author-police", "checkFacts", with(rows, List.of(kim))).expect(400).text())
        .contains("missing: Lou Invented");
    story.does("author-police", "checkFacts", with(rows, List.of(kim, lou)));
    story.goesOnUntil("acceptNotAsked");
    assertThat(opensWith(story, "reviewer", "acceptNotAsked", "practitionersNotAsked"))
        .contains("police: Lou Invented, Team manager. Has left us.")
        .doesNotContain("police: Kim Invented");
    story.tries("reviewer", "acceptNotAsked", with("notAskedReasons", " ")).expect(400);
    story.does("reviewer", "acceptNotAsked", with("notAskedAccepted", false));
    assertThat(story.open()).contains("openFactualAccuracy").doesNotContain("answerComments");
    story.on(Desk.today().plusDays(1).toString()).does("manager", "openFactualAccuracy");
    assertThat(opensWith(story, "author-police", "checkFacts", "commentsSaid"))
        .as("what the agency said before the check was opened again")
        .contains("Page 2, section 4: The bruise was recorded in the week before");
    assertThat(opensWith(story, "author-police", "checkFacts", "readersKnown"))
        .contains("Kim Invented, ", "has read it")
        .doesNotContain("Lou Invented");
    assertThat(opensWith(story, "author-police", "checkFacts", rows))
        .as("only whoever is open is asked about")
        .contains("Lou Invented")
        .doesNotContain("Kim Invented");
    assertThat(story.tries("author-police", "checkFacts", with(rows, List.of())).expect(400).text())
        .contains("missing: Lou Invented")
        .doesNotContain("Kim Invented");
    Map<String, Object> louReads = with("readerName", "Lou Invented", "readerAnswer", "read");
    story
        .does(
            "author-police",
            "checkFacts",
            with(rows, List.of(louReads), "nothingToCorrect", true, "factComments", null))
        .goesOnUntil("answerComments");
    assertThat(opensWith(story, "reviewer", "answerComments", "commentAnswers"))
        .as("the comment of the first round waits for its answer")
        .contains("The bruise was recorded in the week before");
    assertThat(
            story.tries("reviewer", "answerComments", answers(story, List.of())).expect(400).text())
        .contains("comment 1 of");
    story.does("reviewer", "answerComments");
    assertThat(story.letters("cspr/comment-replies"))
        .filteredOn(letter -> letter.recipientKind().endsWith("police"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("Comment 1", "was taken from another record"));
  }

  @Test
  @Requirement("R-063")
  @DisplayName("that an agency finds wanting again is commented on with what has changed only")
  void qualityAgain() {
    Story story = begun(SOUTH_GLOUCESTERSHIRE).goesOnUntil("openFactualAccuracy");
    story.does("manager", "openFactualAccuracy");
    Map<String, Object> missing =
        with(
            "factPlace", "Section 3",
            "factKind", "quality",
            "factComment", "Nothing is said of what the child wished.");
    story.does(
        "author-police", "checkFacts", with("qualityView", "no", "factComments", List.of(missing)));
    story.does("author-health", "checkFacts", with("nothingToCorrect", true));
    story.goesOnUntil("answerComments");
    story
        .does("reviewer", "answerComments")
        .goesOnUntil("assureQuality")
        .does(
            "subgroup",
            "assureQuality",
            with("qualityAgreed", false, "qualityReasons", "Look at section 3 again."))
        .does("reviewer", "writeDraft")
        .does("manager", "recordTeamOutcome", with("factsToBeChecked", true))
        .goesOnUntil("openFactualAccuracy")
        .does("manager", "openFactualAccuracy");

    assertThat(opensWith(story, "author-police", "checkFacts", "qualitySaidBefore"))
        .contains("Section 3: Nothing is said of what the child wished.")
        .contains("Answer (accepted): ");
    assertThat(opensWith(story, "author-health", "checkFacts", "qualitySaidBefore")).isEmpty();
    Map<String, Object> again = with("qualityView", "no", "nothingToCorrect", true);
    assertThat(story.tries("author-police", "checkFacts", again).expect(400).text())
        .contains("say what has changed in this draft, or what is still missing");
    again.put("qualityChanged", "Her brother's wishes are not there yet.");
    story.does("author-police", "checkFacts", again).goesOnUntil("answerComments");
    assertThat(opensWith(story, "reviewer", "answerComments", "commentAnswers"))
        .contains("Her brother's wishes are not there yet.")
        .contains("Said before: Nothing is said of what the child wished.");
  }

  @Test
  @Requirement({"R-061", "R-070"})
  @DisplayName("is followed to its publication by the members, who tell their practitioners")
  void membersGoOn() {
    Story story =
        begun(SOUTH_GLOUCESTERSHIRE)
            .goesOnUntil(
                "planPublication", Set.of("sayForPublication", "keepContact", "endMembersAnswers"));
    assertThat(story.open()).contains("sayForPublication", "keepContact");
    Map<String, Object> alone = with("contactName", "Kim Invented", "contactHow", "spoken");
    assertThat(
            story
                .tries("author-police", "keepContact", with("practitionerContacts", List.of(alone)))
                .expect(400)
                .text())
        .contains("missing: Lou Invented");
    story.does("author-police", "keepContact");
    assertThat(
            story
                .tries("manager", "planPublication", with("membersNotWaitedFor", null))
                .expect(400)
                .text())
        .contains("wait for what the members say", "missing: South Gloucestershire");
    story.does("author-police", "sayForPublication");
    assertThat(opensWith(story, "manager", "planPublication", "membersOnPublication"))
        .contains("police: A sister goes to school nearby", "has not answered yet");
    story.does("manager", "planPublication");
    story.tries("manager", "endMembersAnswers", with("wentOnReasons", " ")).expect(400);
    story.does("manager", "endMembersAnswers");
    assertThat(story.open())
        .doesNotContain("sayForPublication", "keepContact", "endMembersAnswers");
    story.goesOnUntil("publishReport").does("manager", "publishReport");
    assertThat(story.open()).as("there is news again").contains("keepContact");
  }

  @Test
  @Requirement({
    "R-023", "R-024", "R-025", "R-044", "R-094", "R-109", "R-162", "R-063", "R-064", "R-139",
    "R-140"
  })
  @DisplayName("is not agreed with a name in it, or without what the law asks for")
  void quality() {
    Story story = begun(STAFFORDSHIRE).goesOnUntil("answerComments");
    List<Map<String, Object>> named = Pdf.of("Linden was well.", "Robin went to nursery.");
    story.does("reviewer", "answerComments", with("draftReport", named));
    story.tries("manager", "confirmTeamHasSeen", with("teamHadFinalDraft", false)).expect(400);
    story.does("manager", "confirmTeamHasSeen");
    assertThat(opensWith(story, "subgroup", "assureQuality", "namesFound"))
        .isEqualTo("The draft seems to hold the name of a child (page 2).");
    assertThat(story.tries("subgroup", "assureQuality", with()).expect(400).text())
        .contains("the name of a child (page 2)", "say in words why no one is named")
        .doesNotContain("Robin");
    CHECKS.forEach(
        (check, fault) ->
            assertThat(
                    story
                        .tries(
                            "subgroup",
                            "assureQuality",
                            with(check, "no", "nameHitsExplained", "The bird on the playground."))
                        .expect(400)
                        .text())
                .contains(check, fault, "cannot be agreed; return it"));
    for (String where :
        List.of(
            "checkTermsWhere",
            "checkChildVoiceWhere",
            "checkFamilyVoiceWhere",
            "checkToneWhere",
            "checkGuidanceWhere")) {
      story
          .tries(
              "subgroup",
              "assureQuality",
              with(where, null, "nameHitsExplained", "The bird on the playground."))
          .expect(400);
    }
    story.tries("subgroup", "assureQuality", with("qualityAgreed", false)).expect(400);
    story.does(
        "subgroup",
        "assureQuality",
        with(
            "qualityAgreed",
            false,
            "qualityReasons",
            "The child is named on page 2.",
            "checkTone",
            "no",
            "checkToneWhere",
            "Page 4: the nurse is blamed"));
    assertThat(opensWith(story, "reviewer", "writeDraft", "draftReturnedBecause"))
        .isEqualTo(
            "The child is named on page 2.\n"
                + "The report blames someone, or is not written for learning"
                + " (Page 4: the nurse is blamed).");

    story
        .does("reviewer", "writeDraft", with("draftReport", Pdf.of("A robin sat there.", "")))
        .does("manager", "recordTeamOutcome", with("factsToBeChecked", false))
        .does("reviewer", "completeContents")
        .does("manager", "confirmTeamHasSeen");
    assertThat(opensWith(story, "subgroup", "assureQuality", "namesFound"))
        .startsWith("None of the names that the case file knows");
    story.does("subgroup", "assureQuality");

    story.does(
        "executive",
        "decideSignOff",
        with("signOffDecision", "return", "signOffReturnReasons", "Say who pays."));
    assertThat(opensWith(story, "reviewer", "writeDraft", "draftReturnedBecause"))
        .isEqualTo("Say who pays.");
    story
        .does("reviewer", "writeDraft", with("draftReport", Pdf.of("", "")))
        .does("manager", "recordTeamOutcome", with("factsToBeChecked", false))
        .does("reviewer", "completeContents")
        .does("manager", "confirmTeamHasSeen");
    assertThat(story.tries("subgroup", "assureQuality", with()).expect(400).text())
        .contains("a picture without words");
    story.does(
        "subgroup",
        "assureQuality",
        with("nameHitsExplained", "We read every page and found none."));
    assertThat(story.open()).contains("decideSignOff");
  }

  @Test
  @Requirement({
    "R-024", "R-096", "R-097", "R-137", "D-04", "D-06", "D-27", "R-026", "R-053", "R-098"
  })
  @DisplayName("is signed off with a day that leaves the bodies their time, and kept as it is")
  void signedOff() {
    Story story = begun(ESSEX).goesOnUntil("completeContents");
    story.tries("reviewer", "completeContents", with("policyToChange", null)).expect(400);
    story.tries("reviewer", "completeContents", with("policyToChange", true)).expect(400);
    story.does("reviewer", "completeContents", policyToChange()).goesOnUntil("decideSignOff");
    ReadingCopy executive = copy(story, "role:executive");
    story.user("executive").get("/copies/" + executive.id()).expect(200);
    String today = Desk.today().toString();
    assertThat(
            story
                .tries("executive", "decideSignOff", with("publicationPlannedOn", today))
                .expect(400)
                .text())
        .contains("7 full working days before", "the earliest date is");
    story.tries("executive", "decideSignOff", with("keyLearningPresented", false)).expect(400);
    story.tries("executive", "decideSignOff", with("mediaStatement", null)).expect(400);
    story.tries("executive", "decideSignOff", with("publicationPlannedOn", null)).expect(400);
    story
        .tries("executive", "decideSignOff", with("agreementPolice", "does-not-agree"))
        .expect(400);
    assertThat(story.tries("executive", "decideSignOff", notPublished()).expect(400).text())
        .contains("not one of the answers offered");
    assertThat(
            story
                .tries("executive", "decideSignOff", with("leaderBriefedPoliceOn", null))
                .expect(400)
                .text())
        .contains("the senior leader of the police has not been briefed")
        .doesNotContain("of health", "of the local authority has");
    story.does(
        "executive",
        "decideSignOff",
        with(
            "leaderBriefedPoliceOn",
            null,
            "leadersNotBriefedReasons",
            "The police leader took office today and reads the report this week."));
    List<Map<String, Object>> actions = planned(story);
    assertThat(
            story.tries("executive", "agreeActions", with("actions", actions)).expect(400).text())
        .contains("no action answers recommendation P1");
    Map<String, Object> policy = new LinkedHashMap<>(actions.get(0));
    policy.put("actionRecommendation", "P1");
    assertThat(
            story
                .tries(
                    "executive",
                    "agreeActions",
                    with("actions", List.of(actions.get(0), actions.get(1), policy)))
                .expect(400)
                .text())
        .contains("no action answers recommendation L");
    List<Map<String, Object>> all = new ArrayList<>(actions);
    all.add(policy);
    story.does("executive", "agreeActions", with("actions", all));
    Document last = drafts(story).get(drafts(story).size() - 1);
    assertThat(documents(story, "final-report"))
        .singleElement()
        .satisfies(report -> assertThat(report.sha256()).isEqualTo(last.sha256()));
    assertThat(desk.the(Copies.class).of(story.reference)).allMatch(ReadingCopy::isRevoked);
    story.user("executive").get("/copies/" + executive.id()).expect(410);
    story.trailTells("was filed as the Overview Report, SHA-256 " + last.sha256());
    assertThat(story.letters("cspr/report-signed-off"))
        .hasSize(8)
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("the ESCB Executive has signed off the Overview Report"));
    assertThat(notToPublish(story)).contains(false).doesNotContain(true);
  }

  @Test
  @Requirement({"R-137", "R-147"})
  @DisplayName("is not published where the executive asks for that and says why")
  void notToBePublished() {
    Story story = begun(SOUTH_GLOUCESTERSHIRE).goesOnUntil("decideSignOff");
    story
        .tries("executive", "decideSignOff", with("signOffDecision", "ask-not-to-publish"))
        .expect(400);
    story.does("executive", "decideSignOff", notPublished());
    assertThat(documents(story, "final-report")).hasSize(1);
    assertThat(desk.the(Copies.class).of(story.reference)).allMatch(ReadingCopy::isRevoked);
    assertThat(notToPublish(story)).contains(true);
  }

  /** A case in which everyone has been heard and the first draft is to be written. */
  private Story begun(String partnership) {
    return story(partnership, "2026-05-11").referredBy("manager", with()).goesOnUntil("writeDraft");
  }

  private static Map<String, Object> policyToChange() {
    return with(
        "policyToChange",
        true,
        "policyUnchangedReasons",
        null,
        "policyChanges",
        List.of(
            with(
                "policyName", "Bruising procedure",
                "policyChange", "It names children up to two.",
                "policyOwner", "Integrated care board")));
  }

  /** The actions of the samples: one for each recommendation, and one that follows up learning. */
  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> planned(Story story) {
    return (List<Map<String, Object>>)
        story.filledIn("executive", story.task("executive", "agreeActions"), with()).get("actions");
  }

  private static Map<String, Object> notPublished() {
    return with(
        "signOffDecision", "ask-not-to-publish",
        "nonPublicationGrounds", List.of("living-child", "identifiability"),
        "nonPublicationReasons", "The sister would be recognised at her school.",
        "publicationOptionsConsidered", "Leaving out the places would not be enough.");
  }

  private static Map<String, Object> answers(Story story, List<?> rows) {
    return with("each of commentAnswers", null, "commentAnswers", rows);
  }

  private static Map<String, Object> comment(Story story) {
    Object rows =
        story
            .filledIn("reviewer", story.task("reviewer", "answerComments"), answersAsOpened())
            .get("commentAnswers");
    Map<String, Object> row = new LinkedHashMap<>();
    ((Map<?, ?>) ((List<?>) rows).get(0)).forEach((key, cell) -> row.put((String) key, cell));
    return row;
  }

  private static Map<String, Object> answersAsOpened() {
    return with("each of commentAnswers", null);
  }

  /** What a field of a form holds when it opens, as text. */
  private static String opensWith(Story story, String who, String task, String field) {
    String id = story.task(who, task).path("id").asText();
    return story.user(who).formVariables(id).expect(200).body().path(field).path("value").asText();
  }

  private static String story(String page, Story story) {
    return "/case/" + story.reference + "/" + page;
  }

  /** The copy of a holder that can be read now. */
  private ReadingCopy copy(Story story, String holder) {
    return desk.the(Copies.class).of(story.reference).stream()
        .filter(copy -> copy.holder().equals(holder) && copy.isOpen(Desk.today()))
        .findFirst()
        .orElseThrow();
  }

  private static Answer revoke(Story story, String who, ReadingCopy copy, String reason) {
    String page = story("copies", story);
    return story
        .user(who)
        .submitPage(page, page + "/revocation", with("copy", copy.id(), "reason", reason));
  }

  /** The page that the business manager sees afterwards. */
  private static String prolong(Story story, ReadingCopy copy, String until) {
    String page = story("copies", story);
    story
        .user("manager")
        .submitPage(page, page + "/prolongation", with("copy", copy.id(), "until", until))
        .expect(302);
    return story.user("manager").get(page).expect(200).text();
  }

  private List<Document> drafts(Story story) {
    return documents(story, "draft-report");
  }

  private List<Document> documents(Story story, String kind) {
    return desk.the(Documents.class).of(story.reference).stream()
        .filter(document -> document.kind().equals(kind))
        .toList();
  }

  private List<Object> notToPublish(Story story) {
    return desk
        .the(HistoryService.class)
        .createHistoricVariableInstanceQuery()
        .variableName("notToPublish")
        .list()
        .stream()
        .filter(
            variable ->
                desk.the(HistoryService.class)
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(variable.getProcessInstanceId())
                        .processInstanceBusinessKey(story.reference)
                        .count()
                    == 1)
        .map(variable -> variable.getValue())
        .toList();
  }
}
