package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.scoped;
import static org.practicereview.journey.Chapters.writtenToAgencies;
import static org.practicereview.journey.Story.with;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.letters.Letter;
import org.practicereview.requirements.Requirement;

@DisplayName("The scope of a practice review")
class ScopingStoriesTest extends StoryTest {

  @Test
  @Requirement({"R-076", "R-077", "R-078", "R-087", "D-19"})
  @DisplayName("is revised until partners and team agree it, and every version is kept")
  void versions() {
    Story story = commissioned(initiated(story(ESSEX, "2026-05-11")));
    assertThat(story.open()).containsExactly("confirmInvolvement", "holdScopingMeeting");
    story
        .does("manager", "holdScopingMeeting")
        .does("reviewer", "draftTerms")
        .does("manager", "setTimetable")
        .does("manager", "planFamilyContact");
    assertThat(story.open()).contains("choosePseudonym").doesNotContain("agreeTerms");
    story.does("reviewer", "choosePseudonym");

    story.tries("police", "agreeTerms", with("termsAgreed", false)).expect(400);
    assertThat(version(story, "police", "agreeTerms")).isEqualTo(1);
    story
        .does(
            "police",
            "agreeTerms",
            with("termsAgreed", false, "termsChangesNeeded", "The school is missing."))
        .does("reviewer", "reviseTerms", with("termsPurpose", "A second purpose."));
    assertThat(version(story, "la", "agreeTerms")).isEqualTo(2);
    story.does("la", "agreeTerms");

    writtenToAgencies(story)
        .goesOnUntil("confirmTerms")
        .does(
            "manager",
            "confirmTerms",
            with("termsConfirmed", false, "termsTeamChanges", "The period is too short."))
        .does("manager", "reviseTerms", with("termsPurpose", "A third purpose."));
    assertThat(version(story, "manager", "confirmTerms")).isEqualTo(3);
    story.does("manager", "confirmTerms");
    assertThat(story.open()).doesNotContain("confirmTerms", "reviseTerms");
    assertThat(story.desk.the(Answers.class).of(story.reference))
        .filteredOn(given -> given.form().equals("draft-terms-of-reference"))
        .extracting(given -> given.values().get("termsPurpose"))
        .hasSize(3)
        .doesNotHaveDuplicates();
    assertThat(story.page("manager"))
        .contains("The child is called Linden in everything that leaves the case file.")
        .contains("The school is missing.", "The period is too short.");
    assertThat(story.clock("reviewer-monitoring").isOpen()).isTrue();
  }

  @Test
  @Requirement({"R-081", "D-19", "D-20"})
  @DisplayName("is agreed without a meeting where the partnership holds none")
  void withoutMeeting() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    assertThat(story.open())
        .containsExactly(
            "choosePseudonym",
            "confirmInvolvement",
            "draftTerms",
            "planFamilyContact",
            "setTimetable");
    scoped(story);
    assertThat(story.open())
        .contains("fixTeamMeetings")
        .doesNotContain("agreeTerms", "prepareAgencyLetters");
    assertThat(story.desk.the(CaseFacts.class).text(story.reference, "pseudonym"))
        .contains("Linden");
    assertThat(story.page("executive")).contains("Linden").doesNotContain("Robin Sample");
  }

  @Test
  @Requirement({"R-080", "R-083", "R-084", "R-085", "D-20"})
  @DisplayName("brings a letter to the senior manager of each agency that was involved")
  void seniorManagers() {
    Story story = initiated(story(ESSEX, "2026-05-11"));
    story.presses("manager", "agencies", with("agency", "health")).expect(200);
    story.presses("manager", "agencies", with("agency", "housing")).expect(200);
    story.does("author-housing", "confirmInvolvement", with("involved", false));
    commissioned(story)
        .does("manager", "holdScopingMeeting")
        .does("manager", "draftTerms")
        .does("manager", "setTimetable")
        .does("manager", "planFamilyContact")
        .does("manager", "choosePseudonym")
        .does("la", "agreeTerms");
    story.tries("manager", "prepareAgencyLetters", with("nominationsDueOn", null)).expect(400);
    story.does("manager", "prepareAgencyLetters");
    assertThat(story.letters("cspr/senior-manager"))
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter.sentBy()).isNull());
    story.does("head", "approveSeniorManagerLetters");
    assertThat(story.letters("cspr/senior-manager"))
        .allSatisfy(
            letter -> {
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.wording(letter))
                  .contains("Linden", "25 May 2026", "Enclosed: roles and responsibilities")
                  .contains("stays the same person for the whole review")
                  .contains("the practitioners who are asked to take part, the time they need")
                  .contains("Brief and support practitioners fully")
                  .doesNotContain("Robin Sample");
            })
        .extracting(Letter::recipientRole)
        .containsExactlyInAnyOrder(
            "Senior manager, Essex police",
            "Senior manager, Essex integrated care board and health providers");
    story.tries("manager", "recordCommitments", with("agencyCommitments", List.of())).expect(400);
    story.does("manager", "recordCommitments");
    assertThat(story.open()).contains("fixTeamMeetings");
  }

  @Test
  @Requirement({"R-076", "R-077", "R-078", "R-079", "R-081"})
  @DisplayName("is refused with no key line, with dates out of order, or with no pseudonym")
  void badInput() {
    Story story = commissioned(initiated(story(STAFFORDSHIRE, "2026-05-11")));
    story.tries("manager", "draftTerms", with("keyLines", List.of())).expect(400);
    story.tries("manager", "draftTerms", with("scopeTo", "2023-01-01")).expect(400);
    story.tries("manager", "draftTerms", with("reviewAgencies", List.of())).expect(400);
    story.tries("manager", "planFamilyContact", with("familyContactPlan", " ")).expect(400);
    story.tries("manager", "setTimetable", with("publicationPlannedOn", "2026-05-20")).expect(400);
    story.tries("manager", "setTimetable", with("reviewMeetings", null)).expect(400);
    story.tries("manager", "choosePseudonym", with("pseudonym", " ")).expect(400);
    assertThat(story.open()).contains("choosePseudonym", "draftTerms", "setTimetable");
  }

  /** The version that the form opens with. */
  private static int version(Story story, String who, String task) {
    String id = story.task(who, task).path("id").asText();
    return story
        .user(who)
        .formVariables(id)
        .expect(200)
        .body()
        .at("/approvedVersion/value")
        .asInt();
  }
}
