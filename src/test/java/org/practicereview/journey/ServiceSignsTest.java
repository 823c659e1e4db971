package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
    assertThat(gauge("last.daily.summary"))
        .isBetween(0.0, (double) ClockUtil.getCurrentTime().toInstant().getEpochSecond());
    assertThat(desk.the(MeterRegistry.class).getMeters())
        .filteredOn(meter -> meter.getId().getName().startsWith("practice.review."))
        .hasSizeGreaterThanOrEqualTo(9)
        .extracting(Meter::getId)
        .allSatisfy(id -> assertThat(Set.copyOf(id.getTags())).isEmpty());
  }

  private double gauge(String name) {
    return desk.the(MeterRegistry.class).get("practice.review." + name).gauge().value();
  }
}
