package org.practicereview.chronology;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One event in an agency's chronology.
 *
 * @param cells what it says, by column; a column without an answer is left out
 */
public record ChronologyRow(Map<Column, String> cells) {

  public ChronologyRow {
    cells = Map.copyOf(cells);
  }

  /** A row as the form stores it. */
  static ChronologyRow stored(Map<?, ?> answers) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      if (answers.get(column.key()) instanceof String text && !text.isBlank()) {
        cells.put(column, text);
      }
    }
    return new ChronologyRow(cells);
  }

  /** The row as the form stores it. */
  Map<String, Object> answers() {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (Column column : Column.values()) {
      if (cells.containsKey(column)) {
        answers.put(column.key(), cells.get(column));
      }
    }
    return answers;
  }

  /** What the row says in a column, or an empty text. */
  public String say(Column column) {
    return cells.getOrDefault(column, "");
  }

  /** What the row says in the column of that name; for pages. */
  public String say(String column) {
    return say(Column.valueOf(column));
  }

  /** Whether the child was seen: {@code Yes}, {@code No} or {@code Not recorded}. */
  public String seen() {
    return ChronologySheets.seen(this);
  }

  /** The day it happened; one that cannot be read comes before all others. */
  public LocalDate on() {
    try {
      return LocalDate.parse(say(Column.DATE));
    } catch (DateTimeParseException e) {
      return LocalDate.MIN;
    }
  }

  /** The time of day; a row without one, or with words in its place, comes first on its day. */
  LocalTime at() {
    String first = say(Column.TIME).split(" \\(", 2)[0];
    return TimeAsWritten.read(first).orElse(LocalTime.MIN);
  }
}
