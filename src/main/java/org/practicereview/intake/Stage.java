package org.practicereview.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a case has come when it is taken in; each holds all that the ones before it hold. */
public enum Stage {
  NOTIFIED("Notified", "The notification has gone. The rapid review begins in the service."),
  RAPID_REVIEW("Rapid review", "The rapid review runs, and the partners know."),
  AWAITING_PANEL("Awaiting the Panel", "The rapid review report is with the Panel."),
  PRACTICE_REVIEW(
      "Review begun", "The partners have decided on a review. It begins with the reviewer."),
  DRAFTING("Drafting", "Everyone has been heard. The reviewer writes the report."),
  PUBLICATION("Publication", "The report is signed off, and publication is to be planned.");

  private final String words;
  private final String meaning;

  Stage(String words, String meaning) {
    this.words = words;
    this.meaning = meaning;
  }

  /** As it stands in the spreadsheet. */
  public String words() {
    return words;
  }

  /** What it says of the case. */
  public String meaning() {
    return meaning;
  }

  /** Whether a case of this stage has come as far as another. */
  boolean reaches(Stage other) {
    return compareTo(other) >= 0;
  }

  static Optional<Stage> of(String typed) {
    String plain = typed.strip().toLowerCase(Locale.UK);
    return Arrays.stream(values())
        .filter(one -> one.words.toLowerCase(Locale.UK).equals(plain))
        .findFirst();
  }

  static List<String> all() {
    return Arrays.stream(values()).map(Stage::words).toList();
  }
}
