package org.practicereview.register;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviews of a partnership from before 30 September 2019. They were serious case reviews and
 * keep that name; they are entered to be read, and never changed or carried on.
 */
@Service
public class ArchivedReviews {

  /** The last day on which a safeguarding board could begin a review. */
  private static final LocalDate LAST_DAY = LocalDate.of(2019, 9, 29);

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_PLACE = 500;
  private static final int LONGEST_LEARNING = 4000;

  private final JdbcClient jdbc;
  private final Clock clock;

  ArchivedReviews(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Enters a review.
   *
   * @param publishedOn when it was published, or null
   * @param foundAt where it can be read, or empty
   * @throws IllegalArgumentException saying in words what is wrong; then nothing is entered
   */
  @Transactional
  public void enter(
      String partnership,
      String title,
      LocalDate begunOn,
      LocalDate publishedOn,
      String foundAt,
      String learning,
      String by) {
    written("What the review is called", title, LONGEST_TITLE);
    written("What was learned", learning, LONGEST_LEARNING);
    if (foundAt.strip().length() > LONGEST_PLACE) {
      throw new IllegalArgumentException(
          "Where it can be read must be " + LONGEST_PLACE + " characters or fewer");
    }
    if (begunOn.isAfter(LAST_DAY)) {
      throw new IllegalArgumentException(
          "The review began after 29 September 2019, so it is not a serious case review. Refer it as"
              + " a case instead");
    }
    if (publishedOn != null
        && (publishedOn.isBefore(begunOn) || publishedOn.isAfter(LocalDate.now(clock)))) {
      throw new IllegalArgumentException(
          "The date of publication must be after the review began and not in the future");
    }
    jdbc.sql(
            """
            insert into review.archived_review
              (id, partnership, title, begun_on, published_on, found_at, learning, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            UUID.randomUUID().toString(),
            partnership,
            title.strip(),
            begunOn,
            publishedOn,
            foundAt.strip(),
            learning.strip(),
            by,
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }

  /** The reviews of a partnership, the latest first. */
  public List<ArchivedReview> of(String partnership) {
    return jdbc.sql(
            """
            select * from review.archived_review
            where partnership = ? order by begun_on desc, title""")
        .param(partnership)
        .query(ArchivedReviews::row)
        .list();
  }

  private static void written(String what, String text, int longest) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + ": enter an answer");
    }
    if (text.strip().length() > longest) {
      throw new IllegalArgumentException(what + " must be " + longest + " characters or fewer");
    }
  }

  private static ArchivedReview row(ResultSet row, int number) throws SQLException {
    return new ArchivedReview(
        row.getString("id"),
        row.getString("partnership"),
        row.getString("title"),
        row.getDate("begun_on").toLocalDate(),
        Optional.ofNullable(row.getDate("published_on")).map(Date::toLocalDate).orElse(null),
        Optional.ofNullable(row.getString("found_at")).orElse(""),
        row.getString("learning"),
        row.getString("added_by"),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }
}
