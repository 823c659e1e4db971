package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("What a monitor sees")
class ServiceSignsTest extends StoryTest {

  @Test
  @DisplayName("are open cases, overdue statutory clocks, the oldest letter and mail, no names")
  void signs() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-02");
    double cases = gauge("open.cases");
    double overdue = gauge("overdue.statutory.clocks");
    story.referredBy("manager", with()).goesOnUntil("submitNotification");
    assertThat(gauge("open.cases")).isEqualTo(cases + 1);
    assertThat(gauge("overdue.statutory.clocks")).isEqualTo(overdue);
    story.on("2026-03-31");
    assertThat(gauge("overdue.statutory.clocks")).isGreaterThan(overdue);
    assertThat(gauge("oldest.mail")).isGreaterThan(Duration.ofDays(20).toSeconds());
    assertThat(gauge("oldest.letter")).isGreaterThanOrEqualTo(0);
    assertThat(lastSummary("2099-01-01T00:00:00Z"))
        .isEqualTo(Instant.parse("2099-01-01T00:00:00Z").getEpochSecond());
    assertThat(desk.the(MeterRegistry.class).getMeters())
        .filteredOn(meter -> meter.getId().getName().startsWith("practice.review."))
        .hasSizeGreaterThanOrEqualTo(9)
        .extracting(Meter::getId)
        .allSatisfy(id -> assertThat(Set.copyOf(id.getTags())).isEmpty());
  }

  /** What is read while a summary of that moment is there. */
  private double lastSummary(String writtenAt) {
    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    rows.update(
        "insert into review.daily_summary (recipient, told_on, written_at, said) values (?, ?, ?, '')",
        "someone",
        LocalDate.of(2099, 1, 1),
        OffsetDateTime.parse(writtenAt));
    try {
      return gauge("last.daily.summary");
    } finally {
      rows.update("delete from review.daily_summary where recipient = 'someone'");
    }
  }

  private double gauge(String name) {
    return desk.the(MeterRegistry.class).get("practice.review." + name).gauge().value();
  }
}
