package org.practicereview.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.practicereview.deadlines.PublicationTimes;
import org.practicereview.partnership.Partnership;
import org.springframework.stereotype.Component;

/** Holds what each body was sent against the notice that it gets before publication. */
@Component
class NoticePeriod {

  private final PublicationTimes times;

  private final Notices notices;

  NoticePeriod(PublicationTimes times, Notices notices) {
    this.times = times;
    this.notices = notices;
  }

  /** What of the notice is missing for a publication on that day. */
  List<String> obstacles(Partnership partnership, Prepared version, LocalDate on) {
    List<String> obstacles = new ArrayList<>();
    List<Notice> told = notices.of(version);
    for (Body body : Body.values()) {
      Optional<LocalDate> since =
          told.stream().filter(notice -> notice.body() == body).map(Notice::toldOn).findFirst();
      if (since.isEmpty()) {
        obstacles.add(notices.missing(version, body));
      } else if (!times.isInTime(partnership.id(), since.get(), on)) {
        obstacles.add(
            "%s has had the report since %s; with %s between, it can be published on %s at the earliest"
                .formatted(
                    body.title(),
                    PublicationGate.day(since.get()),
                    times.notice(partnership.id()),
                    PublicationGate.day(earliest(partnership, since.get(), since.get()))));
      }
    }
    return obstacles;
  }

  /** Why nothing is published on a day off; empty on a working day. */
  Optional<String> dayOff(LocalDate on) {
    return times.whyNotOn(on);
  }

  /** The day on which the last body got a version; empty as long as one has not. */
  Optional<LocalDate> allToldOn(Prepared version) {
    List<Notice> told = notices.of(version);
    return told.size() < Body.values().length
        ? Optional.empty()
        : told.stream().map(Notice::toldOn).max(Comparator.naturalOrder());
  }

  /** The first working day, not before another, that leaves the days of notice. */
  LocalDate earliest(Partnership partnership, LocalDate sentOn, LocalDate notBefore) {
    return times.earliest(partnership.id(), sentOn, notBefore);
  }

  /** The first day on which what is published on that day can be taken down. */
  LocalDate earliestRemoval(String partnership, LocalDate publishedOn) {
    return times.earliestRemoval(partnership, publishedOn);
  }
}
