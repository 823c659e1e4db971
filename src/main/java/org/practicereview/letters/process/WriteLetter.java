package org.practicereview.letters.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.letters.LetterRequest;
import org.practicereview.letters.Letters;

/**
 * Writes a letter. Properties: {@code letter}, {@code to}, {@code approval} ({@code required} or
 * {@code none}), {@code enclosures}, and {@code clock} where it is about one: that is looked at
 * again before ({@link LookedAtAgain}).
 */
@ProcessBean("writeLetter")
class WriteLetter implements JavaDelegate {

  private final Letters letters;
  private final LookedAtAgain again;
  private final EngineIdentity identity;

  WriteLetter(Letters letters, LookedAtAgain again, EngineIdentity identity) {
    this.letters = letters;
    this.again = again;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution, identity);
    ElementProperties properties = ElementProperties.of(execution);
    String letter = properties.required("letter");
    properties.required("to");
    String clock = properties.optional("clock").orElse("");
    if (again.isSettled(
        letter, again.clock(execution.getProcessBusinessKey(), clock, step.scope()))) {
      return;
    }
    letters.write(
        new LetterRequest(
            execution.getProcessBusinessKey(),
            letter,
            properties.list("to"),
            step.scope(),
            "required".equals(properties.required("approval")),
            properties.list("enclosures"),
            clock,
            step.key(letter),
            step.by()));
  }
}
