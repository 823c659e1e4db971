package org.practicereview.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.practicereview.work.Urgency;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets someone put a task out of their sight until a day, with a note that they alone read. What is
 * about a child's safety, or late, is not put away, and nothing for longer than it is due.
 */
@Service
public class SetAside {

  /** The longest note. */
  public static final int LONGEST = 500;

  private static final int LONGEST_DAYS = 90;

  private final JdbcClient jdbc;
  private final WorkItems items;
  private final Clock clock;

  SetAside(JdbcClient jdbc, WorkItems items, Clock clock) {
    this.jdbc = jdbc;
    this.items = items;
    this.clock = clock;
  }

  /** Until when a task is put away, and why. */
  public record Kept(String taskId, LocalDate until, String note) {}

  /** What someone has noted about some tasks. */
  public Map<String, Kept> of(Collection<String> taskIds, String userId) {
    if (taskIds.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select * from review.set_aside where user_id = :user and task_id in (:tasks)")
        .param("user", userId)
        .param("tasks", taskIds)
        .query(
            (row, number) ->
                new Kept(
                    row.getString("task_id"),
                    row.getObject("until_on", LocalDate.class),
                    row.getString("note")))
        .list()
        .stream()
        .collect(Collectors.toMap(Kept::taskId, one -> one));
  }

  /**
   * Puts a task away until a day.
   *
   * @param until the day on which it is shown again
   * @param groups the groups of the reader
   * @throws NotThere if it is not theirs
   * @throws Refused if it cannot wait so long; nothing is changed then
   */
  @Transactional
  public void keep(
      String taskId, LocalDate until, String note, String userId, Collection<String> groups) {
    WorkItem item =
        items.named(List.of(taskId)).stream()
            .filter(one -> isTheirs(one, userId, groups))
            .findFirst()
            .orElseThrow(() -> new NotThere("There is no such task"));
    check(item, until, note);
    back(taskId, userId);
    jdbc.sql("insert into review.set_aside (task_id, user_id, until_on, note) values (?, ?, ?, ?)")
        .params(taskId, userId, until, note.strip())
        .update();
  }

  private static boolean isTheirs(WorkItem item, String userId, Collection<String> groups) {
    return Objects.equals(item.assignee(), userId)
        || item.assignee() == null
            && (item.people().contains(userId)
                || item.groups().stream().anyMatch(groups::contains));
  }

  private void check(WorkItem item, LocalDate until, String note) {
    LocalDate today = LocalDate.now(clock);
    if (Urgency.isSafety(item.priority())) {
      throw new Refused("A task about a child's safety cannot be set aside");
    }
    if (item.dueOn() != null && item.dueOn().isBefore(today)) {
      throw new Refused("This task is late and cannot be set aside");
    }
    if (until == null || !until.isAfter(today)) {
      throw new Refused("Enter a day after today until which you set the task aside");
    }
    if (item.dueOn() != null && until.isAfter(item.dueOn())) {
      throw new Refused("Set the task aside until the day it is due, or before");
    }
    if (until.isAfter(today.plusDays(LONGEST_DAYS))) {
      throw new Refused("A task can be set aside for " + LONGEST_DAYS + " days at most");
    }
    if (note.strip().length() > LONGEST) {
      throw new Refused("A note can have up to " + LONGEST + " characters");
    }
  }

  /** Shows a task again. */
  @Transactional
  public void back(String taskId, String userId) {
    jdbc.sql("delete from review.set_aside where task_id = ? and user_id = ?")
        .params(taskId, userId)
        .update();
  }
}
