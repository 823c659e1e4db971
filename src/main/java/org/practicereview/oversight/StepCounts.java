package org.practicereview.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.practicereview.casefile.CaseReach;
import org.practicereview.partnership.Partnerships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many open cases are at each step of a model. A step that calls another model has the cases
 * that are anywhere in that. Work that was begun on an earlier version of a model counts where its
 * step still has the same name.
 */
@Service
public class StepCounts {

  private final DeployedModels models;
  private final Partnerships partnerships;
  private final JdbcClient jdbc;
  private final Clock clock;

  StepCounts(DeployedModels models, Partnerships partnerships, JdbcClient jdbc, Clock clock) {
    this.models = models;
    this.partnerships = partnerships;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Cases at a step.
   *
   * @param id of the element of the model
   * @param late of them, those in which a date of the step has passed
   * @param words the same in a sentence
   */
  public record AtStep(String id, int cases, int late, String words) {}

  private record Task(String partnership, String stage, String task) {}

  private static final class Cases {
    private final Set<String> all = new HashSet<>();
    private final Set<String> late = new HashSet<>();
  }

  /**
   * The steps of a model at which there are cases that someone may see.
   *
   * @param process id of the process
   */
  @Transactional(readOnly = true)
  public List<AtStep> of(String process, CaseReach reach) {
    DeployedModels.Now now = models.now();
    Map<Task, Cases> open = open(reach);
    return now.find(process).map(model -> counted(model, now, open)).orElse(List.of());
  }

  private List<AtStep> counted(StepModel model, DeployedModels.Now now, Map<Task, Cases> open) {
    List<AtStep> counted = new ArrayList<>();
    for (FlowNode node : model.nodes()) {
      Cases here = new Cases();
      if (node instanceof UserTask) {
        open.forEach((task, cases) -> add(here, cases, is(task, model, node)));
      } else if (node instanceof CallActivity call) {
        Set<String> within = new LinkedHashSet<>();
        collect(call.getCalledElement(), now, within, new HashSet<>());
        open.forEach((task, cases) -> add(here, cases, within.contains(task.stage())));
      }
      if (!here.all.isEmpty()) {
        counted.add(
            new AtStep(
                node.getId(), here.all.size(), here.late.size(), words(here, node.getName())));
      }
    }
    return counted;
  }

  private static void add(Cases here, Cases cases, boolean are) {
    if (are) {
      here.all.addAll(cases.all);
      here.late.addAll(cases.late);
    }
  }

  private boolean is(Task task, StepModel model, FlowNode node) {
    return task.stage().equals(model.name())
        && plain(partnerships.get(task.partnership()).words().in(node.getName()))
            .equals(plain(task.task()));
  }

  private static void collect(
      String process, DeployedModels.Now now, Collection<String> names, Set<String> seen) {
    if (seen.add(process)) {
      now.find(process)
          .ifPresent(
              model -> {
                names.add(model.name());
                model.called().forEach(called -> collect(called, now, names, seen));
              });
    }
  }

  private static String words(Cases here, String name) {
    String cases = here.all.size() == 1 ? "1 case" : here.all.size() + " cases";
    return plain(name) + ": " + cases + " here, " + late(here) + ".";
  }

  private static String late(Cases here) {
    return here.late.isEmpty() ? "none late" : here.late.size() + " late";
  }

  private static String plain(String name) {
    return name.replaceAll("\\s+", " ").strip();
  }

  private Map<Task, Cases> open(CaseReach reach) {
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("partnership", "");
    params.put("today", LocalDate.now(clock));
    Map<Task, Cases> open = new HashMap<>();
    jdbc.sql(
            "select w.case_reference, f.partnership, w.stage, w.task,"
                + " max(case when w.due_on < :today then 1 else 0 end) as late"
                + Standing.OPEN
                + " group by w.case_reference, f.partnership, w.stage, w.task")
        .params(params)
        .query(
            row -> {
              Cases cases =
                  open.computeIfAbsent(
                      new Task(
                          row.getString("partnership"),
                          row.getString("stage"),
                          row.getString("task")),
                      unused -> new Cases());
              cases.all.add(row.getString("case_reference"));
              if (row.getInt("late") == 1) {
                cases.late.add(row.getString("case_reference"));
              }
            });
    return open;
  }
}
