package org.practicereview.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.engine.KeptAnswers;
import org.practicereview.notes.NotesClosed;
import org.practicereview.notes.SealedTexts;
import org.practicereview.notes.TextSeal;
import org.practicereview.refusals.NotThere;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people with an account have typed into a form and not sent. Every call names the author; a
 * draft of someone else does not exist for it, but for the fact that they write and since when.
 * Whether the author may still open the form, the caller has checked.
 */
@Component
class FormDrafts implements KeptAnswers, SealedTexts {

  /** Longer than any task is left lying; a form that opens no case is kept for a week. */
  static final Duration TASK_AGE = Duration.ofDays(90);

  static final Duration START_AGE = Duration.ofDays(7);

  private static final String OPEN =
      " and kept_at > (case when task_id is null then :starts else :tasks end)";
  private static final TypeReference<LinkedHashMap<String, Object>> ANSWERS =
      new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final TextSeal seal;
  private final Clock clock;
  private final TransactionTemplate together;

  FormDrafts(JdbcClient jdbc, TextSeal seal, Clock clock, TransactionTemplate together) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.clock = clock;
    this.together = together;
  }

  /**
   * A draft, without what it says.
   *
   * @param version counted from 1
   */
  record Draft(int version, Instant keptAt) {}

  /** Someone else who writes in the same form. */
  record Writer(String userId, Instant since) {}

  /** The person's draft. */
  Optional<Draft> draft(String place, String author) {
    return jdbc.sql(
            "select version, kept_at from review.form_draft where place = :place and author = :author"
                + OPEN)
        .param("place", place)
        .param("author", author)
        .params(limits())
        .query((row, number) -> new Draft(row.getInt(1), at(row)))
        .optional();
  }

  /** Who else writes in a form, who began first first. */
  List<Writer> others(String place, String author) {
    return jdbc.sql(
            "select author, began_at from review.form_draft where place = :place and author <> :author"
                + OPEN
                + " order by began_at, author")
        .param("place", place)
        .param("author", author)
        .params(limits())
        .query((row, number) -> new Writer(row.getString(1), at(row)))
        .list();
  }

  @Override
  public Map<String, Object> of(String place, String author) {
    return draft(place, author).map(draft -> answers(place, author)).orElseGet(Map::of);
  }

  private Map<String, Object> answers(String place, String author) {
    return jdbc.sql("select sealed from review.form_draft where place = ? and author = ?")
        .params(place, author)
        .query((row, number) -> row.getBytes(1))
        .optional()
        .map(closed -> open(place, author, closed))
        .orElseGet(Map::of);
  }

  private Map<String, Object> open(String place, String author, byte[] sealed) {
    try {
      return JSON.readValue(seal.open(bound(place, author), sealed), ANSWERS);
    } catch (NotesClosed | JsonProcessingException e) {
      // The form still opens, without what no one can read.
      return Map.of();
    }
  }

  /**
   * Keeps what someone has typed.
   *
   * @param taskId the task, or null for a form that opens a case
   * @param seen the version that the author's page began from; 0 for none
   * @param all whether these are all answers, or only those that changed
   * @throws TypedElsewhere if the author has typed in another window meanwhile
   * @throws NotThere if the task is done
   */
  Draft keep(
      String place,
      String taskId,
      String author,
      int seen,
      Map<String, Object> answers,
      boolean all) {
    try {
      return together.execute(status -> write(place, taskId, author, seen, answers, all));
    } catch (DuplicateKeyException e) {
      throw new TypedElsewhere();
    } catch (DataIntegrityViolationException e) {
      throw new NotThere("This task is done already");
    }
  }

  private Draft write(
      String place,
      String taskId,
      String author,
      int seen,
      Map<String, Object> answers,
      boolean all) {
    Optional<Draft> before = draft(place, author);
    if (before.map(Draft::version).orElse(0) != seen) {
      throw new TypedElsewhere();
    }
    Map<String, Object> whole =
        new LinkedHashMap<>(all || before.isEmpty() ? Map.of() : answers(place, author));
    whole.putAll(answers);
    byte[] sealed = seal.close(bound(place, author), json(whole));
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    if (before.isPresent()) {
      int changed =
          jdbc.sql(
                  """
                  update review.form_draft set version = ?, kept_at = ?, sealed = ?
                  where place = ? and author = ? and version = ?""")
              .params(seen + 1, now, sealed, place, author, seen)
              .update();
      if (changed == 0) {
        throw new TypedElsewhere();
      }
    } else {
      forget(place, author);
      jdbc.sql(
              """
              insert into review.form_draft
                (place, author, task_id, version, began_at, kept_at, sealed)
              values (?, ?, ?, 1, ?, ?, ?)""")
          .params(place, author, taskId, now, now, sealed)
          .update();
    }
    return new Draft(seen + 1, now.toInstant());
  }

  @Override
  public void forget(String place, String author) {
    jdbc.sql("delete from review.form_draft where place = ? and author = ?")
        .params(place, author)
        .update();
  }

  /** Takes away what no one has gone on with for long. */
  int forgetOld() {
    return jdbc.sql(
            """
            delete from review.form_draft
            where kept_at <= (case when task_id is null then :starts else :tasks end)""")
        .params(limits())
        .update();
  }

  @Override
  public void sealAgain(Again again) {
    record Sealed(String place, String author, int version, Optional<byte[]> now) {}

    jdbc.sql("select place, author, version, sealed from review.form_draft")
        .query(
            (row, number) ->
                new Sealed(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    again.of(bound(row.getString(1), row.getString(2)), row.getBytes(4))))
        .list()
        .forEach(
            draft ->
                draft.now.ifPresent(
                    now ->
                        jdbc.sql(
                                """
                                update review.form_draft set sealed = ?
                                where place = ? and author = ? and version = ?""")
                            .params(now, draft.place, draft.author, draft.version)
                            .update()));
  }

  private Map<String, Object> limits() {
    Instant now = clock.instant();
    return Map.of(
        "starts", now.minus(START_AGE).atOffset(ZoneOffset.UTC),
        "tasks", now.minus(TASK_AGE).atOffset(ZoneOffset.UTC));
  }

  private static String bound(String place, String author) {
    return String.join("\n", "draft", place, author);
  }

  private static String json(Map<String, Object> answers) {
    try {
      return JSON.writeValueAsString(answers);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject(2, OffsetDateTime.class).toInstant();
  }
}
