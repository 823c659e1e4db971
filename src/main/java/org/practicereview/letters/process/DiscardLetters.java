package org.practicereview.letters.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;

/**
 * Discards letters that have not gone. Properties: {@code letters}, the templates, and {@code
 * reason}.
 */
@ProcessBean("discardLetters")
class DiscardLetters implements JavaDelegate {

  private final Letters letters;
  private final EngineIdentity identity;

  DiscardLetters(Letters letters, EngineIdentity identity) {
    this.letters = letters;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution, identity);
    ElementProperties properties = ElementProperties.of(execution);
    List<String> templates = properties.list("letters");
    String reason = properties.required("reason");
    letters.of(execution.getProcessBusinessKey()).stream()
        .filter(letter -> templates.contains(letter.template()) && hasNotGone(letter))
        .forEach(letter -> letters.discard(letter.id(), reason, step.by()));
  }

  private static boolean hasNotGone(Letter letter) {
    return letter.isOpen() || letter.state() == LetterState.TO_BE_POSTED;
  }
}
