package org.practicereview.deadlines;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks every few seconds for dates to be moved. {@code practice-review.watch.scheduled=false}
 * switches it off, for tests that do it by hand.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(
    name = "practice-review.watch.scheduled",
    havingValue = "true",
    matchIfMissing = true)
class MovedDatesSchedule {

  private final MovedDates dates;

  MovedDatesSchedule(MovedDates dates) {
    this.dates = dates;
  }

  @Scheduled(fixedDelayString = "PT3S", initialDelayString = "PT3S")
  void work() {
    dates.work();
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void lookAgain() {
    dates.lookAgain();
  }
}
