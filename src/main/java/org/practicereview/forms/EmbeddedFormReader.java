package org.practicereview.forms;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.practicereview.forms.FormField.Choice;
import org.practicereview.forms.FormField.Kind;

/** Reads an embedded HTML form for the questions and rules in it. */
final class EmbeddedFormReader {

  private EmbeddedFormReader() {}

  static List<FormField> fields(String text) {
    Element body = Jsoup.parse(text).body();
    List<FormField> fields = new ArrayList<>();
    for (Element element : body.select("[data-rows], input[name], textarea[name], select[name]")) {
      if (element.hasAttr("data-rows")) {
        fields.add(rows(element));
      } else if (element.parents().is("[data-rows]")
          || fields.stream().anyMatch(field -> field.key().equals(element.attr("name")))) {
        continue; // part of a row, or a further radio button of a question already read
      } else {
        fields.add(input(body, element));
      }
    }
    return fields;
  }

  private static FormField rows(Element fieldset) {
    List<FormField> columns = new ArrayList<>();
    for (Element input : fieldset.select("input[name], textarea[name], select[name]")) {
      columns.add(input(fieldset, input));
    }
    int fewest = integer(fieldset, "data-min");
    return new FormField(
        fieldset.attr("data-rows"),
        fieldset.attr("data-row-name"),
        "",
        Kind.ROWS,
        fewest > 0,
        0,
        "",
        null,
        null,
        List.of(),
        "",
        "",
        "",
        fieldset.attr("data-prefill"),
        false,
        fieldset.attr("data-option"),
        showWhen(fieldset),
        List.copyOf(columns),
        fewest,
        fieldset.hasAttr("data-max") ? integer(fieldset, "data-max") : 200);
  }

  private static FormField input(Element around, Element input) {
    String key = input.attr("name");
    Kind kind = kind(input);
    return new FormField(
        key,
        label(around, input, key),
        "",
        kind,
        input.hasAttr("required"),
        integer(input, "maxlength"),
        input.attr("pattern"),
        input.hasAttr("min") && kind == Kind.NUMBER ? Double.valueOf(input.attr("min")) : null,
        input.hasAttr("max") && kind == Kind.NUMBER ? Double.valueOf(input.attr("max")) : null,
        choices(around, input, key, kind),
        input.attr("data-choices"),
        input.attr("data-not-after"),
        input.attr("data-not-before"),
        input.attr("data-prefill"),
        input.hasAttr("disabled"),
        input.attr("data-option"),
        showWhen(input),
        List.of(),
        0,
        kind == Kind.FILES && !input.hasAttr("multiple") ? 1 : 0);
  }

  private static Kind kind(Element input) {
    if (input.normalName().equals("textarea")) {
      return Kind.NARRATIVE;
    }
    if (input.normalName().equals("select")) {
      return input.hasAttr("multiple") ? Kind.CHOICES : Kind.CHOICE;
    }
    return switch (input.attr("type")) {
      case "date" -> Kind.DATE;
      case "datetime-local" -> Kind.DATE_TIME;
      case "number" -> Kind.NUMBER;
      case "email" -> Kind.EMAIL;
      case "checkbox" -> Kind.TICK;
      case "radio" -> Kind.CHOICE;
      case "file" -> Kind.FILES;
      default -> Kind.TEXT;
    };
  }

  private static String label(Element around, Element input, String key) {
    Element label = input.attr("type").equals("radio") ? null : input.closest("label");
    if (label == null && !input.id().isEmpty() && !input.attr("type").equals("radio")) {
      label = around.selectFirst("label[for=" + input.id() + "]");
    }
    if (label == null) {
      Element fieldset = input.closest("fieldset");
      label = fieldset == null ? null : fieldset.selectFirst("legend");
    }
    return label == null ? key : label.text();
  }

  private static List<Choice> choices(Element around, Element input, String key, Kind kind) {
    if (kind == Kind.CHOICE && input.attr("type").equals("radio")) {
      return around.select("input[type=radio][name=" + key + "]").stream()
          .map(radio -> new Choice(radio.attr("value"), radio.parent().text()))
          .toList();
    }
    return input.select("option").stream()
        .filter(option -> !option.attr("value").isEmpty())
        .map(option -> new Choice(option.attr("value"), option.text()))
        .toList();
  }

  /** {@code data-show-when="key=value"} on the input or around it, as conditions to hide. */
  private static List<String> showWhen(Element element) {
    List<String> hidden = new ArrayList<>();
    for (Element at = element; at != null; at = at.parent()) {
      String condition = at.attr("data-show-when");
      if (!condition.isBlank()) {
        String[] parts = condition.split("=", 2);
        String value = parts[1].strip();
        boolean plain = value.equals("true") || value.equals("false");
        hidden.add(
            "not("
                + parts[0].strip()
                + " = "
                + (plain ? value : "\"" + value.replace("\"", "") + "\"")
                + ")");
      }
    }
    return List.copyOf(hidden);
  }

  private static int integer(Element element, String attribute) {
    return element.hasAttr(attribute) ? Integer.parseInt(element.attr(attribute)) : 0;
  }
}
