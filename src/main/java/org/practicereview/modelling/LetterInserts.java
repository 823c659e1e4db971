package org.practicereview.modelling;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.forms.FormField;
import org.practicereview.modelling.DrawingLists.Choice;

/** What is written into a letter where a fact is chosen: as its kind of answer is printed. */
final class LetterInserts {

  private LetterInserts() {}

  /** A fact to choose: what is written for it, and what people call it. */
  static Choice choice(String root, String key, Map<String, FormField> questions) {
    FormField field = questions.get(key);
    String path = "${" + root + "." + key + "}";
    String label = field == null ? DrawingLists.inWords(key) : label(field);
    return new Choice(field == null ? "[[" + path + "]]" : insert(path, field), label);
  }

  /** What people call a fact: its question, and its key in words where that says more. */
  private static String label(FormField field) {
    String words = DrawingLists.inWords(field.key());
    return field.label().equalsIgnoreCase(words) || field.label().isBlank()
        ? words
        : field.label() + " (" + words.toLowerCase(Locale.UK) + ")";
  }

  private static String insert(String path, FormField field) {
    return switch (field.kind()) {
      case NARRATIVE ->
          "<p class=\"text\" th:if=\"%s != null\" th:text=\"%s\">%s</p>"
              .formatted(path, path, escaped(field.label()));
      case TICK -> "<p th:if=\"%s\">%s</p>".formatted(path, escaped(field.label()));
      case CHOICE -> field.offer().choices().isEmpty() ? "[[" + path + "]]" : chosen(path, field);
      case ROWS ->
          "<ul>\n  <li th:each=\"one : %s\">%s</li>\n</ul>"
              .formatted(
                  path,
                  field.rows().stream()
                      .filter(column -> column.kind() != FormField.Kind.GUIDANCE)
                      .map(column -> "[[${one." + column.key() + "}]]")
                      .collect(Collectors.joining(", ")));
      default -> "[[" + path + "]]";
    };
  }

  /** An answer that is kept as a code is printed in the words of its question. */
  private static String chosen(String path, FormField field) {
    StringBuilder words = new StringBuilder();
    List<FormField.Choice> choices = field.offer().choices();
    choices.forEach(
        one ->
            words.append(
                "%s == '%s' ? '%s' : ("
                    .formatted(path, one.value(), escaped(one.label()).replace("'", "\\'"))));
    return "[[" + words + "''" + ")".repeat(choices.size()) + "]]";
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
