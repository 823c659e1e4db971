package org.practicereview.publication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.publication.NspccPack;

/** Makes the pack for the repository of the NSPCC and keeps it among the documents of the case. */
@ProcessBean("makeNspccPack")
class MakeNspccPack implements JavaDelegate {

  private final NspccPack packs;
  private final EngineIdentity identity;

  MakeNspccPack(NspccPack packs, EngineIdentity identity) {
    this.packs = packs;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    packs.make(execution.getProcessBusinessKey(), identity.user().orElse(AuditTrail.SYSTEM));
  }
}
