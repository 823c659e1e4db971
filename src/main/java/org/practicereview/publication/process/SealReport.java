package org.practicereview.publication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.casefile.Seals;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.ProcessBean;

/**
 * Seals the report of the case. Who ordered and who confirmed it is read from the two forms that
 * the properties {@code ordered} and {@code confirmed} name; it takes two people.
 */
@ProcessBean("seal")
class SealReport implements JavaDelegate {

  private final Seals seals;
  private final Answers answers;

  SealReport(Seals seals, Answers answers) {
    this.seals = seals;
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    ElementProperties properties = ElementProperties.of(execution);
    seals.seal(
        reference,
        whoGave(reference, properties.required("ordered")),
        whoGave(reference, properties.required("confirmed")));
  }

  private String whoGave(String reference, String form) {
    return answers
        .latest(reference, form, "")
        .map(FormAnswers::by)
        .orElseThrow(() -> new IllegalStateException("No one has given the form " + form));
  }
}
