package org.practicereview.casefile.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseWords;
import org.practicereview.engine.OnEveryModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes in the trail that a case passed by a step which its partnership does not take, so that no
 * one reads the gap as something forgotten. Such a step stands behind a flow whose condition begins
 * with {@link ProfileOptions#option}; no model has to say more.
 */
@Component
class StepsLeftOut extends OnEveryModel {

  private static final Pattern OPTION =
      Pattern.compile("\\$\\{profile\\.option\\(execution,\\s*'(\\w+)'\\).*");

  // The engine is built before what keeps the case file can ask it anything.
  private final ObjectProvider<AuditTrail> audit;
  private final ObjectProvider<ProfileOptions> profile;
  private final ObjectProvider<CaseWords> words;

  StepsLeftOut(
      ObjectProvider<AuditTrail> audit,
      ObjectProvider<ProfileOptions> profile,
      ObjectProvider<CaseWords> words) {
    this.words = words;
    this.audit = audit;
    this.profile = profile;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    watch(process);
  }

  private void watch(ScopeImpl scope) {
    for (ActivityImpl activity : scope.getActivities()) {
      activity.getOutgoingTransitions().stream()
          .map(TransitionImpl.class::cast)
          .forEach(flow -> watch(activity, flow));
      watch(activity);
    }
  }

  private void watch(ActivityImpl gateway, TransitionImpl flow) {
    Object condition = flow.getProperty(BpmnParse.PROPERTYNAME_CONDITION_TEXT);
    Matcher option = OPTION.matcher(condition == null ? "" : condition.toString());
    if (option.matches()) {
      String step = name((ActivityImpl) flow.getDestination());
      gateway.addListener(
          ExecutionListener.EVENTNAME_END,
          (ExecutionListener) execution -> passed(execution, option.group(1), step));
    }
  }

  /** The name of a step; one that is done several times has it inside the body that repeats it. */
  private static String name(ActivityImpl step) {
    Object name = step.getProperty("name");
    return name == null ? name(step.getActivities().get(0)) : name.toString();
  }

  private void passed(DelegateExecution execution, String option, String step) {
    if (!profile.getObject().option(execution, option)) {
      audit
          .getObject()
          .record(
              execution.getProcessBusinessKey(),
              AuditTrail.SYSTEM,
              "Step not used by this partnership: "
                  + words.getObject().say(execution.getProcessBusinessKey(), step)
                  + ".");
    }
  }
}
