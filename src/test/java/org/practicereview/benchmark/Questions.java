package org.practicereview.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.practicereview.journey.TasklistUser;

/** What people ask on a working day: ours over HTTP with the whole page, the engine's in Java. */
final class Questions {

  private static final int DAILY = 50;

  private final TasklistUser large;
  private final TasklistUser small;
  private final PlainEngine plain;
  private final String largeGroup;
  private final List<Measure> measures = new ArrayList<>();

  Questions(TasklistUser large, TasklistUser small, PlainEngine plain, String largeGroup) {
    this.large = large;
    this.small = small;
    this.plain = plain;
    this.largeGroup = largeGroup;
  }

  /**
   * All of them.
   *
   * @param largeCase a case of the large partnership
   * @param smallCase one of the small one
   */
  List<Measure> about(String largeCase, String smallCase) {
    Runnable cases =
        plain(
            "managers",
            () -> {
              ProcessInstanceQuery all = instances().rootProcessInstances();
              all.count();
              all.orderByBusinessKey().asc().listPage(0, 50);
            });
    page("Cases, first page", "/cases", cases);
    page("Cases, late", "/cases?late=yes", null);
    page("Cases, open, by reference", "/cases?state=open&sort=reference&order=desc", null);
    page("Cases, by stage, grouped", "/cases?group=stage", null);
    page(
        "Cases, part of a reference",
        "/cases?q=999",
        plain("managers", () -> instances().processInstanceBusinessKeyLike("%999%").list()));
    page("My work", "/my-work", mine(() -> plain.page(plain.tasks(largeGroup))));
    page("Lists across cases: agencies", "/lists", null);
    page("Lists across cases: letters", "/lists?of=letters", null);
    page("Calendar", "/calendar", null);
    page("Outbox", "/outbox", null);
    page(
        "Oversight",
        "/oversight",
        plain("managers", () -> history().createHistoricProcessInstanceQuery().finished().count()));
    page(
        "Heat map",
        "/oversight/picture",
        plain(
            "managers",
            () ->
                plain
                    .engine
                    .getManagementService()
                    .createActivityStatisticsQuery(plain.definition())
                    .list()));
    add(
        "Case page",
        DAILY,
        () -> large.get("/case/" + largeCase).expect(200),
        () -> small.get("/case/" + smallCase).expect(200),
        plain("managers", () -> plain.history(plain.first())));
    tasklist(largeCase, smallCase);
    return measures;
  }

  private void tasklist(String largeCase, String smallCase) {
    for (String filter : List.of("All my work", "Overdue", "Everything I may see")) {
      String id = filter(filter);
      add(
          "Tasklist, list \"" + filter + "\"",
          DAILY,
          () -> list(large, id),
          () -> list(small, id),
          filter.equals("Overdue")
              ? mine(() -> plain.page(plain.tasks(largeGroup).dueBefore(new Date())))
              : mine(() -> plain.page(plain.tasks(largeGroup))));
    }
    String inLarge = task(large, largeCase);
    String inSmall = task(small, smallCase);
    String inPlain = plain.task(largeGroup);
    add(
        "Tasklist, a task is opened with its form",
        DAILY,
        () -> open(large, inLarge),
        () -> open(small, inSmall),
        mine(
            () -> {
              plain.engine.getTaskService().createTaskQuery().taskId(inPlain).singleResult();
              plain.engine.getFormService().getTaskFormVariables(inPlain);
            }));
  }

  private void page(String what, String address, Runnable plain) {
    add(
        what,
        address.startsWith("/oversight") ? null : DAILY,
        () -> large.get(address).expect(200),
        () -> small.get(address).expect(200),
        plain);
  }

  private void add(String what, Integer goal, Runnable large, Runnable small, Runnable plain) {
    measures.add(Measure.of(what, goal, large, small, plain));
  }

  private Runnable mine(Runnable question) {
    return plain(largeGroup + ".manager", question);
  }

  private Runnable plain(String group, Runnable question) {
    return () -> plain.as(group, question);
  }

  private ProcessInstanceQuery instances() {
    return plain.engine.getRuntimeService().createProcessInstanceQuery();
  }

  private HistoryService history() {
    return plain.engine.getHistoryService();
  }

  private String filter(String name) {
    for (JsonNode filter : large.get("engine:filter").expect(200).body()) {
      if (filter.path("name").asText().equals(name)) {
        return filter.path("id").asText();
      }
    }
    throw new AssertionError("Tasklist has no list " + name);
  }

  private static void list(TasklistUser user, String filter) {
    user.post("engine:filter/" + filter + "/list?firstResult=0&maxResults=15", Map.of())
        .expect(200);
    user.post("engine:filter/" + filter + "/count", Map.of()).expect(200);
  }

  /** A task of a case that this person may do; some they only see. */
  private static String task(TasklistUser user, String reference) {
    return user.tasks(reference).stream()
        .map(task -> task.path("id").asText())
        .filter(task -> user.formVariables(task).status() == 200)
        .findFirst()
        .orElseThrow();
  }

  private static void open(TasklistUser user, String task) {
    user.get("engine:task/" + task).expect(200);
    user.get("engine:task/" + task + "/deployed-form");
    user.formVariables(task).expect(200);
  }
}
