package org.practicereview.security;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The lists that people see in Tasklist, most urgent first. Their expressions are the only ones
 * that a stored query may hold (see {@link GuardedExpressions}); which tasks a person sees in any
 * of them is decided by their rights, not by the list.
 */
class TasklistFilters {

  /** Priority of a task about a child's safety; the engine lists these first. */
  private static final int SAFETY = 100;

  private final FilterService filters;
  private final TaskService tasks;
  private final Provisioning provisioning;
  private final List<String> groups;

  TasklistFilters(
      FilterService filters, TaskService tasks, Provisioning provisioning, List<String> groups) {
    this.groups = groups;
    this.filters = filters;
    this.tasks = tasks;
    this.provisioning = provisioning;
  }

  /** Creates the lists that are missing, orders all of them, and lets every role read them. */
  void create() {
    Map<String, TaskQuery> queries = new LinkedHashMap<>();
    // A task can be offered to a person by name, too: they are involved as if it were theirs.
    // First, so that no one who signs in meets an empty list while there is work to do.
    queries.put(
        "All my work",
        open()
            .or()
            .taskInvolvedUserExpression("${currentUser()}")
            .taskCandidateGroupInExpression("${currentUserGroups()}")
            .endOr());
    queries.put("Act now: a child's safety", open().taskMinPriority(SAFETY));
    queries.put("My tasks", open().taskAssigneeExpression("${currentUser()}"));
    queries.put(
        "Tasks for my groups",
        open()
            .or()
            .taskInvolvedUserExpression("${currentUser()}")
            .taskCandidateGroupInExpression("${currentUserGroups()}")
            .endOr()
            .taskUnassigned());
    queries.put("Overdue", open().dueBeforeExpression("${now()}"));
    queries.put(
        "Due in the next three days",
        open().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(3)}"));
    queries.put(
        "Mail that did not arrive",
        open()
            .taskDefinitionKeyIn(
                "userTask_settleUrgentMail", "userTask_settleMail", "userTask_settleOtherMail"));
    queries.put("Everything I may see", open());
    List<String> colours =
        List.of(
            "#0b0c0c", "#d4351c", "#1d70b8", "#00703c", "#d4351c", "#f47738", "#d4351c", "#505a5f");
    int place = 0;
    for (Map.Entry<String, TaskQuery> query : queries.entrySet()) {
      create(query.getKey(), query.getValue(), colours.get(place), place * 10);
      place++;
    }
  }

  private TaskQuery open() {
    return tasks.createTaskQuery().active().orderByTaskPriority().desc().orderByDueDate().asc();
  }

  private void create(String name, TaskQuery query, String colour, int priority) {
    Filter filter = filters.createFilterQuery().filterName(name).singleResult();
    Map<String, Object> properties = new HashMap<>();
    if (filter == null) {
      properties.put("color", colour);
      properties.put("priority", priority);
      properties.put("refresh", true);
      properties.put("showUndefinedVariable", false);
      properties.put("variables", List.of());
      filter = filters.newTaskFilter(name).setProperties(properties);
    }
    // Also one that an earlier release made: its order may have changed since.
    filters.saveFilter(filter.setQuery(query));
    String id = filter.getId();
    groups.forEach(
        group -> provisioning.grant(group, Resources.FILTER, id, List.of(Permissions.READ)));
  }
}
