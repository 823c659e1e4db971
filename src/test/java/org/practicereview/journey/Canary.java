package org.practicereview.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word that a test types everywhere a person could write a name, to find out afterwards where it
 * has gone.
 *
 * @param word the word; occurs nowhere else
 */
record Canary(String word) {

  private static final Pattern CODE_OR_DATE =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*|[A-Z][0-9]{0,2}|[0-9 ]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z ]+");
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

  /** The same answers with the word in every text, and, where it is a name, in every address. */
  Map<String, Object> in(Map<String, Object> answers) {
    Map<String, Object> marked = new LinkedHashMap<>();
    answers.forEach((key, value) -> marked.put(key, isWorkedOut(key) ? value : in(value)));
    return marked;
  }

  /** The form fills it in, or refuses a name in it: the learning brief, the record of a session. */
  private static boolean isWorkedOut(String key) {
    return key.equals("approvedVersion")
        || key.startsWith("brief")
        || List.of("attendeeName", "otherName").contains(key);
  }

  private Object in(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(this::in).collect(Collectors.toList());
    }
    if (value instanceof Map<?, ?> file && file.containsKey("content")) {
      return file;
    }
    if (value instanceof Map<?, ?> row) {
      Map<String, Object> marked = new LinkedHashMap<>();
      row.forEach(
          (key, cell) ->
              marked.put(String.valueOf(key), isWorkedOut(String.valueOf(key)) ? cell : in(cell)));
      return marked;
    }
    if (!(value instanceof String text) || text.isBlank() || text.contains(word)) {
      return value;
    }
    if (ADDRESS.matcher(text).matches()) {
      return NAME.matcher(word).matches() ? word.replace(' ', '.') + "@family.example" : text;
    }
    return CODE_OR_DATE.matcher(text).matches() ? value : text + " " + word;
  }
}
