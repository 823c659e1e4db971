package org.practicereview.modelling;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.practicereview.refusals.NotThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps proposals and their files. */
@Repository
class ProposalStore {

  private final JdbcClient jdbc;
  private final Clock clock;

  ProposalStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A file of a proposal: what is proposed, and what was in use then, or null. */
  record ProposedFile(String name, String content, String before) {}

  String add(String title, String reason, String by) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into review.model_proposal
              (id, title, reason, proposed_by, proposed_at, state, revision)
            values (?, ?, ?, ?, ?, 'open', 1)""")
        .params(id, title, reason, by, now())
        .update();
    return id;
  }

  /** Keeps a file, in the place of one of that name. */
  void put(String proposal, ProposedFile file) {
    remove(proposal, file.name());
    jdbc.sql(
            """
            insert into review.model_proposal_file (proposal_id, name, content, before_content)
            values (?, ?, ?, ?)""")
        .params(proposal, file.name(), bytes(file.content()), bytes(file.before()))
        .update();
  }

  boolean remove(String proposal, String name) {
    return jdbc.sql("delete from review.model_proposal_file where proposal_id = ? and name = ?")
            .params(proposal, name)
            .update()
        > 0;
  }

  void changed(String proposal) {
    jdbc.sql("update review.model_proposal set revision = revision + 1 where id = ?")
        .param(proposal)
        .update();
  }

  void withdrawn(String proposal) {
    jdbc.sql("update review.model_proposal set state = 'withdrawn' where id = ?")
        .param(proposal)
        .update();
  }

  void released(String proposal, String by, String note, String deployment) {
    jdbc.sql(
            """
            update review.model_proposal set state = 'released', released_by = ?, released_at = ?,
              release_note = ?, deployment_id = ? where id = ?""")
        .params(by, now(), note, deployment, proposal)
        .update();
  }

  void undone(String proposal, String by) {
    jdbc.sql(
            """
            update review.model_proposal set state = 'undone', undone_by = ?, undone_at = ?
            where id = ?""")
        .params(by, now(), proposal)
        .update();
  }

  /** The latest first. */
  List<Proposal> all() {
    return jdbc.sql("select * from review.model_proposal order by proposed_at desc")
        .query((row, number) -> proposal(row))
        .list();
  }

  Proposal get(String id) {
    return one("select * from review.model_proposal where id = ?", id);
  }

  /** The same, and no one else changes it until the transaction ends. */
  Proposal lock(String id) {
    return one("select * from review.model_proposal where id = ? for update", id);
  }

  /** No other one is released, undone or changed until the transaction ends. */
  void lockAll() {
    jdbc.sql("select id from review.model_proposal order by id for update")
        .query(String.class)
        .list();
  }

  private Proposal one(String sql, String id) {
    Optional<Proposal> found =
        jdbc.sql(sql).param(id).query((row, number) -> proposal(row)).optional();
    return found.orElseThrow(() -> new NotThere("There is no such proposal"));
  }

  /** Its files, by name. */
  Map<String, ProposedFile> files(String proposal) {
    Map<String, ProposedFile> files = new TreeMap<>();
    jdbc.sql("select * from review.model_proposal_file where proposal_id = ?")
        .param(proposal)
        .query(
            (row, number) ->
                new ProposedFile(
                    row.getString("name"),
                    text(row.getBytes("content")),
                    text(row.getBytes("before_content"))))
        .list()
        .forEach(file -> files.put(file.name(), file));
    return files;
  }

  private Proposal proposal(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new Proposal(
        id,
        row.getString("title"),
        row.getString("reason"),
        row.getString("proposed_by"),
        at(row, "proposed_at"),
        row.getString("state"),
        row.getInt("revision"),
        row.getString("released_by"),
        at(row, "released_at"),
        row.getString("release_note"),
        row.getString("deployment_id"),
        row.getString("undone_by"),
        jdbc.sql("select name from review.model_proposal_file where proposal_id = ? order by name")
            .param(id)
            .query(String.class)
            .list());
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
