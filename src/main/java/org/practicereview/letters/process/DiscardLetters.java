package org.practicereview.letters.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.letters.CallBack;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterRequest;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;

/**
 * Discards letters that have not gone, and calls back those that wait in the outbox. Properties:
 * {@code letters}, the templates; {@code reason}; {@code notice} and {@code to}, who hears that
 * letters were called back, where someone is to hear it.
 */
@ProcessBean("discardLetters")
class DiscardLetters implements JavaDelegate {

  private final Letters letters;
  private final CallBack callBack;
  private final EngineIdentity identity;

  DiscardLetters(Letters letters, CallBack callBack, EngineIdentity identity) {
    this.letters = letters;
    this.callBack = callBack;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution, identity);
    ElementProperties properties = ElementProperties.of(execution);
    List<String> templates = properties.list("letters");
    String reason = properties.required("reason");
    boolean calledBack = false;
    for (Letter letter : letters.of(execution.getProcessBusinessKey())) {
      if (templates.contains(letter.template())) {
        if (hasNotGone(letter)) {
          letters.discard(letter.id(), reason, step.by());
        }
        calledBack |= callBack.of(letter, reason, step.by());
      }
    }
    if (calledBack) {
      properties.optional("notice").ifPresent(notice -> tell(execution, step, notice));
    }
  }

  private void tell(DelegateExecution execution, Step step, String notice) {
    letters.write(
        new LetterRequest(
            execution.getProcessBusinessKey(),
            notice,
            ElementProperties.of(execution).list("to"),
            step.scope(),
            false,
            List.of(),
            "",
            step.key(notice),
            step.by()));
  }

  private static boolean hasNotGone(Letter letter) {
    return letter.isOpen() || letter.state() == LetterState.TO_BE_POSTED;
  }
}
