package org.practicereview.panel.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.panel.PanelRounds;

/** Brings the approved answers to the questions of the Panel together for the letter. */
@ProcessBean("gatherPanelAnswers")
class GatherPanelAnswers implements JavaDelegate {

  private final PanelRounds rounds;
  private final EngineIdentity identity;

  GatherPanelAnswers(PanelRounds rounds, EngineIdentity identity) {
    this.rounds = rounds;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    rounds.gather(execution.getProcessBusinessKey(), identity.user().orElse(AuditTrail.SYSTEM));
  }
}
