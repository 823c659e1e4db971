package org.practicereview.register;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviews of a partnership from before 30 September 2019. They were serious case reviews and
 * keep that name. What was entered wrongly is corrected, or taken out when two people say so; what
 * stood before stays in the table. The trail gets the day, never the title: a wrong title may name
 * the family.
 *
 * <p>What refuses throws an {@link IllegalArgumentException} that says in words what is wrong; then
 * nothing has changed.
 */
@Service
public class ArchivedReviews {

  private static final int LONGEST_REASON = 1000;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Partnerships partnerships;
  private final Clock clock;

  ArchivedReviews(JdbcClient jdbc, AuditTrail audit, Partnerships partnerships, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /** Enters a review. One that is there already is refused. */
  @Transactional
  public void enter(String partnership, ArchiveEntry entry, String by) {
    audit.oneAtATime("");
    requireNew(partnership, entry, "");
    add(partnership, entry, by);
    record(partnership, entry, by, "was entered");
  }

  /** Puts an entry right. The reason stays with the entry as it was before. */
  @Transactional
  public void correct(String partnership, String id, ArchiveEntry entry, String reason, String by) {
    audit.oneAtATime("");
    ArchivedReview old = settled(partnership, id);
    ArchiveEntry.written("Why it is corrected", reason, LONGEST_REASON);
    requireNew(partnership, entry, id);
    ask(id, reason.strip(), by);
    end(id, by);
    add(partnership, entry, by);
    record(partnership, old.entry(), by, "was corrected");
  }

  /** Asks for a review to be taken out. It stays until someone else confirms that. */
  @Transactional
  public void askRemoval(String partnership, String id, String reason, String by) {
    audit.oneAtATime("");
    ArchivedReview review = settled(partnership, id);
    ArchiveEntry.written("Why it is taken out", reason, LONGEST_REASON);
    ask(id, reason.strip(), by);
    record(partnership, review.entry(), by, "is to be taken out, if a second person agrees");
  }

  /** Takes a review out, or keeps it, as someone other than the person who asked says. */
  @Transactional
  public void decideRemoval(String partnership, String id, boolean remove, String by) {
    audit.oneAtATime("");
    ArchivedReview review = get(partnership, id);
    if (review.end() == null) {
      throw new Refused("No one has asked to take this review out");
    }
    if (review.end().askedBy().equals(by)) {
      throw new Refused("You asked to take this review out, so someone else decides");
    }
    if (remove) {
      end(id, by);
    } else {
      ask(id, null, null);
    }
    record(partnership, review.entry(), by, remove ? "was taken out" : "stays in the archive");
  }

  /** The reviews of a partnership, the latest first. */
  public List<ArchivedReview> of(String partnership) {
    return rows(partnership, "ended_at is null order by begun_on desc, title");
  }

  /** The entries that were corrected or taken out, as they were, the latest first. */
  public List<ArchivedReview> ended(String partnership) {
    return rows(partnership, "ended_at is not null order by ended_at desc");
  }

  private List<ArchivedReview> rows(String partnership, String which) {
    return jdbc.sql("select * from review.archived_review where partnership = ? and " + which)
        .param(partnership)
        .query(ArchivedReviews::row)
        .list();
  }

  /**
   * A review of a partnership.
   *
   * @throws Refused where it is not there, or not any more
   */
  public ArchivedReview get(String partnership, String id) {
    return of(partnership).stream()
        .filter(review -> review.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused("This entry has been corrected or taken out"));
  }

  private ArchivedReview settled(String partnership, String id) {
    ArchivedReview review = get(partnership, id);
    if (review.end() != null) {
      throw new Refused("Someone has asked to take this review out, and that is decided first");
    }
    return review;
  }

  private void ask(String id, String reason, String by) {
    jdbc.sql("update review.archived_review set end_reason = ?, end_asked_by = ? where id = ?")
        .params(Arrays.asList(reason, by, id))
        .update();
  }

  private void end(String id, String by) {
    jdbc.sql("update review.archived_review set ended_by = ?, ended_at = ? where id = ?")
        .params(by, now(), id)
        .update();
  }

  private void requireNew(String partnership, ArchiveEntry entry, String except) {
    entry.check(LocalDate.now(clock));
    if (of(partnership).stream()
        .filter(review -> !review.id().equals(except))
        .anyMatch(review -> review.entry().isSameReview(entry))) {
      throw new Refused("There is already a review with this name that began on this day");
    }
  }

  private void add(String partnership, ArchiveEntry entry, String by) {
    jdbc.sql(
            """
            insert into review.archived_review
              (id, partnership, title, begun_on, published_on, found_at, learning, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            UUID.randomUUID().toString(),
            partnership,
            entry.title(),
            entry.begunOn(),
            entry.publishedOn(),
            entry.foundAt(),
            entry.learning(),
            by,
            now())
        .update();
  }

  private void record(String partnership, ArchiveEntry entry, String by, String what) {
    audit.record(
        "",
        by,
        "Archive of %s: the review that began on %s %s."
            .formatted(partnerships.get(partnership).name(), DAY.format(entry.begunOn()), what));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ArchivedReview row(ResultSet row, int number) throws SQLException {
    return new ArchivedReview(
        row.getString("id"),
        new ArchiveEntry(
            row.getString("title"),
            row.getDate("begun_on").toLocalDate(),
            Optional.ofNullable(row.getDate("published_on")).map(Date::toLocalDate).orElse(null),
            row.getString("found_at"),
            row.getString("learning")),
        row.getString("added_by"),
        instant(row, "added_at"),
        row.getString("end_asked_by") == null
            ? null
            : new ArchivedReview.End(
                row.getString("end_reason"),
                row.getString("end_asked_by"),
                row.getString("ended_by"),
                instant(row, "ended_at")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }
}
