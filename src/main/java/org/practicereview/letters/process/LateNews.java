package org.practicereview.letters.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.practicereview.letters.Gathering;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * After the service was off for days, all timers of those days fire within minutes of its start.
 * What they have to say to a person is gathered in one mail.
 */
@Component
class LateNews {

  static final Duration CATCHING_UP = Duration.ofMinutes(15);

  private static final String TITLE = "Deadlines: several notices in one mail";

  private final Instant started;
  private final Clock time;

  @Autowired
  LateNews(ApplicationContext context, Clock time) {
    this(Instant.ofEpochMilli(context.getStartupDate()), time);
  }

  LateNews(Instant started, Clock time) {
    this.started = started;
    this.time = time;
  }

  /**
   * How a notice goes.
   *
   * @param moment when it should have been written
   * @return empty if it goes by itself
   */
  Optional<Gathering> of(Instant moment) {
    Instant now = time.instant();
    Instant until = started.plus(CATCHING_UP);
    boolean catchingUp = !now.isBefore(started) && now.isBefore(until);
    return catchingUp && moment.isBefore(started)
        ? Optional.of(new Gathering(TITLE, until))
        : Optional.empty();
  }
}
