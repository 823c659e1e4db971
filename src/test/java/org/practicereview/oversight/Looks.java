package org.practicereview.oversight;

import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** Lets a story look for what stands still, as the service does by itself every minute. */
public final class Looks {

  private Looks() {}

  /** Looks for failed steps and for cases without a next step. */
  public static void forStandstills(ApplicationContext service) {
    StandstillWatch watch = service.getBean(StandstillWatch.class);
    watch.lookAtFailedSteps();
    watch.lookAtNextSteps();
  }

  /** Looks for mail that did not arrive. */
  public static void forMail(ApplicationContext service) {
    service.getBean(MailWatch.class).look();
  }

  /** Whether the caller is the one of two nodes whose turn it is. */
  public static boolean takesTurn(ApplicationContext service, String name) {
    return service.getBean(NodeTurns.class).take(name, Duration.ofMinutes(1));
  }
}
