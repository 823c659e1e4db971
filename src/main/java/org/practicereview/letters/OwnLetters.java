package org.practicereview.letters;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.practicereview.reading.OneLook;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The words of letters that were brought into use in the browser, with every version before. They
 * stand in the database, so all nodes write the next letter with them.
 */
@Repository
public class OwnLetters implements LetterTemplates.Released {

  private final JdbcClient jdbc;
  private final Clock clock;

  OwnLetters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A version that was brought into use.
   *
   * @param id the letter
   * @param number counts from 1
   * @param text its text; null where from then on the shipped text counts, or that of the folder
   * @param by who brought it into use
   * @param at since when
   */
  public record Version(String id, int number, String text, String by, Instant at) {}

  @Override
  public Optional<String> text(String id) {
    return OneLook.at(
        "review.own_letter",
        id,
        () ->
            jdbc
                .sql(
                    """
                    select content from review.own_letter where id = ?
                    order by version desc fetch first 1 rows only""")
                .param(id)
                .query((row, number) -> Optional.ofNullable(content(row)))
                .list()
                .stream()
                .findFirst()
                .flatMap(found -> found));
  }

  @Override
  public Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    jdbc.sql(
            """
            select id, content from review.own_letter one
            where content is not null and version =
              (select max(version) from review.own_letter other where other.id = one.id)""")
        .query((RowCallbackHandler) row -> texts.put(row.getString("id"), content(row)));
    return texts;
  }

  /** Every version of every letter, by its id, the newest first. */
  public Map<String, List<Version>> versions() {
    Map<String, List<Version>> versions = new TreeMap<>();
    jdbc.sql("select * from review.own_letter order by id, version desc")
        .query(
            (row, number) ->
                new Version(
                    row.getString("id"),
                    row.getInt("version"),
                    content(row),
                    row.getString("released_by"),
                    row.getObject("released_at", OffsetDateTime.class).toInstant()))
        .list()
        .forEach(one -> versions.computeIfAbsent(one.id(), letter -> new ArrayList<>()).add(one));
    return versions;
  }

  /**
   * Brings a text into use, in the caller's transaction. The next letter is written with it; those
   * that are written keep their words.
   *
   * @param text null to go back to the shipped text, or that of the folder
   */
  public void use(String id, String text, String by) {
    jdbc.sql(
            """
            insert into review.own_letter (id, version, content, released_by, released_at)
            values (?, (select coalesce(max(version), 0) + 1 from review.own_letter where id = ?),
              ?, ?, ?)""")
        .params(
            id,
            id,
            text == null ? null : text.getBytes(StandardCharsets.UTF_8),
            by,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String content(ResultSet row) throws SQLException {
    byte[] content = row.getBytes("content");
    return content == null ? null : new String(content, StandardCharsets.UTF_8);
  }
}
