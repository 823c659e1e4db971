package org.practicereview.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.oversight.Standstill.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what stands still. Asks the engine's tables in one look each: between two calls of its API
 * a case could move, and be seen in neither.
 */
@Component
class StandstillSearch {

  /** Time for the form that opens a case to start its process. */
  private static final Duration NEW = Duration.ofMinutes(5);

  private static final String FAILED_STEPS =
      """
      select i.ID_ as incident, i.PROC_INST_ID_ as instance, i.PROC_DEF_ID_ as definition,
        coalesce(i.FAILED_ACTIVITY_ID_, i.ACTIVITY_ID_) as element, c.reference, c.partnership
      from ACT_RU_INCIDENT i
      join ACT_RU_EXECUTION p on p.ID_ = i.PROC_INST_ID_
      join review.case_file c on c.reference = p.BUSINESS_KEY_
      where i.ID_ = i.ROOT_CAUSE_INCIDENT_ID_
      order by i.INCIDENT_TIMESTAMP_, i.ID_""";

  /**
   * A timer of a clock that has ended waits until the year 3000 and is no next step. An event that
   * may happen to a process at any time, or to a task, is none either: the execution that waits for
   * it stands at another element.
   */
  private static final String NO_NEXT_STEP =
      """
      select c.reference, c.partnership from review.case_file c
      where c.state = 'open' and c.opened_at < ?
        and not exists (
          select 1 from ACT_RU_EXECUTION p join ACT_RU_TASK t on t.PROC_INST_ID_ = p.ID_
          where p.BUSINESS_KEY_ = c.reference and t.SUSPENSION_STATE_ = 1)
        and not exists (
          select 1 from ACT_RU_EXECUTION p join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = p.ID_
          where p.BUSINESS_KEY_ = c.reference and j.RETRIES_ > 0 and j.SUSPENSION_STATE_ = 1
            and (j.DUEDATE_ is null or j.DUEDATE_ < timestamp '2900-01-01 00:00:00'))
        and not exists (
          select 1 from ACT_RU_EXECUTION p join ACT_RU_INCIDENT i on i.PROC_INST_ID_ = p.ID_
          where p.BUSINESS_KEY_ = c.reference)
        and not exists (
          select 1 from ACT_RU_EXECUTION p
          join ACT_RU_EVENT_SUBSCR s on s.PROC_INST_ID_ = p.ID_
          join ACT_RU_EXECUTION w on w.ID_ = s.EXECUTION_ID_
          where p.BUSINESS_KEY_ = c.reference and w.ACT_ID_ = s.ACTIVITY_ID_
            and w.SUSPENSION_STATE_ = 1)
      order by c.reference""";

  private final JdbcClient jdbc;
  private final RepositoryService repository;
  private final EngineIdentity identity;
  private final Clock clock;

  StandstillSearch(
      JdbcClient jdbc, RepositoryService repository, EngineIdentity identity, Clock clock) {
    this.jdbc = jdbc;
    this.repository = repository;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param name what makes it this one, while it lasts
   */
  record Found(
      Kind kind,
      String name,
      String caseReference,
      String partnership,
      String step,
      String model,
      String element,
      String processInstance) {}

  private record Incident(
      String id,
      String instance,
      String definition,
      String element,
      String reference,
      String partnership) {}

  /** Steps of cases that the service could not do and tries no more. */
  List<Found> failedSteps() {
    List<Incident> incidents = jdbc.sql(FAILED_STEPS).query(StandstillSearch::incident).list();
    return identity.asService(() -> incidents.stream().map(this::found).toList());
  }

  /** Open cases that nothing will move on. */
  List<Found> withoutNextStep() {
    return jdbc.sql(NO_NEXT_STEP)
        .param(clock.instant().minus(NEW).atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Found(
                    Kind.NO_NEXT_STEP,
                    row.getString("reference"),
                    row.getString("reference"),
                    row.getString("partnership"),
                    "",
                    "",
                    "",
                    ""))
        .list();
  }

  private Found found(Incident incident) {
    ProcessDefinition model = repository.getProcessDefinition(incident.definition());
    return new Found(
        Kind.FAILED_STEP,
        incident.reference() + " " + incident.id(),
        incident.reference(),
        incident.partnership(),
        name(incident),
        model.getName() + " (" + model.getKey() + ", version " + model.getVersion() + ")",
        incident.element(),
        incident.instance());
  }

  private String name(Incident incident) {
    ModelElementInstance element =
        repository
            .getBpmnModelInstance(incident.definition())
            .getModelElementById(incident.element());
    String name = element == null ? null : element.getAttributeValue("name");
    return name == null ? incident.element() : name.replaceAll("\\s+", " ");
  }

  private static Incident incident(ResultSet row, int number) throws SQLException {
    return new Incident(
        row.getString("incident"),
        row.getString("instance"),
        row.getString("definition"),
        row.getString("element"),
        row.getString("reference"),
        row.getString("partnership"));
  }
}
