package org.practicereview.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold of a case, whatever has happened to it. Knows nothing of the service's code: reads
 * only the database and the mails that arrived.
 */
public final class Invariants {

  private final JdbcClient jdbc;
  private final Instant now;

  /**
   * @param now the time of the service
   */
  public Invariants(JdbcClient jdbc, Instant now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * A mail that arrived.
   *
   * @param text all that is in it
   */
  public record Arrived(String messageId, String to, String subject, String text) {}

  /** Fails with all that does not hold. */
  public void hold(String caseReference) {
    assertThat(broken(caseReference)).as("what does not hold of " + caseReference).isEmpty();
  }

  /** What does not hold of a case, a sentence each. */
  public List<String> broken(String caseReference) {
    List<String> broken = new ArrayList<>();
    broken.addAll(new NextStep(jdbc).broken(caseReference));
    broken.addAll(new WorkListed(jdbc).broken(caseReference));
    broken.addAll(new LettersOnce(jdbc).broken(caseReference));
    broken.addAll(new ClocksRight(jdbc).broken(caseReference));
    broken.addAll(new Kept(jdbc, now).broken(caseReference));
    return broken;
  }

  /** What does not hold of the mail that arrived. */
  public List<String> broken(List<Arrived> sink) {
    return new LettersOnce(jdbc).broken(sink);
  }
}
