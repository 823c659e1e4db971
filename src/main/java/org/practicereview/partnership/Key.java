package org.practicereview.partnership;

import java.util.List;

/**
 * A key of a profile.
 *
 * @param key as it is written
 * @param kind what may stand there
 * @param meaning what it is for, a sentence
 * @param otherwise what holds where it is left out; null where it must be there
 * @param source where its value comes from
 * @param choices the values it may have, for the kinds {@code choice} and {@code roles}
 * @param least the smallest number it may have
 * @param empty whether an empty value says that the partnership's own sources are silent
 */
record Key(
    String key,
    Kind kind,
    String meaning,
    String otherwise,
    String source,
    List<String> choices,
    int least,
    boolean empty) {

  Key {
    choices = choices == null ? List.of() : List.copyOf(choices);
  }

  boolean isRequired() {
    return otherwise == null;
  }

  boolean accepts(String value) {
    return value.isEmpty() && empty
        || kind.accepts(value)
            && (choices.isEmpty() || choices.containsAll(parts(value)))
            && (kind != Kind.NUMBER || Integer.parseInt(value) >= least);
  }

  private List<String> parts(String value) {
    return kind == Kind.ROLES ? List.of(value.split(", ?")) : List.of(value);
  }

  /** What may stand there, for example {@code a whole number, 12 or more}. */
  String kindInWords() {
    String words =
        choices.isEmpty()
            ? kind.words()
            : (kind == Kind.ROLES ? "one or more, with commas between them, of " : "one of ")
                + String.join(", ", choices);
    return words + (least > 0 ? ", " + least + " or more" : "") + (empty ? ", or empty" : "");
  }

  /** What to write instead of a wrong value. */
  String remedy(String wrong) {
    if (choices.isEmpty()) {
      return least > 0 ? "Write a whole number, " + least + " or more." : kind.remedy();
    }
    return DidYouMean.oneOf(
        parts(wrong).stream().filter(part -> !choices.contains(part)).findFirst().orElse(wrong),
        choices);
  }
}
