package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.practicereview.casefile.Answers;

/**
 * Everyone in the partnership whose task it is not. The first time any story meets a task, each of
 * them tries to see it, to open its form and to do it. Whoever works on one story leaves them out
 * with {@code -Dstories.onlookers=false}; the whole build never does.
 */
final class Onlookers {

  private static final Pattern WATCHES = Pattern.compile("..-(oversight|manager)");
  private static final Pattern AGENCY_PERSON = Pattern.compile("..-(author|approver)-.*");
  private static final boolean LOOK = !"false".equals(System.getProperty("stories.onlookers"));

  private Onlookers() {}

  static void areRefused(Story story) {
    for (Task task : LOOK ? story.desk.tasks(story.reference) : List.<Task>of()) {
      String process =
          story
              .desk
              .the(RepositoryService.class)
              .getProcessDefinition(task.getProcessDefinitionId())
              .getKey();
      if (Told.TASKS.first(process, task.getTaskDefinitionKey())) {
        Collection<String> may = story.desk.candidates(task);
        assertThat(may).as(task.getName()).isNotEmpty();
        int answers = story.desk.the(Answers.class).of(story.reference).size();
        for (String user : people(story)) {
          if (!may.contains(user)) {
            isRefused(story.desk.user(user), task, story);
          }
        }
        assertThat(story.desk.the(Answers.class).of(story.reference)).hasSize(answers);
      }
    }
  }

  private static void isRefused(TasklistUser user, Task task, Story story) {
    // Those who watch over the work see that there is a task, and no more.
    if (!WATCHES.matcher(user.userId()).matches()) {
      assertThat(user.tasks(story.reference))
          .as(user.userId() + " sees " + task.getName())
          .noneMatch(seen -> seen.path("id").asText().equals(task.getId()));
    }
    assertThat(user.formVariables(task.getId()).status())
        .as(user.userId() + " opens " + task.getName())
        .isIn(403, 404);
    assertThat(user.submitForm(task.getId(), Story.with()).status())
        .as(user.userId() + " does " + task.getName())
        .isIn(403, 404);
  }

  /** Everyone in a partnership; of the agencies' people, those of two agencies. */
  private static List<String> people(Story story) {
    return story
        .desk
        .the(IdentityService.class)
        .createUserQuery()
        .memberOfTenant(story.partnership)
        .list()
        .stream()
        .map(User::getId)
        .filter(user -> !user.endsWith("modeller"))
        .filter(
            user ->
                !AGENCY_PERSON.matcher(user).matches()
                    || user.endsWith("education")
                    || user.endsWith("police"))
        .toList();
  }
}
