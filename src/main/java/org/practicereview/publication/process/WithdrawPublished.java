package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.CORRECTED_VERSION;
import static org.practicereview.publication.PublicationQuestions.TAKE_DOWN_ITEM;
import static org.practicereview.publication.PublicationQuestions.TAKE_DOWN_KIND;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.Scope;
import org.practicereview.publication.Publications;

/** Takes down what was published, or puts a corrected version in its place, as it was ordered. */
@ProcessBean("withdrawPublished")
class WithdrawPublished implements JavaDelegate {

  private static final String DOCUMENT = "documentId";

  private final Publications publications;
  private final CaseFacts facts;
  private final EngineIdentity identity;

  WithdrawPublished(Publications publications, CaseFacts facts, EngineIdentity identity) {
    this.publications = publications;
    this.facts = facts;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    Map<String, Object> order = facts.of(reference, Scope.ofWork(execution::getVariable));
    boolean brief = TAKE_DOWN_ITEM.is("brief", order);
    if (TAKE_DOWN_KIND.is("replace", order)) {
      String file = String.valueOf(CORRECTED_VERSION.in(order).get(0).get(DOCUMENT));
      publications.replace(reference, brief, file, by);
    } else {
      publications.withdraw(reference, brief, by);
    }
  }
}
