package org.practicereview.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicereview.partnership.ClockRule;

@DisplayName("The day of a publication")
class PublicationTimesTest {

  private final ClocksBench bench = new ClocksBench(LocalDate.of(2026, 3, 2));
  private final PublicationTimes times = new PublicationTimes(bench.clocks);

  @ParameterizedTest
  @CsvSource({
    // Seven full working days lie between; Good Friday and Easter Monday are none.
    "2026-03-02, 2026-03-12",
    "2026-03-06, 2026-03-18",
    "2026-03-31, 2026-04-14",
    // What is sent on a Saturday is there on Monday, and the first full day is Tuesday.
    "2026-03-07, 2026-03-19"
  })
  @DisplayName("leaves seven full working days of notice, and is what the clock counts back from")
  void notice(LocalDate sentOn, LocalDate earliest) {
    assertThat(times.earliest("essex", sentOn, sentOn)).isEqualTo(earliest);
    assertThat(times.isInTime("essex", sentOn, earliest)).isTrue();
    LocalDate dayBefore = bench.clocks.calendar().minus(earliest, 1);
    assertThat(times.isInTime("essex", sentOn, dayBefore)).isFalse();
    String reference = bench.newCase();
    bench.fact(reference, "", "publicationPlannedOn", earliest.toString());
    assertThat(
            bench
                .clocks
                .start(new ClockName(reference, "publication-notice", ""), "es-manager")
                .dueOn())
        .isEqualTo(bench.clocks.calendar().moved(sentOn, DayOff.NEXT));
  }

  @Test
  @DisplayName("is a working day")
  void workingDay() {
    assertThat(times.whyNotOn(LocalDate.of(2026, 4, 2))).isEmpty();
    assertThat(times.whyNotOn(LocalDate.of(2026, 4, 3)))
        .hasValueSatisfying(why -> assertThat(why).contains("Friday 3 April 2026", "Good Friday"));
    assertThat(times.earliest("essex", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 3)))
        .isEqualTo("2026-04-07");
  }

  @Test
  @DisplayName("follows the longer notice of a partnership")
  void longer() {
    bench.partnershipSays("publication-notice", new ClockRule(null, 10, null, null, null));
    assertThat(times.notice("essex")).isEqualTo("10 full working days");
    assertThat(times.earliest("essex", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)))
        .isEqualTo("2026-03-17");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-16, 2027-03-17",
    "2024-02-29, 2025-03-01",
    "2023-02-28, 2024-02-29",
    "2027-03-01, 2028-03-02"
  })
  @DisplayName("is followed by a full year, whose last day is counted in full")
  void year(LocalDate published, LocalDate earliestRemoval) {
    assertThat(times.earliestRemoval("essex", published)).isEqualTo(earliestRemoval);
  }
}
