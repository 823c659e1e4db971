package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the table of clocks says about the day of a publication: the notice that the bodies get
 * before, and how long the report stays. The only place that works these days out; the clocks count
 * by the same rows.
 */
@Component
public class PublicationTimes {

  private static final String NOTICE = "publication-notice";
  private static final String KEPT = "publication-kept";

  private final Clocks clocks;

  PublicationTimes(Clocks clocks) {
    this.clocks = clocks;
  }

  /** Why nothing is published on a day of the week or the year; empty on a working day. */
  public Optional<String> whyNotOn(LocalDate publication) {
    return clocks
        .calendar()
        .whyNotWorking(publication)
        .map(
            reason ->
                Words.date(publication)
                    + " is no working day ("
                    + reason
                    + "); a report is published on a working day");
  }

  /**
   * Whether the bodies have their full notice.
   *
   * @param sentOn when they were sent the version that is published
   */
  public boolean isInTime(String partnership, LocalDate sentOn, LocalDate publication) {
    Rule rule = clocks.rule(partnership, NOTICE);
    return !sentOn.isAfter(rule.from(publication).due(clocks.calendar()));
  }

  /** The first working day, not before another day, that leaves the bodies their notice. */
  public LocalDate earliest(String partnership, LocalDate sentOn, LocalDate notBefore) {
    LocalDate day = clocks.calendar().moved(notBefore, DayOff.NEXT);
    while (!isInTime(partnership, sentOn, day)) {
      day = clocks.calendar().plus(day, 1);
    }
    return day;
  }

  /** The notice in words, for example {@code 7 full working days}. */
  public String notice(String partnership) {
    return clocks.rule(partnership, NOTICE).lengthInWords();
  }

  /** The first day on which a report can be taken down: the last day of its time is a full one. */
  public LocalDate earliestRemoval(String partnership, LocalDate publishedOn) {
    return clocks.rule(partnership, KEPT).from(publishedOn).due(clocks.calendar()).plusDays(1);
  }
}
