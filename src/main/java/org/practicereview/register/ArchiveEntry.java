package org.practicereview.register;

import java.time.LocalDate;
import java.util.Locale;
import org.practicereview.refusals.Refused;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What someone writes down about an archived review.
 *
 * @param title what it is called, without a name by which the family can be known
 * @param begunOn when it began, or null where that was left out
 * @param publishedOn when it was published, or null
 * @param foundAt where it can be read, or empty
 * @param learning what it taught
 */
public record ArchiveEntry(
    String title,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate begunOn,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate publishedOn,
    String foundAt,
    String learning) {

  /** What a form starts with. */
  public static final ArchiveEntry EMPTY = new ArchiveEntry("", null, null, "", "");

  /** The last day on which a safeguarding board could begin a review. */
  private static final LocalDate LAST_DAY = LocalDate.of(2019, 9, 29);

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_PLACE = 500;
  private static final int LONGEST_LEARNING = 4000;

  public ArchiveEntry {
    title = stripped(title);
    foundAt = stripped(foundAt);
    learning = stripped(learning);
  }

  /**
   * Refuses what cannot be.
   *
   * @throws Refused saying in words what is wrong
   */
  void check(LocalDate today) {
    written("What the review is called", title, LONGEST_TITLE);
    written("What was learned", learning, LONGEST_LEARNING);
    if (foundAt.length() > LONGEST_PLACE) {
      throw new Refused("Where it can be read must be " + LONGEST_PLACE + " characters or fewer");
    }
    if (begunOn == null) {
      throw new Refused("Enter the date on which the review began");
    }
    if (begunOn.isAfter(LAST_DAY)) {
      throw new Refused(
          "The review began after 29 September 2019, so it is not a serious case review. Refer it as"
              + " a case instead");
    }
    if (publishedOn != null && (publishedOn.isBefore(begunOn) || publishedOn.isAfter(today))) {
      throw new Refused(
          "The date of publication must be after the review began and not in the future");
    }
  }

  /** Whether both tell of the same review: it began on one day and is called the same. */
  boolean isSameReview(ArchiveEntry other) {
    return begunOn.equals(other.begunOn) && plain(title).equals(plain(other.title));
  }

  static void written(String what, String text, int longest) {
    if (text.isBlank()) {
      throw new Refused(what + ": enter an answer");
    }
    if (text.strip().length() > longest) {
      throw new Refused(what + " must be " + longest + " characters or fewer");
    }
  }

  private static String plain(String title) {
    return title.replaceAll("\\s+", " ").toLowerCase(Locale.UK);
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }
}
