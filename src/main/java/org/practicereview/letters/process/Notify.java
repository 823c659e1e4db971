package org.practicereview.letters.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.letters.LetterRequest;
import org.practicereview.letters.Letters;

/**
 * Sends a short internal e-mail. Properties: {@code notice}, {@code to}, and {@code clock} where it
 * is about one.
 */
@ProcessBean("notify")
class Notify implements JavaDelegate {

  private final Letters letters;
  private final EngineIdentity identity;

  Notify(Letters letters, EngineIdentity identity) {
    this.letters = letters;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution, identity);
    ElementProperties properties = ElementProperties.of(execution);
    String notice = properties.required("notice");
    properties.required("to");
    letters.write(
        new LetterRequest(
            execution.getProcessBusinessKey(),
            notice,
            properties.list("to"),
            step.scope(),
            false,
            List.of(),
            properties.optional("clock").orElse(""),
            step.key(notice),
            step.by()));
  }
}
