package org.practicereview.oversight;

import java.time.Duration;
import org.practicereview.absence.Absences;
import org.practicereview.absence.HandOver;
import org.practicereview.absence.NamedCovers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks for mail that did not arrive every few seconds, for failed steps and absences that begin
 * every minute, and every hour for cases without a next step and for work items that differ from
 * the engine's tasks, once for all nodes. {@code practice-review.watch.scheduled=false} switches it
 * off, for tests that look by hand.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(
    name = "practice-review.watch.scheduled",
    havingValue = "true",
    matchIfMissing = true)
class StandstillSchedule {

  private static final Duration MINUTE = Duration.ofSeconds(50);
  private static final Duration HOUR = Duration.ofMinutes(59);

  private static final Duration MOMENT = Duration.ofSeconds(8);

  private final StandstillWatch watch;
  private final MailWatch mail;
  private final WorkItemWatch work;
  private final Absences absences;
  private final HandOver handOver;
  private final NodeTurns turns;
  private final NamedCovers covers;

  StandstillSchedule(
      StandstillWatch watch,
      MailWatch mail,
      WorkItemWatch work,
      Absences absences,
      HandOver handOver,
      NamedCovers covers,
      NodeTurns turns) {
    this.covers = covers;
    this.absences = absences;
    this.handOver = handOver;
    this.watch = watch;
    this.mail = mail;
    this.work = work;
    this.turns = turns;
  }

  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void lookAtMail() {
    if (turns.take(MailWatch.TURN, MOMENT)) {
      mail.look();
    }
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void look() {
    if (turns.take("failed-steps", MINUTE)) {
      watch.lookAtFailedSteps();
    }
    if (turns.take("absences-begin", MINUTE)) {
      absences.beginDue();
      covers.follow();
    }
    if (turns.take("next-steps", HOUR)) {
      watch.lookAtNextSteps();
    }
    if (turns.take(WorkItemWatch.TURN, HOUR)) {
      work.look();
      handOver.freeWorkOfGoneAccounts();
    }
  }
}
