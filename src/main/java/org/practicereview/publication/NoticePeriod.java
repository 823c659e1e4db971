package org.practicereview.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.partnership.Partnership;
import org.springframework.stereotype.Component;

/**
 * Counts the working days between the copy for the bodies and publication, as the clock {@code
 * publication-notice} does. A partnership that counts clear days sets its length to one more.
 */
@Component
class NoticePeriod {

  private static final String CLOCK = "publication-notice";

  private final Clocks clocks;

  NoticePeriod(Clocks clocks) {
    this.clocks = clocks;
  }

  WorkingDayCalendar calendar() {
    return clocks.calendar();
  }

  /** What of the notice is missing for a publication on that day. */
  List<String> obstacles(
      Partnership partnership, List<Notice> notices, Prepared version, LocalDate on) {
    List<String> obstacles = new ArrayList<>();
    for (Body body : Body.values()) {
      Optional<LocalDate> sent = firstSent(notices, version, body);
      if (sent.isEmpty()) {
        obstacles.add(body.title() + " has not been sent this version");
      } else if (sent.get().isAfter(lastDay(partnership, on))) {
        obstacles.add(
            "%s was sent the report on %s; %d working days later, on %s, it can be published at the earliest"
                .formatted(
                    body.title(),
                    PublicationGate.day(sent.get()),
                    length(partnership),
                    PublicationGate.day(earliest(partnership, sent.get(), sent.get()))));
      }
    }
    return obstacles;
  }

  boolean sentToAll(List<Notice> notices, Prepared version) {
    return Arrays.stream(Body.values())
        .allMatch(body -> firstSent(notices, version, body).isPresent());
  }

  /** The first day, not before another, that leaves the days of notice. */
  LocalDate earliest(Partnership partnership, LocalDate sentOn, LocalDate notBefore) {
    LocalDate day = notBefore;
    while (sentOn.isAfter(lastDay(partnership, day))) {
      day = day.plusDays(1);
    }
    return day;
  }

  private LocalDate lastDay(Partnership partnership, LocalDate publication) {
    return calendar().lastDayForNotice(publication, length(partnership), false);
  }

  private int length(Partnership partnership) {
    return clocks.rule(partnership.id(), CLOCK).length();
  }

  private static Optional<LocalDate> firstSent(List<Notice> notices, Prepared version, Body body) {
    return notices.stream()
        .filter(notice -> notice.body() == body && notice.sha256().equals(version.sha256()))
        .map(Notice::sentOn)
        .min(LocalDate::compareTo);
  }
}
