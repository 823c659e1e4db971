package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.decided;
import static org.practicereview.journey.Chapters.notified;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("A referral")
class ReferralStoriesTest extends StoryTest {

  private static final List<String> DEATH = List.of("death");

  @Test
  @Requirement({"R-118", "R-164"})
  @DisplayName("by a family member is answered in plain words, without a word about others")
  void family() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11");
    story.referredOnThePublicPage(
        with(
            "referrerType", "family",
            "referrerName", "Grandmother Sample",
            "referrerEmail", "grandmother@family.example",
            "referrerRole", null,
            "referrerOrganisation", null));
    viewed(story);
    decided(story, "reasonsForReferrer", "What you told us is very serious.");

    Letter letter = story.letters("referral/decision").get(0);
    assertThat(letter.mail()).isNotNull();
    assertThat(story.wording(letter))
        .contains("Grandmother Sample", "What you told us is very serious.")
        .doesNotContain("Robin")
        .doesNotContain("our records show", "three contacts", "sister", "partner's", "Our records")
        .doesNotContain("A child was seriously harmed in the area")
        .doesNotContain("A review by one agency was considered");
  }

  @Test
  @DisplayName("gets a reference of its own when ten are the first of a year at once")
  void firstOfAYear() throws Exception {
    FirstReferences.tenAtOnce(story(ESSEX, "2029-03-05"), story(STAFFORDSHIRE, "2029-03-05"));
  }

  @Test
  @DisplayName("opens one case only, however often its page is loaded or its button pressed")
  void sentTwice() {
    Story story = story(STAFFORDSHIRE, "2026-05-11");
    String page = "/refer/" + STAFFORDSHIRE;
    String once =
        Jsoup.parse(story.desk.visitor().get(page).text()).select("input[name=once]").attr("value");
    Map<String, Object> sent = new HashMap<>(story.referral(with("once", once)));
    int before = cases(story);

    // A mistake does not use the form up.
    Map<String, Object> wrong = new HashMap<>(sent);
    wrong.put("childName", " ");
    story.desk.visitor().refers(STAFFORDSHIRE, wrong).expect(400);
    String first = story.desk.visitor().refers(STAFFORDSHIRE, sent).expect(200).text();
    String second = story.desk.visitor().refers(STAFFORDSHIRE, sent).expect(200).text();
    assertThat(second).isEqualTo(first).contains("Referral received");
    assertThat(cases(story)).isEqualTo(before + 1);

    sent.put("incidentOutline", "Something else.");
    assertThat(story.desk.visitor().refers(STAFFORDSHIRE, sent).expect(200).text())
        .contains(
            "You had sent this referral already", "What you changed since then was not taken");
    assertThat(cases(story)).isEqualTo(before + 1);
    story.desk.visitor().get(page + "/received?once=" + UUID.randomUUID()).expect(404);
    story.desk.visitor().refers(STAFFORDSHIRE, story.referral(with())).expect(200);
    assertThat(cases(story)).as("a form opened anew").isEqualTo(before + 2);
  }

  @Test
  @DisplayName("by staff opens one case only, however often its button is pressed")
  void sentTwiceByStaff() {
    Story story = story(STAFFORDSHIRE, "2026-05-11");
    TasklistUser manager = story.user("manager");
    String mark = UUID.randomUUID().toString();
    Map<String, Object> given = new HashMap<>(story.referral(with()));
    int before = cases(story);

    Map<String, Object> wrong = new HashMap<>(given);
    wrong.put("childName", " ");
    manager.startReferral(wrong, mark).expect(400);
    List<String> references =
        Stream.of(1, 2)
            .parallel()
            .map(click -> manager.startReferral(given, mark).expect(200))
            .map(answer -> answer.body().path("id").asText())
            .toList();
    assertThat(references.get(1)).isEqualTo(references.get(0));
    assertThat(cases(story)).isEqualTo(before + 1);

    given.put("incidentOutline", "Something else.");
    assertThat(manager.startReferral(given, mark).expect(409).text())
        .contains(references.get(0), "was not taken");
    assertThat(cases(story)).isEqualTo(before + 1);
    manager.startReferral(given, UUID.randomUUID().toString()).expect(200);
    assertThat(cases(story)).as("a form opened anew").isEqualTo(before + 2);
  }

  @Test
  @DisplayName("of a child who was referred before is shown as such, linked, and answered properly")
  void duplicate() {
    Map<String, Object> child =
        with("childName", "Zo\u00EB \u0141uczak", "childBornOn", "2024-02-03");
    Story first = story(STAFFORDSHIRE, "2026-05-11").referredOnThePublicPage(child);
    Story other =
        story(STAFFORDSHIRE, "2026-05-11")
            .referredOnThePublicPage(
                with(
                    "childName",
                    "Zoe Other",
                    "childBornOn",
                    "2020-01-01",
                    "incidentOn",
                    "today-9"));
    Story second =
        story(STAFFORDSHIRE, "2026-05-12")
            .referredOnThePublicPage(with("childName", "LUCZAK, Zoe", "childBornOn", "2024-02-03"));

    String task = second.task("manager", "screenReferral").path("id").asText();
    String shown =
        second
            .user("manager")
            .formVariables(task)
            .body()
            .path("likelyDuplicates")
            .path("value")
            .asText();
    assertThat(shown)
        .contains(
            first.reference + ", referred on 11 May 2026, open: same name, same date of birth")
        .doesNotContain(other.reference)
        .doesNotContain(second.reference);

    for (String wrong : List.of("ST-2026-9999", second.reference)) {
      second.tries("manager", "screenReferral", asDuplicateOf(wrong)).expect(400);
    }
    second.does("manager", "screenReferral", asDuplicateOf(first.reference.toLowerCase()));
    assertThat(second.page("manager")).doesNotContain("closed as a duplicate");
    second.does("head", "confirmScreeningOut");
    second.does("manager", "approveDecisionLetter");
    Letter letter = second.letters("referral/decision").get(0);
    assertThat(second.wording(letter))
        .contains("already know of this incident")
        .doesNotContain("does not describe a serious incident", first.reference);
    assertThat(second.page("manager")).contains("closed as a duplicate of " + first.reference);
    assertThat(first.page("manager"))
        .contains("The referral " + second.reference + " was closed as a duplicate of this one");
    second.trailTells("The referral was linked to " + first.reference + " as its duplicate.");
    first.trailTells("The referral " + second.reference + " was linked to this as a duplicate.");

    Story third = story(STAFFORDSHIRE, "2026-05-12").referredOnThePublicPage(child);
    assertThat(
            third
                .tries("manager", "screenReferral", asDuplicateOf(second.reference))
                .expect(400)
                .text())
        .contains("is itself a duplicate of " + first.reference);
  }

  private static Map<String, Object> asDuplicateOf(String reference) {
    return with(
        "referralAccepted",
        false,
        "referralRefusedReason",
        "We know of this from another referral.",
        "duplicateOf",
        reference,
        "viewsMeetingOn",
        null);
  }

  private static int cases(Story story) {
    return story.desk.the(CaseFiles.class).of(STAFFORDSHIRE).size();
  }

  @Test
  @Requirement("R-119")
  @DisplayName("that a partner agency made by telephone is taken down by staff")
  void callTakenDown() {
    Story story = story(STAFFORDSHIRE, "2026-05-11");
    story.referredBy(
        "head",
        with(
            "referrerType",
            "partner-agency",
            "referralRoute",
            "call",
            "replyToReferrer",
            false,
            "referrerEmail",
            null,
            "incidentOn",
            "today-5",
            "referralReceivedOn",
            "today-3"));
    assertThat(story.clock("referral-decision").triggerOn()).isEqualTo("2026-05-08");
    assertThat(story.letters("referral/acknowledgement")).isEmpty();
    decided(viewed(story));
    assertThat(story.letters("referral/decision")).isEmpty();
    assertThat(story.open()).containsExactly("completeNotification");
  }

  @Test
  @DisplayName("that is not taken further still has the child's safety checked")
  void refusedButSafe() {
    Story story = story(ESSEX, "2026-05-11").referredBy("manager", with());
    story.does("manager", "screenReferral", refused("It describes no serious harm."));
    story.does("head", "confirmScreeningOut");
    story.does("manager", "approveDecisionLetter");
    assertThat(story.open()).containsExactly("checkImmediateSafety");
    assertThat(story.caseFile().isOpen()).isTrue();

    story.does("head", "checkImmediateSafety");
    assertThat(story.letters("notices/urgent-safety")).isNotEmpty();
    story.hasEnded("not-notifiable");
  }

  @Test
  @DisplayName("is closed at screening only when the head of safeguarding agrees")
  void refusalConfirmed() {
    Story story = story(STAFFORDSHIRE, "2026-05-11").referredBy("manager", with());
    story.does("head", "checkImmediateSafety");
    story.does("manager", "screenReferral", refused("It describes no serious harm."));
    assertThat(story.open()).containsExactly("confirmScreeningOut");
    assertThat(story.letters("referral/decision")).isEmpty();
    assertThat(story.clock("referral-decision").isOpen()).isTrue();

    assertThat(
            story
                .tries("head", "confirmScreeningOut", with("screeningOutConfirmed", false))
                .expect(400)
                .text())
        .contains("screeningReturnReasons");
    story.does(
        "head",
        "confirmScreeningOut",
        with(
            "screeningOutConfirmed", false, "screeningReturnReasons", "The hospital suspects it."));
    assertThat(story.letters("referral/decision")).isEmpty();
    assertThat(story.filledIn("manager", story.task("manager", "screenReferral"), Map.of()))
        .containsEntry("screeningReturnReasons", "The hospital suspects it.")
        .containsEntry("referralRefusedReason", "It describes no serious harm.");

    story.does("manager", "screenReferral", refused("It was an accident."));
    // Whoever has both roles does not confirm what they found themselves.
    Answers answers = story.desk.the(Answers.class);
    FormAnswers by = answers.latest(story.reference, "screen-referral", "").orElseThrow();
    answers.store(
        new FormAnswers(
            by.caseReference(),
            by.form(),
            by.formVersion(),
            by.task(),
            by.scope(),
            by.values(),
            "st-head",
            by.at().plusSeconds(1)));
    assertThat(story.tries("head", "confirmScreeningOut", with()).expect(400).text())
        .contains("another person");
    assertThat(story.caseFile().isOpen()).isTrue();
  }

  private static String refusedOutcome(Story story, Object... decision) {
    return story.tries("head", "decideOutcome", with(decision)).expect(400).text();
  }

  private static Map<String, Object> refused(String reason) {
    return with(
        "referralAccepted",
        false,
        "referralRefusedReason",
        reason,
        "viewsMeetingOn",
        null,
        "harm",
        "not-serious");
  }

  @Test
  @Requirement("R-112")
  @DisplayName("that is not notifiable is closed with reasons")
  void notNotifiable() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11").referredBy("manager", with());
    assertThat(
            story
                .tries(
                    "manager",
                    "screenReferral",
                    with("referralAccepted", false, "referralRefusedReason", "No."))
                .expect(400)
                .text())
        .as("what has to be notified is not refused")
        .contains("the leads must see it");
    viewed(story, "harm", "not-serious", "abuseOrNeglect", "not-suspected");
    assertThat(story.filledIn("head", story.task("head", "decideOutcome"), Map.of()))
        .containsEntry("suggestedOutcome", "not-notifiable");
    assertThat(refusedOutcome(story, "outcome", "notifiable", "deviationReasons", null))
        .as("the rules suggest otherwise")
        .contains("deviationReasons")
        .doesNotContain("dissent");
    assertThat(refusedOutcome(story, "outcome", "not-notifiable", "dissent", null))
        .as("the leads hold another view")
        .contains("dissent")
        .doesNotContain("deviationReasons");
    assertThat(refusedOutcome(story, "outcome", "notify-without-review"))
        .contains("does not say that a looked-after child");
    decided(story, "outcome", "not-notifiable");
    story.hasEnded("not-notifiable");
    assertThat(story.wording(story.letters("referral/decision").get(0)))
        .contains("not notifiable")
        .contains("We agree that a child was seriously harmed");
  }

  @ParameterizedTest(name = "{1}")
  @DisplayName("can lead to another kind of review:")
  @CsvSource({
    "multi-agency, a multi-agency learning review",
    "single-agency, a review by a single agency",
    "audit, an audit",
    "learning-event, a learning event with practitioners"
  })
  void alternativeReview(String kind, String words) {
    Story story = story(STAFFORDSHIRE, "2026-05-11").referredBy("manager", with());
    viewed(story);
    for (String no : new String[] {null, "none"}) {
      story
          .tries(
              "head",
              "decideOutcome",
              with("outcome", "alternative-review", "alternativeReview", no))
          .expect(400);
    }
    decided(story, "outcome", "alternative-review", "alternativeReview", kind);
    assertThat(story.wording(story.letters("referral/decision").get(0))).contains(words);
    assertThat(
            OpenForm.asItOpens(
                story.user("manager"), story.task("manager", "planAlternativeReview")))
        .as("the kind that was decided")
        .containsEntry("alternativeReview", kind);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("about the death of someone in care is notified without a rapid review:")
  @CsvSource({
    "looked-after, looked-after-death, the death of a looked-after child",
    "care-leaver, care-leaver-death, the death of a care leaver"
  })
  void deathInCare(String status, String nature, String words) {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-05-11");
    story.referredBy(
        "manager",
        with(
            "careStatus", status, "childDied", true, "childDiedOn", "today-2", "harmKinds", DEATH));
    viewed(story, "harm", "died", "abuseOrNeglect", "not-suspected", "careStatus", status);
    assertThat(story.filledIn("head", story.task("head", "decideOutcome"), Map.of()))
        .containsEntry("suggestedOutcome", "notify-without-review");
    decided(story, "outcome", "notify-without-review");
    assertThat(story.tries("head", "completeNotification", with()).expect(400).text())
        .as("serious harm is not what was decided")
        .contains("notificationNature");
    Map<String, Object> child = new HashMap<>(theChild());
    child.putAll(with("childOutcome", "died", "careStatus", status));
    story.does(
        "head",
        "completeNotification",
        with(
            "notificationNature",
            nature,
            "abuseOrNeglect",
            "not-suspected",
            "children",
            List.of(child)));
    if (status.equals("looked-after")) {
      story.does("head", "linkChildDeathReview").does("head", "approveDeathReviewLetter");
    }
    assertThat(story.letters("notification/child-death-review"))
        .as("a care leaver is an adult")
        .hasSize(status.equals("looked-after") ? 1 : 0);
    story.does("head", "recordPartnersConsulted").does("head", "submitNotification");
    assertThat(story.letters("notification/partners-notice"))
        .allSatisfy(
            letter ->
                assertThat(letter.title() + story.wording(letter))
                    .contains(words)
                    .doesNotContainIgnoringCase("serious incident"));
    story.hasEnded("notified-without-review");
    assertThat(story.letters("rapidreview/partners-notice")).isEmpty();
    assertThat(story.letters("notification/partners-notice")).hasSize(3);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> theChild() {
    return ((List<Map<String, Object>>)
            SampleAnswers.packaged()
                .of("complete-notification", LocalDate.of(2026, 5, 11))
                .get("children"))
        .get(0);
  }

  private static Map<String, Object> newFacts(String knownOn) {
    return with(
        "facts", "The injury was no accident.", "knownOn", knownOn, "atRiskNow", "not-known");
  }

  @Test
  @DisplayName("that was closed is taken up again on new facts")
  void reopened() {
    Story story = story(ESSEX, "2026-05-11").referredBy("manager", with());
    decided(viewed(story), "outcome", "not-notifiable");
    story.hasEnded("not-notifiable");

    story.on("2026-06-15");
    story.presses("la", "reopening", with("facts", "New.")).expect(403);
    assertThat(story.caseFile().isOpen()).isFalse();

    for (String day : List.of("", "2026-06-16", "2026-01-01")) {
      assertThat(story.presses("head", "reopening", newFacts(day)).expect(200).text())
          .as(day)
          .contains("local authority", "Nothing was changed.");
      assertThat(story.caseFile().isOpen()).isFalse();
    }
    story.presses("head", "reopening", newFacts("2026-06-12")).expect(200);
    assertThat(story.caseFile().isOpen()).isTrue();
    assertThat(story.letters("referral/acknowledgement")).as("of the first time").hasSize(1);
    assertThat(story.wording(story.letters("referral/reopened").get(0)))
        .contains("New facts have come to light", "15 June 2026")
        .doesNotContain("no accident");
    // The time to decide and to notify count from the day these facts were known.
    assertThat(story.clock("referral-decision").dueOn()).isEqualTo("2026-06-17");
    for (String task : List.of("checkImmediateSafety", "screenReferral")) {
      String who = task.startsWith("check") ? "head" : "manager";
      assertThat(OpenForm.asItOpens(story.user(who), story.task(who, task)))
          .containsEntry("newFacts", "The injury was no accident.")
          .containsEntry("newFactsKnownOn", "2026-06-12");
    }
    assertThat(OpenForm.asItOpens(story.user("manager"), story.task("manager", "screenReferral")))
        .containsEntry("awareOn", "2026-06-12")
        .doesNotContainKey("referralAccepted");
    decided(viewed(story));
    assertThat(story.wording(story.letters("referral/decision").get(1)))
        .contains("This letter replaces our earlier one");
    assertThat(story.open()).containsExactly("completeNotification");
    assertThat(story.clock("serious-incident-notification").dueOn()).isEqualTo("2026-06-19");
    assertThat(story.presses("la", "withdrawal", with("reasons", "x")).expect(200).text())
        .as("nothing has been notified yet")
        .contains("No notification has been sent");
    notified(story);
    assertThat(story.wording(story.letters("notification/partners-notice").get(0)))
        .contains("new facts came to light", "became aware of the new facts", "12 June 2026");
    story.trailTells("closed", "reopened", "\"Decide the outcome\" was completed");
  }
}
