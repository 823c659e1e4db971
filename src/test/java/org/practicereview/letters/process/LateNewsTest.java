package org.practicereview.letters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.outbox.MovableClock;

@DisplayName("After the service was off, a notice")
class LateNewsTest {

  private final MovableClock clock = new MovableClock();
  private final Instant started = clock.instant();
  private final LateNews late = new LateNews(started, clock);

  @Test
  @DisplayName("whose moment had passed before the start is gathered, until a quarter past")
  void missed() {
    clock.pass(Duration.ofMinutes(3));
    assertThat(late.of(started.minus(Duration.ofDays(2))))
        .hasValueSatisfying(
            gathering ->
                assertThat(gathering.until()).isEqualTo(started.plus(Duration.ofMinutes(15))));
  }

  @Test
  @DisplayName("whose moment came after the start goes by itself")
  void onTime() {
    clock.pass(Duration.ofMinutes(3));
    assertThat(late.of(started.plus(Duration.ofMinutes(1)))).isEmpty();
  }

  @Test
  @DisplayName("that is written later goes by itself, however old it is")
  void later() {
    clock.pass(Duration.ofMinutes(15));
    assertThat(late.of(started.minus(Duration.ofDays(2)))).isEmpty();
  }
}
