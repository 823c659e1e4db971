package org.practicereview.modelling;

import java.util.Optional;
import java.util.function.Supplier;
import org.practicereview.modelling.Submission.Sender;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * In production people deploy nothing but what a second administrator releases, by whatever door.
 */
@Component
class ReleasedOnly {

  private static final String SETTING = "practice-review.models.released-only";

  private final ThreadLocal<Boolean> releasing = ThreadLocal.withInitial(() -> false);
  private final Environment environment;

  ReleasedOnly(Environment environment) {
    this.environment = environment;
  }

  /** Deploys what was released. */
  <T> T release(Supplier<T> deployment) {
    releasing.set(true);
    try {
      return deployment.get();
    } finally {
      releasing.remove();
    }
  }

  /** Why what someone deploys is refused, if it is. */
  Optional<Fault> fault(Sender sender) {
    boolean past =
        !sender.isService()
            && environment.getProperty(SETTING, Boolean.class, false)
            && !releasing.get();
    return past
        ? Optional.of(
            new Fault(
                "the deployment",
                "",
                "",
                "no second administrator has released it",
                "Propose it in the service, on the page Models. There another model administrator"
                    + " compares and releases it."))
        : Optional.empty();
  }
}
