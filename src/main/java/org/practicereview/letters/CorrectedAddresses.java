package org.practicereview.letters;

import org.practicereview.outbox.AddressCorrected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the register of letters show the address to which a letter goes in the end. */
@Component
class CorrectedAddresses {

  private final LetterRows rows;
  private final MeetingsInvited invited;

  CorrectedAddresses(LetterRows rows, MeetingsInvited invited) {
    this.rows = rows;
    this.invited = invited;
  }

  @EventListener
  void corrected(AddressCorrected event) {
    invited.readdressed(event.mailId(), event.address());
    rows.readdressed(event.mailId(), event.address());
  }
}
