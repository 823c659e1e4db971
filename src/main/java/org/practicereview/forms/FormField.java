package org.practicereview.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One question of a form and the rules its answer must keep.
 *
 * @param key name of the answer; means the same fact in every form
 * @param limits what the answer must be like
 * @param offer what may be chosen
 * @param opening what the question starts with
 * @param asked when the question is asked
 * @param confidentiality what the form says of who may read the answer
 * @param rows the questions of each row, for {@link Kind#ROWS}
 */
public record FormField(
    String key,
    Kind kind,
    Wording wording,
    boolean required,
    Limits limits,
    Offer offer,
    Opening opening,
    Asked asked,
    Confidentiality confidentiality,
    List<FormField> rows) {

  private static final String HEADING = "## ";

  /** What sort of answer a question takes. */
  public enum Kind {
    /** One line of text. */
    TEXT,
    /** Several lines of text. */
    NARRATIVE,
    /** An e-mail address. */
    EMAIL,
    /** A number. */
    NUMBER,
    /** Yes or no, as a box to tick. */
    TICK,
    /** A date, {@code yyyy-MM-dd}. */
    DATE,
    /** A date and time. */
    DATE_TIME,
    /** One of several. */
    CHOICE,
    /** Any number of several. */
    CHOICES,
    /** Repeated rows of questions. */
    ROWS,
    /** Uploaded files. */
    FILES,
    /** Not a question: guidance text. */
    GUIDANCE
  }

  /**
   * What the person reads.
   *
   * @param label the question
   * @param hint help beside the question, or empty
   */
  public record Wording(String label, String hint) {}

  /** What an answer must be like; each kind of question has its own. */
  public record Limits(
      TextLimit text, NumberLimit number, DateLimit date, CountLimit count, FileLimit file) {

    /** No limits. */
    public static final Limits NONE =
        new Limits(
            TextLimit.NONE, NumberLimit.NONE, DateLimit.NONE, CountLimit.NONE, FileLimit.NONE);

    /** The limits of a question that takes rows. */
    static Limits of(CountLimit count) {
      return new Limits(TextLimit.NONE, NumberLimit.NONE, DateLimit.NONE, count, FileLimit.NONE);
    }
  }

  /**
   * Limits of a text.
   *
   * @param length longest text, in characters; 0 for no limit of its own
   * @param pattern regular expression the whole text must match, or empty
   */
  public record TextLimit(int length, String pattern) {
    static final TextLimit NONE = new TextLimit(0, "");
  }

  /**
   * Limits of a number.
   *
   * @param min least number, or null
   * @param max greatest number, or null
   */
  public record NumberLimit(Double min, Double max) {
    static final NumberLimit NONE = new NumberLimit(null, null);
  }

  /**
   * Limits of a date.
   *
   * @param notBefore {@code today} or the key of a date this one must not be before, or several
   *     with commas between, of which the latest that is known counts; or empty
   * @param notAfter likewise for after; of several the earliest counts
   */
  public record DateLimit(String notBefore, String notAfter) {
    static final DateLimit NONE = new DateLimit("", "");
  }

  /**
   * Limits of rows and files.
   *
   * @param fewest least number of rows
   * @param most greatest number of rows; of files, 1 where only one may be given, else 0
   */
  public record CountLimit(int fewest, int most) {
    static final CountLimit NONE = new CountLimit(0, 0);
  }

  /**
   * Which files are taken.
   *
   * @param endings how their names may end, such as {@code .docx}; empty for every kind that the
   *     service takes
   */
  public record FileLimit(List<String> endings) {
    static final FileLimit NONE = new FileLimit(List.of());

    /** As a form says it: endings with commas between. */
    static FileLimit of(String accept) {
      return new FileLimit(
          Arrays.stream(accept.split(","))
              .map(String::strip)
              .filter(ending -> !ending.isEmpty())
              .toList());
    }
  }

  /**
   * What may be chosen.
   *
   * @param choices empty where anything may be given, or where the case decides
   * @param key fact that holds what may be chosen, or empty
   */
  public record Offer(List<Choice> choices, String key) {

    /** Nothing to choose from: anything may be given. */
    public static final Offer NONE = new Offer(List.of(), "");
  }

  /** A value that may be chosen, and what the person reads. */
  public record Choice(String value, String label) {}

  /**
   * When a question is asked, and what for.
   *
   * @param option option of the partnership without which it is not asked, or empty
   * @param hiddenWhen FEEL conditions; it is not asked when one of them holds
   * @param decides whether its answer is a decision, or gives the reasons for one: the path of a
   *     case shows it
   */
  public record Asked(String option, List<String> hiddenWhen, boolean decides) {

    /** In every case, and deciding nothing. */
    public static final Asked ALWAYS = new Asked("", List.of(), false);
  }

  /** A question without rules of its own. */
  public static FormField plain(String key, String label, Kind kind) {
    return new FormField(
        key,
        kind,
        new Wording(label, ""),
        false,
        Limits.NONE,
        Offer.NONE,
        Opening.OWN_FACT,
        Asked.ALWAYS,
        Confidentiality.NOT_SAID,
        List.of());
  }

  /** A heading over the questions that follow. */
  static FormField heading(String text, List<String> hiddenWhen) {
    return new FormField(
        "",
        Kind.GUIDANCE,
        new Wording(HEADING + text, ""),
        false,
        Limits.NONE,
        Offer.NONE,
        new Opening("", true),
        new Asked("", hiddenWhen, false),
        Confidentiality.NOT_SAID,
        List.of());
  }

  /** Whether it is a heading over the questions that follow. */
  boolean isHeading() {
    return kind == Kind.GUIDANCE && label().startsWith(HEADING);
  }

  /** The words of a heading. */
  String headingText() {
    return label().substring(HEADING.length());
  }

  /** The question, as the person reads it. */
  public String label() {
    return wording.label();
  }

  /** Whether it only shows a fact and takes no answer. */
  public boolean isShown() {
    return opening.shown();
  }

  /** Whether a value may be chosen; true where anything may be given, or the case decides. */
  public boolean offers(Object value) {
    return offer.choices().isEmpty()
        || value == null
        || value instanceof List<?>
        || chosenFrom().contains(value.toString());
  }

  /** Whether the choices are yes and no, kept as true and false. */
  public boolean isYesOrNo() {
    return chosenFrom().equals(Set.of("true", "false"));
  }

  /** The values that may be chosen where the form itself lists them. */
  Set<String> chosenFrom() {
    return offer.choices().stream().map(Choice::value).collect(Collectors.toUnmodifiableSet());
  }
}
