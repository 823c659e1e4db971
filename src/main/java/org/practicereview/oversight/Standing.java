package org.practicereview.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseReach;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the open cases stand now, and whom they wait for, in figures. */
@Service
public class Standing {

  /** The open work of the open cases that a reader sees. */
  static final String OPEN =
      """
       from review.work_item w join review.case_file f on f.reference = w.case_reference
      where %s and f.state = 'open' and (:partnership = '' or f.partnership = :partnership)"""
          .formatted(CaseReach.HEADER);

  private final ManyCases cases;
  private final Clock clock;

  Standing(ManyCases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Cases in which something is to be done at a stage. A case may be in several.
   *
   * @param late of them, those in which a date of that stage has passed
   */
  public record AtStage(String stage, int cases, int late) {}

  /**
   * What waits for a role or an agency.
   *
   * @param who the group
   * @param late of them, those whose date has passed
   * @param since the day since which the oldest waits
   */
  public record WaitingFor(String partnership, String who, int tasks, int late, LocalDate since) {}

  /** The cases by the stages in which something is to be done. */
  @Transactional(readOnly = true)
  public List<AtStage> stages(String partnership, CaseReach reach) {
    return cases
        .sql(
            "select w.stage, count(distinct w.case_reference) as cases,"
                + " count(distinct case when w.due_on < :today then w.case_reference end) as late"
                + OPEN
                + " and "
                + CaseFile.IS_CASE
                + " group by w.stage order by cases desc, w.stage")
        .params(params(partnership, reach))
        .query(
            (row, number) ->
                new AtStage(row.getString("stage"), row.getInt("cases"), row.getInt("late")))
        .list();
  }

  /** Whom the open cases wait for, those with most that is late first. */
  @Transactional(readOnly = true)
  public List<WaitingFor> waiting(String partnership, CaseReach reach) {
    return cases
        .sql(
            "select f.partnership, v.who, count(distinct w.task_id) as tasks,"
                + " count(distinct case when w.due_on < :today then w.task_id end) as late,"
                + " min(cast(w.waiting_since as date)) as since"
                + OPEN.replace(
                    "where",
                    "join review.work_offer v on v.task_id = w.task_id and v.kind <> 'PERSON' where")
                + " group by f.partnership, v.who order by late desc, tasks desc, v.who")
        .params(params(partnership, reach))
        .query(
            (row, number) ->
                new WaitingFor(
                    row.getString("partnership"),
                    row.getString("who"),
                    row.getInt("tasks"),
                    row.getInt("late"),
                    row.getObject("since", LocalDate.class)))
        .list();
  }

  private Map<String, Object> params(String partnership, CaseReach reach) {
    Map<String, Object> params = new HashMap<>(reach.params());
    params.put("partnership", partnership);
    params.put("today", LocalDate.now(clock));
    return params;
  }
}
