package org.practicereview.letters;

import java.util.List;
import org.practicereview.outbox.MailState;
import org.practicereview.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls back letters that were handed to the outbox and that the mail server has not taken. */
@Component
public class CallBack {

  private static final List<MailState> NOT_TAKEN =
      List.of(MailState.QUEUED, MailState.WAITING, MailState.FAILED);

  private final LetterRows rows;
  private final Outbox outbox;

  CallBack(LetterRows rows, Outbox outbox) {
    this.rows = rows;
    this.outbox = outbox;
  }

  /**
   * Cancels the mail of a letter, if that is still possible. A letter of which no one knows whether
   * it arrived is not tried again, and counts as read.
   *
   * @param reason why, for the audit trail
   * @return whether it is certain that its reader does not get it
   * @throws org.practicereview.refusals.Refused if the mail is being handed over at this moment
   */
  @Transactional
  public boolean of(Letter letter, String reason, String by) {
    if (letter.state() != LetterState.SENT || letter.mail() == null) {
      return false;
    }
    MailState state = letter.mail().state();
    if (state == MailState.UNKNOWN) {
      outbox.cancel(letter.mail().id(), reason + "; it may have arrived", by);
    }
    if (!NOT_TAKEN.contains(state)) {
      return false;
    }
    outbox.cancel(letter.mail().id(), reason, by);
    return rows.moved(letter.id(), List.of(LetterState.SENT), LetterState.DISCARDED, by);
  }
}
