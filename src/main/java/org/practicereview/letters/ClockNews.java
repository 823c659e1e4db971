package org.practicereview.letters;

import java.util.List;
import java.util.UUID;
import org.practicereview.deadlines.ClockMoved;
import org.practicereview.deadlines.Deadline;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells those who work to a clock that its date has moved, or that it stands still or runs again.
 */
@Component
class ClockNews {

  private final Letters letters;

  ClockNews(Letters letters) {
    this.letters = letters;
  }

  @EventListener
  void moved(ClockMoved event) {
    Deadline clock = event.after();
    // The clock of an item, such as a complaint, has a scope too, but no agency to be told.
    boolean agencys = !clock.scope().isEmpty() && !clock.scope().contains(":");
    letters.write(
        new LetterRequest(
            clock.caseReference(),
            "notices/clock-moved",
            List.of(agencys ? "agency" : clock.rule().ownerRole()),
            clock.scope(),
            false,
            List.of(),
            clock.rule().id(),
            // Every move is news of its own, also one back to where the clock was before.
            "clock-moved:" + UUID.randomUUID(),
            event.by()));
  }
}
