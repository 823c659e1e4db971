package org.practicereview.events.process;

import static org.practicereview.events.EventQuestions.NOT_ANSWERED_BY;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.TaskNames;
import org.practicereview.forms.MoreFacts;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * Shows the business manager which agencies have not yet done the tasks a case can go on without.
 */
@Component
class NotAnswered implements MoreFacts {

  /** By their rows alone: this is asked for whenever a form of a case opens. */
  private static final String ASKED =
      """
      select t.* from ACT_RU_TASK t join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
      where p.BUSINESS_KEY_ = #{case} and t.TASK_DEF_KEY_ in ('userTask_confirmChangedDates',
        'userTask_confirmMovedInvitations', 'userTask_keepContact', 'userTask_sayForPublication',
        'userTask_sayLearningLanded')""";

  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final TaskService tasks;
  private final EngineIdentity identity;

  NotAnswered(
      CaseFiles cases, Partnerships partnerships, TaskService tasks, EngineIdentity identity) {
    this.cases = cases;
    this.partnerships = partnerships;
    this.tasks = tasks;
    this.identity = identity;
  }

  @Override
  public Set<String> keys() {
    return Set.of(NOT_ANSWERED_BY.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty() || !scope.isEmpty()) {
      return Map.of();
    }
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    Map<String, Set<String>> agencies =
        identity.asService(() -> agencies(caseReference, partnership));
    return Map.of(
        NOT_ANSWERED_BY.key(),
        agencies.entrySet().stream()
            .map(task -> task.getKey() + ": " + String.join(", ", task.getValue()))
            .collect(Collectors.joining("\n")));
  }

  /** The names of the agencies by the name of the task that is open for them. */
  private Map<String, Set<String>> agencies(String caseReference, Partnership partnership) {
    return tasks.createNativeTaskQuery().sql(ASKED).parameter("case", caseReference).list().stream()
        .collect(
            Collectors.groupingBy(
                task -> TaskNames.withoutCase(task.getName(), caseReference),
                TreeMap::new,
                Collectors.mapping(
                    task ->
                        partnership
                            .agency((String) tasks.getVariable(task.getId(), "agency"))
                            .name(),
                    Collectors.toCollection(TreeSet::new))));
  }
}
