package org.practicereview.outbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Empties the outbox every few seconds. {@code practice-review.outbox.scheduled=false} switches it
 * off, for tests that send by hand.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(
    name = "practice-review.outbox.scheduled",
    havingValue = "true",
    matchIfMissing = true)
class OutboxSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSchedule.class);

  private final Dispatcher dispatcher;

  OutboxSchedule(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Scheduled(
      fixedDelayString = "${practice-review.outbox.delay:PT5S}",
      initialDelayString = "${practice-review.outbox.delay:PT5S}")
  void sendDue() {
    int accepted = dispatcher.sendDue();
    if (accepted > 0) {
      LOG.info("The mail server has taken {} mails", accepted);
    }
  }
}
