package org.practicereview.oversight.process;

import static org.practicereview.oversight.OversightQuestions.MAIL_CAUSE;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.practicereview.engine.ProcessBean;
import org.practicereview.forms.FormDemand;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;

/**
 * The mail of a case that a person has to see to: it failed, or no one knows whether it arrived.
 */
@ProcessBean("undeliveredMail")
public class UndeliveredMail implements FormDemand {

  private final Outbox outbox;

  UndeliveredMail(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Whether some of it is urgent. */
  public boolean urgent(DelegateExecution execution) {
    return of(execution.getProcessBusinessKey()).stream().anyMatch(OutboxMail::urgent);
  }

  @Override
  public String name() {
    return "mailSettled";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    int left = of(caseReference).size();
    return left == 0
        ? Map.of()
        : Map.of(
            MAIL_CAUSE.key(),
            (left == 1 ? "one mail of this case still needs" : left + " mails of this case need")
                + " a person; settle it in the outbox first");
  }

  private List<OutboxMail> of(String caseReference) {
    return outbox.of(caseReference).stream().filter(OutboxMail::stuck).toList();
  }
}
