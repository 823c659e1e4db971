package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.underReview;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.oversight.Looks;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("What lists say is to be done")
class WorkItemsTest extends StoryTest {

  @Autowired private ApplicationContext service;

  @Test
  @DisplayName("is what the engine waits for, whatever a task goes through")
  void follows() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    assertThat(differing(story)).isEmpty();
    WorkItem report =
        items(story).stream()
            .filter(item -> item.task().equals("Prepare the report"))
            .findFirst()
            .orElseThrow();
    assertThat(report.statutory()).isTrue();
    assertThat(report.law()).contains("Working Together");
    assertThat(report.groups()).containsExactly("south-gloucestershire.business-manager");

    TaskService engine = desk.the(TaskService.class);
    String task = story.task("manager", "prepareReport").path("id").asText();
    story.user("manager").claim(task).expect(204);
    assertThat(item(task).assignee()).isEqualTo("sg-manager");
    engine.addCandidateUser(task, "sg-head");
    engine.addCandidateGroup(task, "south-gloucestershire.executive");
    engine.deleteCandidateGroup(task, "south-gloucestershire.business-manager");
    engine.setPriority(task, 3);
    Task moved = engine.createTaskQuery().taskId(task).singleResult();
    moved.setDueDate(Date.from(Instant.parse("2026-07-01T10:00:00Z")));
    engine.saveTask(moved);
    assertThat(item(task).people()).containsExactly("sg-head");
    assertThat(item(task).groups()).containsExactly("south-gloucestershire.executive");
    assertThat(item(task).dueOn()).isEqualTo("2026-07-01");
    assertThat(differing(story)).isEmpty();
    invariantsHold(story);
  }

  @Test
  @DisplayName("is not changed by what the engine takes back")
  void rollback() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    String task = story.task("manager", "chooseAgencies").path("id").asText();
    WorkItem before = item(task);
    desk.the(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              desk.the(TaskService.class).setAssignee(task, "sg-manager");
              status.setRollbackOnly();
            });
    assertThat(item(task)).isEqualTo(before);
  }

  @Test
  @DisplayName("is put right where it differs, and taken up from a database that has none of it")
  void putRight() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    List<WorkItem> before = items(story);
    assertThat(before).isNotEmpty();
    String some = before.get(0).taskId();

    rows.update("update review.work_item set stage = 'Other' where task_id = ?", some);
    rows.update("insert into review.work_offer values (?, 'PERSON', 'nobody')", some);
    rows.update(
        "insert into review.work_item select 'left-over', case_reference, partnership, task, stage,"
            + " assignee, due_on, statutory, law, priority, waiting_since from review.work_item"
            + " where task_id = ?",
        some);
    assertThat(Looks.forDifferingWork(service)).contains(some, "left-over");
    Looks.putWorkRight(service);
    assertThat(Looks.forDifferingWork(service)).isEmpty();
    assertThat(items(story)).isEqualTo(before);

    rows.update("delete from review.work_item");
    Looks.takesUpWork(service);
    assertThat(Looks.forDifferingWork(service)).isEmpty();
    assertThat(items(story)).isEqualTo(before);
  }

  private List<String> differing(Story story) {
    List<String> tasks = desk.tasks(story.reference).stream().map(Task::getId).toList();
    assertThat(tasks).hasSameSizeAs(items(story));
    return Looks.forDifferingWork(service).stream().filter(tasks::contains).toList();
  }

  private List<WorkItem> items(Story story) {
    return desk.the(WorkItems.class).of(List.of(story.reference));
  }

  private WorkItem item(String task) {
    return desk.the(WorkItems.class).named(List.of(task)).get(0);
  }
}
