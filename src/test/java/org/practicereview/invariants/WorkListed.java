package org.practicereview.invariants;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lists say is to be done is what the engine waits for: task by task, and for whom. */
final class WorkListed {

  private static final String TASKS =
      """
      from ACT_RU_TASK t join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
      where p.BUSINESS_KEY_ = :case""";

  private static final Map<String, String> SAME =
      Map.of(
          "The list lacks a task",
          "select t.TASK_DEF_KEY_ "
              + TASKS
              + " and "
              + """
                not exists (select 1 from review.work_item w where w.task_id = t.ID_
                and w.case_reference = :case and w.partnership = t.TENANT_ID_
                and w.priority = t.PRIORITY_
                and coalesce(w.assignee, '') = coalesce(t.ASSIGNEE_, '')
                and coalesce(w.due_on, date '1900-01-01')
                  = coalesce(cast(t.DUE_DATE_ as date), date '1900-01-01'))""",
          "The list has a task that is done",
          """
          select w.task from review.work_item w where w.case_reference = :case
            and not exists (select 1 from ACT_RU_TASK t where t.ID_ = w.task_id)""",
          "The list lacks someone whose task it is",
          "select t.TASK_DEF_KEY_ "
              + TASKS
              + " and "
              + """
                exists (select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_
                and l.TYPE_ = 'candidate' and not exists (
                  select 1 from review.work_offer o where o.task_id = t.ID_
                  and o.kind <> 'MEANT' and o.who = coalesce(l.GROUP_ID_, l.USER_ID_)))""",
          "The list names someone whose task it is not",
          """
          select w.task from review.work_item w
          join review.work_offer o on o.task_id = w.task_id and o.kind <> 'MEANT'
          where w.case_reference = :case and not exists (
            select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = w.task_id
            and l.TYPE_ = 'candidate' and coalesce(l.GROUP_ID_, l.USER_ID_) = o.who)""");

  private final JdbcClient jdbc;

  WorkListed(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> broken(String caseReference) {
    return SAME.entrySet().stream()
        .flatMap(
            rule ->
                jdbc
                    .sql(rule.getValue())
                    .param("case", caseReference)
                    .query(String.class)
                    .list()
                    .stream()
                    .map(task -> rule.getKey() + ": " + task))
        .sorted()
        .toList();
  }
}
