package org.practicereview.oversight;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets only one of the nodes of a database do what is done from time to time. */
@Component
class NodeTurns {

  private final JdbcClient jdbc;

  NodeTurns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps other nodes out of the same work until the caller's transaction has ended. */
  void alone(String name) {
    jdbc.sql("select name from review.node_turn where name = ? for update")
        .param(name)
        .query(String.class)
        .single();
  }

  /**
   * Takes the turn if it is due.
   *
   * @param name of the work, a row of its table
   * @param every how long until it is due again, for all nodes
   */
  boolean take(String name, Duration every) {
    // The time of the machine, and not of the service: a story may move that.
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    return jdbc.sql("update review.node_turn set next_at = ? where name = ? and next_at <= ?")
            .params(now.plus(every), name, now)
            .update()
        == 1;
  }
}
