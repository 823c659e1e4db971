package org.practicereview.forms;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One question of a form and the rules its answer must keep.
 *
 * @param key name of the answer; means the same fact in every form
 * @param label the question, as the person reads it
 * @param hint help beside the question, or empty
 * @param length longest text, in characters; 0 for no limit of its own
 * @param pattern regular expression the whole text must match, or empty
 * @param min least number, or null
 * @param max greatest number, or null
 * @param choices what may be chosen, empty where anything may be given
 * @param choicesKey fact that holds what may be chosen, or empty
 * @param notAfter {@code today} or the key of a date this one must not lie after, or empty
 * @param notBefore likewise for before
 * @param prefill where an answer is taken from when the form opens, or empty
 * @param shown whether it only shows a fact and takes no answer
 * @param option option of the partnership without which the question is not asked, or empty
 * @param hiddenWhen FEEL conditions; the question is not asked when one of them holds
 * @param rows the questions of each row, for {@link Kind#ROWS}
 * @param fewest least number of rows
 * @param most greatest number of rows; of files, 1 where only one may be given, else 0
 */
public record FormField(
    String key,
    String label,
    String hint,
    Kind kind,
    boolean required,
    int length,
    String pattern,
    Double min,
    Double max,
    List<Choice> choices,
    String choicesKey,
    String notAfter,
    String notBefore,
    String prefill,
    boolean shown,
    String option,
    List<String> hiddenWhen,
    List<FormField> rows,
    int fewest,
    int most) {

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

  /** A value that may be chosen, and what the person reads. */
  public record Choice(String value, String label) {}

  /** A heading over the questions that follow. */
  static FormField heading(String text, List<String> hiddenWhen) {
    return new FormField(
        "",
        "## " + text,
        "",
        Kind.GUIDANCE,
        false,
        0,
        "",
        null,
        null,
        List.of(),
        "",
        "",
        "",
        "",
        true,
        "",
        hiddenWhen,
        List.of(),
        0,
        0);
  }

  /** Whether the choices are yes and no, kept as true and false. */
  public boolean isYesOrNo() {
    return chosenFrom().equals(Set.of("true", "false"));
  }

  /** The values that may be chosen where the form itself lists them. */
  Set<String> chosenFrom() {
    return choices.stream().map(Choice::value).collect(Collectors.toUnmodifiableSet());
  }
}
