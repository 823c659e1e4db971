package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.ClockState;
import org.practicereview.register.Matter;
import org.practicereview.register.Matters;
import org.practicereview.register.ParallelProceedings;
import org.practicereview.requirements.Requirement;

@DisplayName("Parallel proceedings")
class ProceedingsStoriesTest extends StoryTest {

  private static final String FIRST = "item:parallel-proceedings-1";
  private static final String SECOND = "item:parallel-proceedings-2";
  private static final Map<String, Object> HOLD =
      with(
          "publicationHeld",
          true,
          "holdAskedBy",
          "The prosecutor",
          "holdReasons",
          "A jury must not read it.");

  @Test
  @Requirement({"R-068", "R-069"})
  @DisplayName("stay in the register, are asked about again and again, and end with their outcome")
  void untilTheyEnd() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    known(story, "manager");
    story
        .tries("manager", "registerProceedings", with("proceedingsNextCheckOn", "2026-05-01"))
        .expect(400);
    story.tries("manager", "registerProceedings", with("publicationHeld", true)).expect(400);
    story.tries("manager", "registerProceedings", with("proceedingsOwner", " ")).expect(400);
    story
        .tries("manager", "registerProceedings", with("proceedingsConfidentiality", false))
        .expect(400);
    story.does("manager", "registerProceedings", with("proceedingsNextCheckOn", "2026-06-12"));
    assertThat(story.clock("proceedings-check", FIRST).dueOn()).isEqualTo("2026-06-12");
    assertThat(story.open()).doesNotContain("checkProceedings");
    story.on("2026-06-11");
    assertThat(story.open()).doesNotContain("checkProceedings");
    story.on("2026-06-12");
    assertThat(story.open()).contains("checkProceedings");
    story.on("2026-06-13");
    assertThat(story.letters("notices/clock-overdue"))
        .as("a call that was forgotten is not silent")
        .anySatisfy(notice -> assertThat(story.wording(notice)).contains("parallel"));

    story.tries("manager", "checkProceedings", with("contactSaid", null)).expect(400);
    story.does("manager", "checkProceedings", with("proceedingsNextCheckOn", "2026-07-10"));
    assertThat(story.open()).doesNotContain("checkProceedings");
    assertThat(story.clock("proceedings-check", FIRST).dueOn()).isEqualTo("2026-07-10");

    story.on("2026-07-10");
    story.tries("manager", "checkProceedings", with("proceedingsEnded", true)).expect(400);
    story.does(
        "manager",
        "checkProceedings",
        with("proceedingsEnded", true, "proceedingsOutcome", "No charge is brought."));
    assertThat(matters(story)).noneMatch(Matter::isOpen);
    assertThat(story.clock("proceedings-check", FIRST).state()).isEqualTo(ClockState.MET);
    story.trailTells(
        "Parallel proceedings 1 was entered in the register.", "Parallel proceedings 1 has ended.");
    assertThat(register(story, "manager")).contains("No charge is brought.", "Ended");
  }

  @Test
  @Requirement("R-068")
  @DisplayName("can hold publication, and only a second person lets it go on")
  void hold() {
    Story story = initiated(story(STAFFORDSHIRE, "2026-05-11"));
    known(story, "manager");
    story.does("manager", "registerProceedings", HOLD);
    assertThat(holds(story)).containsExactly(FIRST);
    story.on("2026-06-08");
    story.tries("manager", "checkProceedings", with("holdLiftingAsked", null)).expect(400);
    story.tries("manager", "checkProceedings", with("holdLiftingAsked", true)).expect(400);
    story.does("manager", "checkProceedings", lifting());
    assertThat(holds(story)).as("asked for is not lifted").containsExactly(FIRST);
    story.tries("head", "approveHoldLifting", with("holdLiftingApproved", false)).expect(400);
    story.does(
        "head",
        "approveHoldLifting",
        with("holdLiftingApproved", false, "proceedingsNextCheckOn", "2026-06-22"));
    assertThat(holds(story)).containsExactly(FIRST);
    assertThat(story.clock("proceedings-check", FIRST).dueOn()).isEqualTo("2026-06-22");

    story.on("2026-06-22").does("manager", "checkProceedings", lifting());
    story.does("la", "approveHoldLifting");
    assertThat(holds(story)).isEmpty();
    story.on("2026-07-20");
    story.does(
        "manager",
        "checkProceedings",
        with("holdAsked", true, "holdAskedBy", "The judge", "newHoldReasons", "A retrial."));
    assertThat(holds(story)).containsExactly(FIRST);
    story.on("2026-08-17");
    String task = story.task("manager", "checkProceedings").path("id").asText();
    assertThat(story.user("manager").formVariables(task).expect(200).text()).contains("A retrial.");
    story.trailTells(
        "Publication is held for parallel proceedings 1.",
        "Publication is no longer held for parallel proceedings 1.",
        "Publication is held for parallel proceedings 1.");
  }

  @Test
  @DisplayName("that end while they hold publication need the second person as well")
  void endedWhileHolding() {
    Story story = initiated(story(ESSEX, "2026-05-11"));
    known(story, "head");
    story.does("manager", "registerProceedings", HOLD).on("2026-06-08");
    Map<String, Object> ended =
        with(
            "proceedingsEnded", true, "proceedingsOutcome", "Convicted.", "holdLiftingAsked", null);
    story.tries("manager", "checkProceedings", ended).expect(400);
    ended.put("holdLiftingReasons", "The trial is over.");
    story.does("manager", "checkProceedings", ended);
    assertThat(matters(story)).allMatch(Matter::isOpen);
    story.does("police", "approveHoldLifting");
    assertThat(holds(story)).isEmpty();
    assertThat(matters(story)).noneMatch(Matter::isOpen);
  }

  @Test
  @Requirement("R-068")
  @DisplayName("of two kinds are kept apart: their words, their calls and their holds")
  void two() {
    Story story = initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    known(story, "manager");
    story.does("manager", "registerProceedings", HOLD);
    known(story, "manager");
    String task = story.task("manager", "registerProceedings").path("id").asText();
    assertThat(story.user("manager").formVariables(task).expect(200).text())
        .as("a new entry starts empty")
        .doesNotContain("Exampleshire Police", "jury");
    story.does(
        "manager",
        "registerProceedings",
        with(
            "proceedingsKind",
            "domestic-abuse-death-review",
            "proceedingsOwner",
            "Community safety partnership",
            "publicationHeld",
            true,
            "holdAskedBy",
            "Its chair",
            "holdReasons",
            "The Home Office looks at its report first.",
            "proceedingsNextCheckOn",
            "2026-07-01"));
    assertThat(story.clock("proceedings-check", FIRST).dueOn()).isEqualTo("2026-06-08");
    assertThat(story.clock("proceedings-check", SECOND).dueOn()).isEqualTo("2026-07-01");
    story.on("2026-06-08");
    String call = story.task("manager", "checkProceedings").path("id").asText();
    assertThat(story.user("manager").formVariables(call).expect(200).text())
        .contains("Exampleshire Police")
        .doesNotContain("Community safety partnership");
    story.does("manager", "checkProceedings", lifting()).does("health", "approveHoldLifting");
    assertThat(holds(story)).containsExactly(SECOND);
    assertThat(register(story, "manager"))
        .contains("Community safety partnership", "Exampleshire Police", "Home Office")
        .contains("Publication waits");
    assertThat(register(story, "executive"))
        .contains("Parallel proceedings 2", "Publication waits")
        .doesNotContain("Kit Invented", "Home Office");
    story.user("author-police").get("/case/" + story.reference + "/register").expect(404);
    story.desk.user("es-manager").get("/case/" + story.reference + "/register").expect(404);
  }

  @Test
  @DisplayName("keep the case open until they end")
  void keepOpen() {
    Story story = Chapters.withThePanel(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    known(story, "manager");
    story.does("manager", "registerProceedings", HOLD);
    Chapters.positioned(
            story.does("manager", "recordPanelResponse"), "initiationPosition", "no-review")
        .does("la", "decideToInitiate", with("practiceReviewInitiated", false))
        .does("manager", "approveOutcomeLetter");
    assertThat(story.caseFile().state()).isEqualTo("open");
    assertThat(holds(story)).containsExactly(FIRST);
    story
        .on(story.clock("proceedings-check", FIRST).dueOn().toString())
        .does(
            "manager",
            "checkProceedings",
            with(
                "proceedingsEnded",
                true,
                "proceedingsOutcome",
                "Convicted.",
                "holdLiftingReasons",
                "The trial is over."));
    assertThat(story.caseFile().state()).as("the hold is not lifted yet").isEqualTo("open");
    story.does("police", "approveHoldLifting").hasEnded("no-practice-review");
    story.trailTells("Parallel proceedings 1 has ended.");
  }

  @Test
  @DisplayName("that are open when a withdrawal closes the case leave a trace")
  void caseClosed() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    known(story, "manager");
    story.does("manager", "registerProceedings", HOLD);
    story
        .presses("la", "withdrawal", with("reasons", "The injury has a medical cause."))
        .expect(200);
    story.does("police", "approveWithdrawal");
    story.hasEnded("withdrawn");
    assertThat(matters(story)).noneMatch(Matter::isOpen);
    assertThat(holds(story)).isEmpty();
    story.trailTells(
        "Parallel proceedings 1 was still open when the case was closed.",
        "Publication was still held for parallel proceedings 1 when the case was closed.");
  }

  private static void known(Story story, String who) {
    story.presses(who, "events/parallel-proceedings", with()).expect(200);
  }

  private static Map<String, Object> lifting() {
    return with("holdLiftingAsked", true, "holdLiftingReasons", "The prosecutor agrees.");
  }

  private static java.util.List<Matter> matters(Story story) {
    return story.desk.the(Matters.class).of(story.reference);
  }

  private static java.util.List<String> holds(Story story) {
    return story.desk.the(ParallelProceedings.class).activeHolds(story.reference).stream()
        .map(ParallelProceedings.Hold::proceedings)
        .toList();
  }

  private static String register(Story story, String who) {
    return org.jsoup.Jsoup.parse(
            story.user(who).get("/case/" + story.reference + "/register").expect(200).text())
        .text();
  }
}
