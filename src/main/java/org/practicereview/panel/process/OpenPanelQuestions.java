package org.practicereview.panel.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.panel.PanelRounds;

/** Gives out the questions that the Panel asked: each gets a part of the case of its own. */
@ProcessBean("openPanelQuestions")
class OpenPanelQuestions implements JavaDelegate {

  private final PanelRounds rounds;
  private final EngineIdentity identity;

  OpenPanelQuestions(PanelRounds rounds, EngineIdentity identity) {
    this.rounds = rounds;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    rounds.open(execution.getProcessBusinessKey(), identity.user().orElse(AuditTrail.SYSTEM));
  }
}
