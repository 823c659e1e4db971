package org.practicereview.letters;

import org.practicereview.outbox.AddressCorrected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the register of letters show the address to which a letter goes in the end. */
@Component
class CorrectedAddresses {

  private final LetterRows rows;

  CorrectedAddresses(LetterRows rows) {
    this.rows = rows;
  }

  @EventListener
  void corrected(AddressCorrected event) {
    rows.readdressed(event.mailId(), event.address());
  }
}
