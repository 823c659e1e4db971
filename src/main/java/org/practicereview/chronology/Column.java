package org.practicereview.chronology;

import static org.practicereview.chronology.ChronologyQuestions.CHILD_VOICE;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_ACTION;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_COMMENT;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_GOOD_PRACTICE;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_KEY_LINE;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_KIND;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_ON;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_OTHER_AGENCY;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_PEOPLE;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_SOURCE;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_SUMMARY;
import static org.practicereview.chronology.ChronologyQuestions.EVENT_TIME;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one row of a chronology says; the order is that of the columns in a spreadsheet. The same
 * questions stand in the form {@code complete-chronology}.
 */
public enum Column {
  /** The day, {@code yyyy-MM-dd} where it is stored. */
  DATE(EVENT_ON.key(), "Date", true, 10),
  /** The time, as the record gives it. */
  TIME(EVENT_TIME.key(), "Time", false, 50),
  /** Where it is recorded. */
  SOURCE(EVENT_SOURCE.key(), "Source record", true, 500),
  /** Visit, telephone call, meeting and so on. */
  KIND(EVENT_KIND.key(), "Type of contact", true, 200),
  /** Roles and family members. */
  PEOPLE(EVENT_PEOPLE.key(), "Who was involved or seen", true, 1000),
  /** {@code yes}, {@code no} or {@code not-recorded}. */
  CHILD_SEEN(ChronologyQuestions.CHILD_SEEN.key(), "Was the child seen?", true, 12),
  /** The child's voice. */
  VOICE(CHILD_VOICE.key(), "What the child said or showed", false, 4000),
  /** What happened. */
  SUMMARY(EVENT_SUMMARY.key(), "What happened", true, 4000),
  /** What followed. */
  ACTION(EVENT_ACTION.key(), "Action, decision or outcome", false, 4000),
  /** What the author makes of it. */
  COMMENT(EVENT_COMMENT.key(), "Comment and analysis", false, 4000),
  /** What went well. */
  GOOD_PRACTICE(EVENT_GOOD_PRACTICE.key(), "Good practice", false, 2000),
  /** Number of the key line of enquiry in the terms of reference. */
  KEY_LINE(EVENT_KEY_LINE.key(), "Key line of enquiry (number)", false, 50),
  /** Another agency that should have a row on this. */
  OTHER_AGENCY(EVENT_OTHER_AGENCY.key(), "See also (other agency)", false, 200);

  private final String key;
  private final String heading;
  private final boolean required;
  private final int longest;

  Column(String key, String heading, boolean required, int longest) {
    this.key = key;
    this.heading = heading;
    this.required = required;
    this.longest = longest;
  }

  /** The question's key in the form. */
  public String key() {
    return key;
  }

  /** The heading in spreadsheets and pages. */
  public String heading() {
    return heading;
  }

  /** Whether every row must say it. */
  public boolean required() {
    return required;
  }

  /** The longest text, in characters. */
  public int longest() {
    return longest;
  }

  /** The headings in their order. */
  static List<String> headings() {
    return Arrays.stream(values()).map(Column::heading).toList();
  }

  /** The column a person means by a heading, however it is spaced and capitalised. */
  static Optional<Column> headed(String heading) {
    String meant = plain(heading);
    return Arrays.stream(values()).filter(column -> plain(column.heading).equals(meant)).findAny();
  }

  private static String plain(String heading) {
    return heading.toLowerCase(Locale.UK).replaceAll("[^a-z]+", " ").strip();
  }
}
