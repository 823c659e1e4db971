package org.practicereview.invariants;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No open case without a next step: a task, a timer, a wait, a job with tries left, an incident.
 */
final class NextStep {

  private static final String INSTANCES =
      " in (select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = :case)";

  private static final List<String> STEPS =
      List.of(
          "select count(*) from ACT_RU_TASK where SUSPENSION_STATE_ = 1 and PROC_INST_ID_",
          "select count(*) from ACT_RU_JOB where RETRIES_ > 0 and SUSPENSION_STATE_ = 1"
              + " and (DUEDATE_ is null or DUEDATE_ < timestamp '2900-01-01 00:00:00')"
              + " and PROCESS_INSTANCE_ID_",
          "select count(*) from ACT_RU_INCIDENT where PROC_INST_ID_",
          "select count(*) from ACT_RU_EVENT_SUBSCR s where exists (select 1 from"
              + " ACT_RU_EXECUTION w where w.ID_ = s.EXECUTION_ID_ and w.ACT_ID_ = s.ACTIVITY_ID_)"
              + " and s.PROC_INST_ID_");

  private final JdbcClient jdbc;

  NextStep(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> broken(String caseReference) {
    boolean open =
        jdbc.sql("select count(*) from review.case_file where state = 'open' and reference = :case")
                .param("case", caseReference)
                .query(Integer.class)
                .single()
            > 0;
    boolean goesOn =
        STEPS.stream()
            .anyMatch(
                step ->
                    jdbc.sql(step + INSTANCES)
                            .param("case", caseReference)
                            .query(Integer.class)
                            .single()
                        > 0);
    return open && !goesOn ? List.of("The case is open and has no next step") : List.of();
  }
}
