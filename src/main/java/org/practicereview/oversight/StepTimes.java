package org.practicereview.oversight;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.practicereview.casefile.CaseReach;
import org.practicereview.oversight.StepPicture.Mark;
import org.practicereview.partnership.Partnership;
import org.practicereview.refusals.NotThere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where time goes in a model: how long each of its steps took from the moment it was opened. The
 * engine's history has this for each step; one model is read at a time.
 */
@Service
public class StepTimes {

  /** The model of the whole journey. */
  public static final String JOURNEY = "practice-review";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final double DAY = 24 * 60 * 60 * 1000.0;
  private static final int STRONGEST = 4;

  private final DeployedModels models;
  private final ManyCases cases;

  StepTimes(DeployedModels models, ManyCases cases) {
    this.models = models;
    this.cases = cases;
  }

  /**
   * How long a step took.
   *
   * @param id of the element of the model
   * @param name in the words of the partnership
   * @param number how often it was done
   * @param median days that half of them took at most
   * @param nine days that nine of ten took at most
   */
  public record StepTime(String id, String name, int number, long median, long nine) {}

  private record Counted(String id, int number, long median, long nine) {}

  /** The journey and all that it consists of: names by the ids of the processes. */
  public Map<String, String> models(Partnership partnership) {
    Map<String, String> names = new LinkedHashMap<>();
    collect(JOURNEY, models.now(), partnership, names);
    return names;
  }

  private static void collect(
      String process, DeployedModels.Now now, Partnership partnership, Map<String, String> names) {
    now.find(process)
        .filter(model -> !names.containsKey(process))
        .ifPresent(
            model -> {
              names.put(process, partnership.words().in(model.name()));
              model.called().forEach(called -> collect(called, now, partnership, names));
            });
  }

  /**
   * The steps that were done in a year, those first that took longest.
   *
   * @param process id of the process
   * @param partnership in whose words the steps are called
   * @param asked id of the partnership that is counted, or empty for all of the reader
   */
  @Transactional(readOnly = true)
  public List<StepTime> of(
      String process, Partnership partnership, ReportYear year, String asked, CaseReach reach) {
    Map<String, FlowNode> nodes =
        model(process).nodes().stream().collect(Collectors.toMap(FlowNode::getId, node -> node));
    return counted(process, year, asked, reach).stream()
        .filter(one -> nodes.containsKey(one.id()))
        .map(
            one ->
                new StepTime(
                    one.id(),
                    partnership.words().in(nodes.get(one.id()).getName().replaceAll("\\s+", " ")),
                    one.number(),
                    one.median(),
                    one.nine()))
        .sorted(
            Comparator.comparingLong(StepTime::median)
                .thenComparingLong(StepTime::nine)
                .reversed()
                .thenComparing(StepTime::name))
        .toList();
  }

  /** The same on the picture of the model, an SVG: the longer, the darker and the thicker. */
  @Transactional(readOnly = true)
  public String picture(
      String process, Partnership partnership, ReportYear year, String asked, CaseReach reach) {
    List<Counted> all = counted(process, year, asked, reach);
    long most = all.stream().mapToLong(Counted::median).max().orElse(0);
    Map<String, Mark> marks =
        all.stream()
            .collect(
                Collectors.toMap(Counted::id, one -> new Mark(days(one), strength(one, most))));
    return new StepPicture(model(process), partnership, "Days that half of them took", marks).svg();
  }

  private StepModel model(String process) {
    return models.now().find(process).orElseThrow(() -> new NotThere("There is no such model"));
  }

  private static String days(Counted one) {
    return one.median() == 1 ? "1 day" : one.median() + " days";
  }

  private static int strength(Counted one, long most) {
    return one.median() == 0 ? 0 : (int) Math.ceil((double) STRONGEST * one.median() / most);
  }

  private List<Counted> counted(String process, ReportYear year, String asked, CaseReach reach) {
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("process", process);
    params.put("asked", asked);
    params.put("from", year.whole().from().atStartOfDay(LONDON).toOffsetDateTime());
    params.put("to", year.after().whole().from().atStartOfDay(LONDON).toOffsetDateTime());
    return cases
        .sql(
            """
            select ACT_ID_ as step, count(*) as done,
              percentile_disc(0.5) within group (order by DURATION_) as median,
              percentile_disc(0.9) within group (order by DURATION_) as nine
            from ACT_HI_ACTINST
            where PROC_DEF_KEY_ = :process and ACT_TYPE_ in ('userTask', 'callActivity')
              and TENANT_ID_ in (:whole) and (:asked = '' or TENANT_ID_ = :asked)
              and END_TIME_ >= :from and END_TIME_ < :to
              and DURATION_ is not null and ACT_INST_STATE_ <> 2
            group by ACT_ID_""")
        .params(params)
        .query(
            (row, number) ->
                new Counted(
                    row.getString("step"),
                    row.getInt("done"),
                    Math.round(row.getLong("median") / DAY),
                    Math.round(row.getLong("nine") / DAY)))
        .list();
  }
}
