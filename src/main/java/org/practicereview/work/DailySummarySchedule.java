package org.practicereview.work;

import java.time.ZonedDateTime;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks every minute whether the mails of the working morning have gone. {@code
 * practice-review.watch.scheduled=false} switches it off, for tests that send by hand.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(
    name = "practice-review.watch.scheduled",
    havingValue = "true",
    matchIfMissing = true)
class DailySummarySchedule {

  private final DailySummaries summaries;

  DailySummarySchedule(DailySummaries summaries) {
    this.summaries = summaries;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT2M")
  void send() {
    // The time of the machine, and not of the service: a demonstration plays its cases in the past.
    summaries.send(ZonedDateTime.now(WorkingDayCalendar.ZONE));
  }
}
