package org.practicereview.oversight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.oversight.StepPicture.Mark;
import org.practicereview.partnership.Partnership;
import org.practicereview.refusals.NotThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The path that a case has taken, on the models as they were when it took it. Of a case that is
 * finished, too: the engine keeps which steps there were, and nothing of what was written in them.
 */
@Service
public class CasePath {

  private final RepositoryService repository;
  private final EngineIdentity identity;
  private final JdbcClient jdbc;

  CasePath(RepositoryService repository, EngineIdentity identity, JdbcClient jdbc) {
    this.repository = repository;
    this.identity = identity;
    this.jdbc = jdbc;
  }

  private record Passed(String definition, String step, int times) {}

  /** The models that a case has been in, in the order in which it came to them. */
  @Transactional(readOnly = true)
  public Map<String, String> models(String caseReference, Partnership partnership) {
    Map<String, String> latest = new LinkedHashMap<>();
    jdbc.sql(
            """
            select p.PROC_DEF_KEY_ as process, p.PROC_DEF_ID_ as definition,
              case when p.SUPER_PROCESS_INSTANCE_ID_ is null then 0 else 1 end as nested
            from ACT_HI_PROCINST p where p.BUSINESS_KEY_ = :case and p.TENANT_ID_ = :partnership
            order by nested, p.START_TIME_, process""")
        .param("case", caseReference)
        .param("partnership", partnership.id())
        .query(
            row -> {
              latest.put(row.getString("process"), row.getString("definition"));
            });
    Map<String, String> names = new LinkedHashMap<>();
    latest.forEach(
        (process, definition) ->
            names.put(process, partnership.words().in(model(process, definition).name())));
    return names;
  }

  /**
   * The path in one of the models, an SVG.
   *
   * @throws NotThere if the case has never been in it
   */
  @Transactional(readOnly = true)
  public String picture(String caseReference, Partnership partnership, String process) {
    List<Passed> passed = passed(caseReference, partnership.id(), process);
    String latest =
        passed.stream()
            .map(Passed::definition)
            .reduce((one, other) -> other)
            .orElseThrow(() -> new NotThere("The case has not been there"));
    Map<String, Mark> marks =
        passed.stream()
            .collect(Collectors.toMap(Passed::step, CasePath::mark, (one, other) -> other));
    return new StepPicture(
            model(process, latest), partnership, "The path of " + caseReference, marks)
        .svg();
  }

  private static Mark mark(Passed passed) {
    return new Mark(passed.times() == 1 ? "done" : "done " + passed.times() + " times", 2);
  }

  private List<Passed> passed(String caseReference, String partnership, String process) {
    return jdbc.sql(
            """
            select a.PROC_DEF_ID_ as definition, a.ACT_ID_ as step, count(*) as times
            from ACT_HI_ACTINST a join ACT_HI_PROCINST p on p.ID_ = a.PROC_INST_ID_
            where p.BUSINESS_KEY_ = :case and p.TENANT_ID_ = :partnership
              and p.PROC_DEF_KEY_ = :process
              and a.END_TIME_ is not null and a.ACT_INST_STATE_ <> 2
            group by a.PROC_DEF_ID_, a.ACT_ID_ order by min(a.START_TIME_)""")
        .param("case", caseReference)
        .param("partnership", partnership)
        .param("process", process)
        .query(
            (row, number) ->
                new Passed(row.getString("definition"), row.getString("step"), row.getInt("times")))
        .list();
  }

  private StepModel model(String process, String definition) {
    return identity.asService(
        () -> new StepModel(process, repository.getBpmnModelInstance(definition)));
  }
}
