package org.practicereview.outbox;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.practicereview.refusals.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a database that belongs to this installation from one that was restored from a backup of
 * another. What waits to be sent in such a database may have gone already, so that nothing goes
 * until an administrator has said what it is.
 */
@Component
public class Installation implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
  private static final String OF_THE_SERVICE = "";
  private static final String PERHAPS_SENT =
      "Waited in a backup that was restored; the earlier installation may have sent it";

  /** What the database is. */
  public enum State {
    /** That of this installation. */
    OWN,
    /** That of another one, or of one that this node does not know yet. */
    OF_ANOTHER,
    /** A copy, by decision of an administrator: it never sends mail. */
    COPY
  }

  /** As it was when mail was last to be sent: lists of mails do not ask again for each. */
  private volatile State seen = State.OWN;

  private record Row(String id, boolean copy) {}

  private final JdbcClient jdbc;
  private final OwnId own;
  private final AuditTrail audit;
  private final Clock clock;

  Installation(JdbcClient jdbc, OwnId own, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.own = own;
    this.audit = audit;
    this.clock = clock;
  }

  /** At the start, while no other node starts: a database that has no id takes that of the node. */
  @Override
  public void afterPropertiesSet() {
    if (row().isEmpty()) {
      jdbc.sql("insert into review.installation (id, is_copy) values (?, false)")
          .param(own.orNew())
          .update();
    }
    if (state() == State.OF_ANOTHER) {
      LOG.warn(
          "This database belongs to another installation, or was restored from a backup: mail is"
              + " held until an administrator says on the page /installation what it is.");
    } else if (seen == State.COPY) {
      LOG.warn("This database is a copy, as an administrator has said: no mail is sent.");
    }
  }

  /** What the database is, as this node sees it now. */
  public State state() {
    Row row = row().orElseThrow();
    State now = row.copy() ? State.COPY : State.OWN;
    seen = own.value().equals(Optional.of(row.id())) ? now : State.OF_ANOTHER;
    return seen;
  }

  /** The same, as it was a moment ago. */
  State seen() {
    return seen;
  }

  /** How much mail waits. */
  public int held() {
    return jdbc.sql(
            "select count(*) from review.outbox where state in ('QUEUED', 'SENDING', 'GATHERING')")
        .query(Integer.class)
        .single();
  }

  /**
   * Nothing was restored: this node is a further one of the installation whose database it is, or
   * the installation was given another name.
   *
   * @throws Refused if the database is this installation's own, or a copy
   */
  @Transactional
  public void nothingWasRestored(String by) {
    if (state() != State.OF_ANOTHER) {
      throw new Refused("This is known already");
    }
    if (own.isGiven()) {
      decide(false, by);
      record(by, "The installation has another name now; nothing was restored.");
    } else {
      own.keep(row().orElseThrow().id());
      record(by, "A further node joined the installation; nothing was restored.");
    }
  }

  /** This is a copy, for a test or a look into the past. */
  @Transactional
  public void isCopy(String by) {
    decide(true, by);
    record(by, "The database is a copy: it sends no mail.");
  }

  /**
   * This installation takes the place of the one that the backup is from.
   *
   * @param wentOn whether that one may have sent mail after the backup was made: then a person
   *     decides about each mail that waits
   */
  @Transactional
  public void replaces(boolean wentOn, String by) {
    if (state() == State.OWN) {
      return;
    }
    int left = wentOn ? leaveToPeople() : 0;
    decide(false, by);
    record(
        by,
        wentOn
            ? "The database replaces an earlier one, which may have gone on after the backup."
                + " Mails left for people to decide: %d.".formatted(left)
            : "The database replaces an earlier one, which has sent nothing since the backup.");
  }

  private int leaveToPeople() {
    return jdbc.sql(
            """
            update review.outbox set state = 'UNKNOWN', reason = ?, claimed_until = null
            where state in ('QUEUED', 'SENDING', 'GATHERING')""")
        .param(PERHAPS_SENT)
        .update();
  }

  private void decide(boolean copy, String by) {
    jdbc.sql("update review.installation set id = ?, is_copy = ?, decided_by = ?, decided_at = ?")
        .params(own.orNew(), copy, by, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void record(String by, String sentence) {
    LOG.info("{}", sentence);
    audit.record(OF_THE_SERVICE, by, sentence);
  }

  private Optional<Row> row() {
    return jdbc.sql("select id, is_copy from review.installation")
        .query((row, number) -> new Row(row.getString("id"), row.getBoolean("is_copy")))
        .optional();
  }

  /** An id that is not in the database: a new one has no more than letters, digits and hyphens. */
  static String newId() {
    return UUID.randomUUID().toString();
  }
}
