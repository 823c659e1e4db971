package org.practicereview.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.practicereview.learning.NationalReviewEntry.Recommended;
import org.practicereview.refusals.NotThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** National reviews and their recommendations, as rows. */
@Component
class NationalRows {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final JdbcClient jdbc;

  NationalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts recommendations in the place of those that were there. */
  void write(String review, List<Recommended> recommendations) {
    jdbc.sql("delete from review.national_recommendation where review = ?").param(review).update();
    int place = 0;
    for (Recommended one : recommendations) {
      jdbc.sql("insert into review.national_recommendation values (?, ?, ?, ?, ?, ?)")
          .params(
              review,
              ++place,
              one.number(),
              one.words(),
              String.join(",", one.themes()),
              one.isLocal())
          .update();
    }
  }

  /**
   * The review that a file answers.
   *
   * @throws NotThere if it answers none
   */
  NationalReview of(String reference) {
    return jdbc.sql(
            """
            select r.* from review.national_review r
            join review.national_answer a on a.review = r.id where a.case_reference = ?""")
        .param(reference)
        .query(this::review)
        .optional()
        .orElseThrow(() -> new NotThere("There is no national review " + reference));
  }

  /** The references of the files in which partnerships answer a review. */
  List<String> files(String review) {
    return jdbc.sql("select case_reference from review.national_answer where review = ? order by 1")
        .param(review)
        .query(String.class)
        .list();
  }

  private NationalReview review(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    List<Recommended> recommendations =
        jdbc.sql("select * from review.national_recommendation where review = ? order by place")
            .param(id)
            .query(NationalRows::recommended)
            .list();
    return new NationalReview(
        id,
        row.getString("number"),
        new NationalReviewEntry(
            row.getString("title"),
            row.getString("publisher"),
            recommendations,
            row.getDate("published_on").toLocalDate().toString(),
            row.getString("found_at")),
        row.getDate("published_on").toLocalDate(),
        row.getString("entered_in"),
        row.getObject("entered_at", OffsetDateTime.class).atZoneSameInstant(LONDON).toLocalDate());
  }

  private static Recommended recommended(ResultSet row, int number) throws SQLException {
    return new Recommended(
        row.getString("number"),
        row.getString("words"),
        Arrays.asList(row.getString("theme_codes").split(",")),
        row.getBoolean("local") ? "local" : "others");
  }
}
