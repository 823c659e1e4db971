package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.decided;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Chapters.viewed;
import static org.practicereview.journey.Story.with;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;

@DisplayName("Every task of every process")
class EveryStepRefusesTheWrongRoleTest extends StoryTest {

  private static final Map<String, Object> REQUEST =
      with("writtenRequest", true, "requestText", "The first draft.", "requestDueOn", "today+10");

  /** What the forms of the stages that come later ask for. */
  private static final Map<String, Object> LATER =
      with(
          "practiceReviewFinishedOn", "today",
          "practiceReviewSummary", "The review was carried out.",
          "familyTold", true,
          "reportSentToPanelOn", "today",
          "publishedOn", "today",
          "learningSharedOn", "today",
          "followUpFinishedOn", "today",
          "followUpSummary", "Handovers are written now.");

  private static final Set<String> WATCHES =
      Set.of("es-oversight", "es-manager", "st-oversight", "st-manager");

  private static final Pattern AGENCY_PERSON = Pattern.compile("..-(author|approver)-.*");

  private final Set<String> looked = new TreeSet<>();

  @Test
  @DisplayName("is seen and done by those whose task it is, and by nobody else of the partnership")
  void everyTask() {
    Story story = story(ESSEX, "2026-05-11").watchedBy(this::look);
    underReview(story)
        .does("head", "protectChildrenNow")
        .does("learning", "shareEarlyLearning")
        .does("manager", "chooseAgencies", with("agencies", List.of("education")))
        .does("author-education", "confirmInvolvement")
        .does("author-education", "completeReturn")
        .does("approver-education", "approveReturn");
    story.presses("health", "withdrawal", with("reasons", "The facts have changed.")).expect(200);
    story
        .does("police", "approveWithdrawal", with("withdrawalApproved", false))
        .on("2026-06-03")
        .does("manager", "explainDelay")
        .does("head", "approveDelayLetter")
        .does("manager", "prepareReport")
        .does("la", "signOffReport", with("signedOff", false, "signOffChangesNeeded", "A date."))
        .does("manager", "reviseReport");
    Chapters.signedOffAndSent(story)
        .does("manager", "recordPanelResponse", with("panelResponse", "asks-further-information"))
        .does("manager", "answerPanelQuestions")
        .does("head", "approvePanelAnswers")
        .does("manager", "recordPanelResponse", with("panelResponse", "disagrees"))
        .does("health", "reconsiderRecommendation")
        .does("la", "decideToInitiate")
        .does("manager", "approveOutcomeLetter");
    Chapters.commissioned(story)
        .on("2026-07-01")
        .does("manager", "checkTimeAndQuality", REQUEST)
        .does("police", "approveRequest")
        .does("manager", "holdScopingMeeting")
        .does("reviewer", "draftTerms")
        .does("manager", "setTimetable")
        .does("reviewer", "planFamilyContact")
        .does("manager", "choosePseudonym")
        .does("la", "agreeTerms", with("termsAgreed", false, "termsChangesNeeded", "A date."))
        .does("manager", "reviseTerms")
        .does("la", "agreeTerms")
        .does("manager", "prepareAgencyLetters")
        .does("head", "approveSeniorManagerLetters")
        .does("manager", "recordCommitments")
        .does("manager", "confirmTerms")
        .on("2026-11-02")
        .does("reviewer", "carryOutPracticeReview", LATER)
        .does("communications", "publishReport", LATER)
        .does("learning", "followUpLearning", LATER);
    story.hasEnded("practice-review-complete");

    Story another = story(STAFFORDSHIRE, "2026-05-11").watchedBy(this::look);
    decided(viewed(another.referredBy("manager", with())), "outcome", "alternative-review")
        .does("manager", "carryOutAlternativeReview");

    Story third = story(STAFFORDSHIRE, "2026-05-11").watchedBy(this::look);
    asked(underReview(third), "education")
        .does("author-education", "confirmInvolvement")
        .does("author-education", "putAlertOnRecords");

    assertThat(looked).isEqualTo(allTasks());
  }

  private void look(Story story) {
    for (Task task : desk.tasks(story.reference)) {
      if (looked.add(task.getTaskDefinitionKey())) {
        Set<String> may = candidates(task, story.partnership);
        assertThat(may).as(task.getName()).isNotEmpty();
        int answers = desk.the(Answers.class).of(story.reference).size();
        for (String user : people(story.partnership)) {
          if (!may.contains(user)) {
            isRefused(desk.user(user), task, story);
          }
        }
        assertThat(desk.the(Answers.class).of(story.reference)).hasSize(answers);
      }
    }
  }

  private static void isRefused(TasklistUser user, Task task, Story story) {
    // Those who watch over the work see that there is a task, and no more.
    if (!WATCHES.contains(user.userId())) {
      assertThat(user.tasks(story.reference))
          .as(user.userId() + " sees " + task.getName())
          .noneMatch(seen -> seen.path("id").asText().equals(task.getId()));
    }
    assertThat(user.formVariables(task.getId()).status())
        .as(user.userId() + " opens " + task.getName())
        .isIn(403, 404);
    assertThat(user.submitForm(task.getId(), with()).status())
        .as(user.userId() + " does " + task.getName())
        .isIn(403, 404);
  }

  private Set<String> candidates(Task task, String partnership) {
    return desk.the(TaskService.class).getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .flatMap(
            group ->
                ids(
                    desk.the(IdentityService.class)
                        .createUserQuery()
                        .memberOfGroup(group)
                        .memberOfTenant(partnership)
                        .list()))
        .collect(Collectors.toSet());
  }

  /** Everybody in a partnership; of the agencies' people, those of two agencies. */
  private List<String> people(String partnership) {
    return ids(desk.the(IdentityService.class).createUserQuery().memberOfTenant(partnership).list())
        .filter(user -> !user.equals("modeller"))
        .filter(
            user ->
                !AGENCY_PERSON.matcher(user).matches()
                    || user.endsWith("education")
                    || user.endsWith("police"))
        .toList();
  }

  private static Stream<String> ids(Collection<User> users) {
    return users.stream().map(User::getId);
  }

  /** The ids of all user tasks of the models that are deployed. */
  private Set<String> allTasks() {
    RepositoryService repository = desk.the(RepositoryService.class);
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .map(definition -> repository.getBpmnModelInstance(definition.getId()))
        .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
        .map(UserTask::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
