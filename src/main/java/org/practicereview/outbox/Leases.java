package org.practicereview.outbox;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps a mail in the hands of this node for as long as the mail server takes over it, while the
 * node lives. So the lease itself can be short, and what a dead node had in hand is soon free.
 */
@Component
class Leases implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

  private final ClaimRows rows;
  private final Duration every;
  private final ScheduledExecutorService timer;

  Leases(ClaimRows rows, @Value("${practice-review.outbox.renew:PT8S}") Duration every) {
    this.rows = rows;
    this.every = every;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "outbox-lease");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Renews the lease of a mail until it is let go, by what is given back. */
  Runnable hold(ClaimedMail mail) {
    ScheduledFuture<?> renewing =
        timer.scheduleAtFixedRate(
            () -> renew(mail), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return () -> renewing.cancel(false);
  }

  private void renew(ClaimedMail mail) {
    try {
      rows.renew(mail);
    } catch (RuntimeException e) {
      // The next time may be better; if the lease ends meanwhile, a person has to decide.
      LOG.warn("The lease of mail {} was not renewed: {}", mail.id(), e.getClass().getName());
    }
  }

  @Override
  public void destroy() {
    timer.shutdownNow();
  }
}
