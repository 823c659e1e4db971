package org.practicereview.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.practicereview.casefile.CaseReach;
import org.practicereview.work.Urgency;
import org.practicereview.work.WorkItem;
import org.practicereview.work.WorkItems;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for someone, the most urgent first, with the same few statements however much. */
@Service
public class WorkList {

  /** The groups of urgency, the most urgent first. */
  public static final List<String> GROUPS =
      List.of(
          Urgency.SAFETY.words(),
          "Critically overdue",
          "Overdue",
          "Due soon",
          "Not due yet",
          "No date");

  /** How many tasks a page shows. */
  public static final int PAGE = 50;

  private static final int SOON = 3;

  private static final String RANK =
      """
      case when w.priority >= 100 then 0 when w.due_on < :today and w.statutory then 1
        when w.due_on < :today then 2 when w.due_on <= :soon then 3
        when w.due_on is not null then 4 else 5 end""";

  private static final String THEIRS =
      """
      (w.partnership = '' or w.partnership in (:tenants)) and (w.assignee = :reader
        or exists (select 1 from review.work_offer o where o.task_id = w.task_id
          and (o.kind = 'GROUP' and o.who in (:groups) or o.kind = 'PERSON' and o.who = :reader)))""";

  private static final String OPEN = "(w.assignee is null or w.assignee = :reader)";

  /** What became late meanwhile is shown whatever they said. */
  private static final String ASIDE =
      """
      exists (select 1 from review.set_aside a where a.task_id = w.task_id and a.user_id = :reader
        and a.until_on > :today and w.priority < 100 and (w.due_on is null or w.due_on >= :today))""";

  private final ManyCases cases;
  private final WorkItems items;
  private final Clock clock;

  WorkList(ManyCases cases, WorkItems items, Clock clock) {
    this.cases = cases;
    this.items = items;
    this.clock = clock;
  }

  /** Whose work is meant. */
  public enum Whose {
    /** What they have taken, what is offered to them and taken by no one, and not set aside. */
    MINE,
    /** Of these, what they have set aside until a later day. */
    ASIDE,
    /** Also what a colleague has taken. */
    TEAM,
    /** All of the partnerships whose every case they see. */
    ALL
  }

  /**
   * Work of one group of urgency.
   *
   * @param group place in {@link #GROUPS}
   */
  public record Line(WorkItem item, int group) {}

  private record Found(String taskId, int group) {}

  /** How much there is in each group, in the order of {@link #GROUPS}. */
  @Transactional(readOnly = true)
  public List<Integer> counts(Whose whose, CaseReach reach) {
    Map<Integer, Integer> counts = new HashMap<>();
    cases
        .sql(
            "select rank_, count(*) as many from (select "
                + RANK
                + " as rank_ from review.work_item w where "
                + condition(whose)
                + ") counted group by rank_")
        .params(params(reach))
        .query((row, number) -> counts.put(row.getInt("rank_"), row.getInt("many")))
        .list();
    return IntStream.range(0, GROUPS.size())
        .mapToObj(group -> counts.getOrDefault(group, 0))
        .toList();
  }

  /**
   * A page of the work.
   *
   * @param group place in {@link #GROUPS}, or a negative number for all groups
   * @param page counted from 1
   */
  @Transactional(readOnly = true)
  public List<Line> page(Whose whose, int group, int page, CaseReach reach) {
    Map<String, Object> params = params(reach);
    params.put("group", group);
    params.put("from", (page - 1) * PAGE);
    params.put("size", PAGE);
    List<Found> found =
        cases
            .sql(
                "select * from (select w.task_id, w.due_on, w.priority, w.waiting_since, "
                    + RANK
                    + " as rank_ from review.work_item w where "
                    + condition(whose)
                    + ") listed where :group < 0 or rank_ = :group"
                    + " order by rank_, due_on nulls last, priority desc, waiting_since, task_id"
                    + " offset :from rows fetch next :size rows only")
            .params(params)
            .query((row, number) -> new Found(row.getString("task_id"), row.getInt("rank_")))
            .list();
    Map<String, Integer> groups = new LinkedHashMap<>();
    found.forEach(one -> groups.put(one.taskId(), one.group()));
    return items.named(List.copyOf(groups.keySet())).stream()
        .map(item -> new Line(item, groups.get(item.taskId())))
        .toList();
  }

  private static String condition(Whose whose) {
    return switch (whose) {
      case MINE -> OPEN + " and not " + ASIDE + " and " + THEIRS;
      case ASIDE -> OPEN + " and " + ASIDE + " and " + THEIRS;
      case TEAM -> THEIRS;
      case ALL -> "w.partnership in (:whole)";
    };
  }

  private Map<String, Object> params(CaseReach reach) {
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("today", LocalDate.now(clock));
    params.put("soon", LocalDate.now(clock).plusDays(SOON));
    return params;
  }
}
