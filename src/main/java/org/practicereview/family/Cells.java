package org.practicereview.family;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads rows as they stand among the answers to a form. */
final class Cells {

  private Cells() {}

  /** The rows under a key; empty if there are none. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> rows(Map<String, Object> answers, String key) {
    return answers.get(key) instanceof List<?> rows
        ? rows.stream().filter(Map.class::isInstance).map(row -> (Map<String, Object>) row).toList()
        : List.of();
  }

  static String text(Map<String, Object> row, String column) {
    return Objects.toString(row.get(column), "");
  }

  static Optional<LocalDate> date(Map<String, Object> row, String column) {
    try {
      return Optional.of(LocalDate.parse(text(row, column)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
