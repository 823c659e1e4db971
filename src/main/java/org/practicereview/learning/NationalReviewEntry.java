package org.practicereview.learning;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What someone writes down about a national review.
 *
 * @param title as it was published
 * @param publisher who published it, such as the Panel
 * @param recommendations rows of the form, of which some may be empty
 * @param dateOfPublication the date of publication as it was typed
 * @param foundAt the address at which it was published
 */
public record NationalReviewEntry(
    String title,
    String publisher,
    List<Recommended> recommendations,
    String dateOfPublication,
    String foundAt) {

  /** Rows that a new form begins with. */
  public static final int FEWEST_ROWS = 4;

  /** More than any national review has made. */
  public static final int MOST_ROWS = 60;

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_PUBLISHER = 200;
  private static final int LONGEST_PLACE = 500;
  private static final int LONGEST_NUMBER = 20;
  private static final int LONGEST_WORDS = 3900;

  /** What a form starts with. */
  public static final NationalReviewEntry EMPTY =
      new NationalReviewEntry("", "", List.of(), "", "").withRows(FEWEST_ROWS);

  public NationalReviewEntry {
    title = stripped(title);
    publisher = stripped(publisher);
    dateOfPublication = stripped(dateOfPublication);
    foundAt = stripped(foundAt);
    recommendations =
        recommendations == null
            ? List.of()
            : recommendations.stream()
                .map(row -> row == null ? Recommended.EMPTY : row)
                .limit(MOST_ROWS)
                .toList();
  }

  /**
   * A recommendation as it was typed.
   *
   * @param number as it is numbered in the review
   * @param themes codes of themes
   * @param addressed {@code local} to local partnerships, {@code others}, or empty
   */
  public record Recommended(String number, String words, List<String> themes, String addressed) {

    static final Recommended EMPTY = new Recommended("", "", List.of(), "");

    public Recommended {
      number = stripped(number);
      words = stripped(words);
      themes = themes == null ? List.of() : List.copyOf(themes);
      addressed = stripped(addressed);
    }

    boolean isEmpty() {
      return number.isEmpty() && words.isEmpty() && themes.isEmpty() && addressed.isEmpty();
    }

    boolean isLocal() {
      return addressed.equals("local");
    }
  }

  /** The rows in which something was typed. */
  List<Recommended> written() {
    return recommendations.stream().filter(row -> !row.isEmpty()).toList();
  }

  /** The same with at least so many rows, the written ones first. */
  public NationalReviewEntry withRows(int rows) {
    List<Recommended> written = written();
    return new NationalReviewEntry(
        title,
        publisher,
        Stream.concat(written.stream(), Stream.generate(() -> Recommended.EMPTY).limit(MOST_ROWS))
            .limit(Math.min(Math.max(rows, written.size()), MOST_ROWS))
            .toList(),
        dateOfPublication,
        foundAt);
  }

  /** The date of publication, if there is such a date. */
  Optional<LocalDate> published() {
    try {
      return Optional.of(LocalDate.parse(dateOfPublication));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * What is wrong, by the id of the field that it is about; empty if nothing is. The rows are
   * numbered as by {@link #withRows}.
   */
  Map<String, String> problems(LocalDate today, Set<String> themes) {
    Map<String, String> wrong = new LinkedHashMap<>();
    text(wrong, "title", title, "the title of the review", LONGEST_TITLE);
    text(wrong, "publisher", publisher, "who published it", LONGEST_PUBLISHER);
    if (dateOfPublication.isEmpty()) {
      wrong.put("dateOfPublication", "Enter the date of publication");
    } else if (published().isEmpty()) {
      wrong.put("dateOfPublication", "Date of publication must be a real date");
    } else if (published().get().isAfter(today)) {
      wrong.put("dateOfPublication", "Date of publication must be today or in the past");
    }
    if (!isAddress()) {
      wrong.put("foundAt", "Enter the address of the publication, beginning with https://");
    }
    rows(wrong, themes);
    return wrong;
  }

  private void rows(Map<String, String> wrong, Set<String> themes) {
    List<Recommended> written = written();
    Set<String> numbers = new HashSet<>();
    for (int at = 0; at < written.size(); at++) {
      Recommended row = written.get(at);
      String which = "Recommendation in row " + (at + 1) + ": ";
      if (row.number().isEmpty() || row.number().length() > LONGEST_NUMBER) {
        wrong.put("number-" + at, which + "enter its number, as in the review");
      } else if (!numbers.add(row.number().toLowerCase(Locale.UK))) {
        wrong.put("number-" + at, which + "another row has the number " + row.number());
      }
      if (row.words().isEmpty()) {
        wrong.put("words-" + at, which + "enter its words");
      } else if (row.words().length() > LONGEST_WORDS) {
        wrong.put("words-" + at, which + "enter " + LONGEST_WORDS + " characters or fewer");
      }
      if (row.themes().isEmpty() || !themes.containsAll(row.themes())) {
        wrong.put("themes-" + at, which + "choose its themes");
      }
      if (!Set.of("local", "others").contains(row.addressed())) {
        wrong.put("addressed-" + at, which + "choose to whom it is addressed");
      }
    }
    if (written.stream().noneMatch(Recommended::isLocal) && wrong.isEmpty()) {
      wrong.put(
          written.isEmpty() ? "number-0" : "addressed-0",
          "Enter at least one recommendation that is addressed to local partnerships");
    }
  }

  private static void text(
      Map<String, String> wrong, String field, String text, String what, int longest) {
    if (text.isEmpty()) {
      wrong.put(field, "Enter " + what);
    } else if (text.length() > longest) {
      wrong.put(field, "Enter " + what + " in " + longest + " characters or fewer");
    }
  }

  private boolean isAddress() {
    try {
      URI address = new URI(foundAt);
      return foundAt.length() <= LONGEST_PLACE
          && Set.of("https", "http").contains(String.valueOf(address.getScheme()))
          && address.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }
}
