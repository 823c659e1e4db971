package org.practicereview.letters;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.practicereview.deadlines.CalendarChanged;
import org.practicereview.deadlines.ClockEffect;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutgoingMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells each partnership that a bank holiday was entered or taken back, and what it moves. */
@Component
class CalendarNews {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

  private final Partnerships partnerships;
  private final Outbox outbox;

  CalendarNews(Partnerships partnerships, Outbox outbox) {
    this.partnerships = partnerships;
    this.outbox = outbox;
  }

  @EventListener
  void changed(CalendarChanged event) {
    for (Partnership partnership : partnerships.all()) {
      List<ClockEffect> own =
          event.effects().stream()
              .filter(one -> one.after().partnership().equals(partnership.id()))
              .toList();
      String mailbox = partnership.mailbox("business-manager");
      outbox.enqueue(
          new OutgoingMail(
              "calendar:" + UUID.randomUUID(),
              "",
              partnership.id(),
              "Bank holiday",
              mailbox,
              partnership.name(),
              mailbox,
              partnership.words().in("business manager"),
              "A bank holiday has changed",
              event.what() + ".\n\n" + moved(own),
              List.of()));
    }
  }

  private static String moved(List<ClockEffect> effects) {
    return effects.isEmpty()
        ? "None of your deadlines moves."
        : "These deadlines move:\n\n"
            + effects.stream().map(CalendarNews::line).collect(Collectors.joining("\n"));
  }

  private static String line(ClockEffect effect) {
    return "%s, %s: from %s to %s"
        .formatted(
            effect.after().caseReference(),
            effect.after().rule().name()
                + (effect.which().isEmpty() ? "" : " (" + effect.which() + ")"),
            DAY.format(effect.from()),
            DAY.format(effect.to()));
  }
}
