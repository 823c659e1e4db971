package org.practicereview.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.springframework.stereotype.Component;

/** The path of a case so far and to come: its clocks as bars on one line of time. */
@Component
class PathSection implements CaseSection {

  /** How wide the picture of a bar is, in units of its own. */
  private static final int WIDTH = 400;

  private static final int LEAST = 4;

  private final Clocks clocks;
  private final Clock clock;

  PathSection(Clocks clocks, Clock clock) {
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * A clock as a bar.
   *
   * @param from day of the event that started it
   * @param until day on which it ended; where it runs, the later of its date and today
   * @param x where the bar begins, out of {@value #WIDTH}
   * @param width of the bar
   * @param today where today is
   */
  public record Bar(
      Deadline clock, LocalDate from, LocalDate until, long x, long width, long today) {}

  @Override
  public Map<String, Object> of(CaseView view) {
    return Map.of("path", view.sight().header() ? bars(clocks.of(view.reference())) : List.of());
  }

  private List<Bar> bars(List<Deadline> all) {
    LocalDate today = LocalDate.now(clock);
    Collection<Deadline> shown = latestOfTheCase(all);
    LocalDate first =
        shown.stream().map(Deadline::triggerOn).min(LocalDate::compareTo).orElse(today);
    LocalDate last =
        Stream.concat(shown.stream().map(one -> until(one, today)), Stream.of(today))
            .max(LocalDate::compareTo)
            .orElse(today);
    long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
    return shown.stream()
        .sorted(Comparator.comparing(Deadline::triggerOn).thenComparing(Deadline::dueOn))
        .map(
            one -> {
              long x = ChronoUnit.DAYS.between(first, one.triggerOn()) * WIDTH / days;
              long end = ChronoUnit.DAYS.between(first, until(one, today)) * WIDTH / days;
              return new Bar(
                  one,
                  one.triggerOn(),
                  until(one, today),
                  Math.min(x, WIDTH - LEAST),
                  Math.max(LEAST, end - x),
                  ChronoUnit.DAYS.between(first, today) * WIDTH / days);
            })
        .toList();
  }

  /** The latest of each clock that counts from an event for the case as a whole. */
  private static Collection<Deadline> latestOfTheCase(List<Deadline> all) {
    Map<String, Deadline> latest = new LinkedHashMap<>();
    all.stream()
        .filter(one -> one.scope().isEmpty())
        .filter(one -> one.rule().direction() == Direction.AFTER)
        .filter(one -> one.state() != ClockState.CANCELLED)
        .forEach(one -> latest.put(one.rule().id(), one));
    return latest.values();
  }

  private static LocalDate until(Deadline one, LocalDate today) {
    LocalDate open = one.dueOn().isBefore(today) ? today : one.dueOn();
    return one.isOpen() ? open : Objects.requireNonNullElse(one.endedOn(), one.dueOn());
  }
}
