package org.practicereview.report.process;

import static org.practicereview.report.ReportQuestions.CHANGED_REPORT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.Scope;
import org.practicereview.report.Drafts;

/** Files the changed report that the partners agreed in the place of the signed-off one. */
@ProcessBean("fileChangedReport")
class FileChangedReport implements JavaDelegate {

  private static final String DOCUMENT = "documentId";

  private final Drafts drafts;
  private final CaseFacts facts;
  private final EngineIdentity identity;

  FileChangedReport(Drafts drafts, CaseFacts facts, EngineIdentity identity) {
    this.drafts = drafts;
    this.facts = facts;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    Object file =
        CHANGED_REPORT
            .in(facts.of(reference, Scope.ofWork(execution::getVariable)))
            .get(0)
            .get(DOCUMENT);
    drafts.changed(reference, String.valueOf(file), identity.user().orElse(AuditTrail.SYSTEM));
  }
}
