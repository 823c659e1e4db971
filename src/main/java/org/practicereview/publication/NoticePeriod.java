package org.practicereview.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.practicereview.deadlines.PublicationTimes;
import org.practicereview.partnership.Partnership;
import org.springframework.stereotype.Component;

/** Holds what each body was sent against the notice that it gets before publication. */
@Component
class NoticePeriod {

  private final PublicationTimes times;

  NoticePeriod(PublicationTimes times) {
    this.times = times;
  }

  /** What of the notice is missing for a publication on that day. */
  List<String> obstacles(
      Partnership partnership, List<Notice> notices, Prepared version, LocalDate on) {
    List<String> obstacles = new ArrayList<>();
    for (Body body : Body.values()) {
      Optional<LocalDate> sent = firstSent(notices, version, body);
      if (sent.isEmpty()) {
        obstacles.add(body.title() + " has not been sent this version");
      } else if (!times.isInTime(partnership.id(), sent.get(), on)) {
        obstacles.add(
            "%s was sent the report on %s; with %s between, it can be published on %s at the earliest"
                .formatted(
                    body.title(),
                    PublicationGate.day(sent.get()),
                    times.notice(partnership.id()),
                    PublicationGate.day(earliest(partnership, sent.get(), sent.get()))));
      }
    }
    return obstacles;
  }

  /** Why nothing is published on a day off; empty on a working day. */
  Optional<String> dayOff(LocalDate on) {
    return times.whyNotOn(on);
  }

  boolean sentToAll(List<Notice> notices, Prepared version) {
    return Arrays.stream(Body.values())
        .allMatch(body -> firstSent(notices, version, body).isPresent());
  }

  /** The first working day, not before another, that leaves the days of notice. */
  LocalDate earliest(Partnership partnership, LocalDate sentOn, LocalDate notBefore) {
    return times.earliest(partnership.id(), sentOn, notBefore);
  }

  /** The first day on which what is published on that day can be taken down. */
  LocalDate earliestRemoval(String partnership, LocalDate publishedOn) {
    return times.earliestRemoval(partnership, publishedOn);
  }

  private static Optional<LocalDate> firstSent(List<Notice> notices, Prepared version, Body body) {
    return notices.stream()
        .filter(notice -> notice.body() == body && notice.sha256().equals(version.sha256()))
        .map(Notice::sentOn)
        .min(LocalDate::compareTo);
  }
}
