package org.practicereview.oversight;

import java.time.Duration;
import java.util.Set;
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

  /** Ids of the tasks that lists show otherwise than the engine has them. */
  public static Set<String> forDifferingWork(ApplicationContext service) {
    return service.getBean(WorkItemWatch.class).differing();
  }

  /** Puts right what lists show otherwise than the engine has it. */
  public static void putWorkRight(ApplicationContext service) {
    service.getBean(WorkItemWatch.class).look();
  }

  /** Does what is done with an older database when the service starts. */
  public static void takesUpWork(ApplicationContext service) {
    service.getBean(WorkItemWatch.class).started();
  }

  /** Whether the caller is the one of two nodes whose turn it is. */
  public static boolean takesTurn(ApplicationContext service, String name) {
    return service.getBean(NodeTurns.class).take(name, Duration.ofMinutes(1));
  }
}
