package org.practicereview.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.practicereview.forms.FormField.Asked;
import org.practicereview.forms.FormField.Choice;
import org.practicereview.forms.FormField.CountLimit;
import org.practicereview.forms.FormField.DateLimit;
import org.practicereview.forms.FormField.FileLimit;
import org.practicereview.forms.FormField.Kind;
import org.practicereview.forms.FormField.Limits;
import org.practicereview.forms.FormField.NumberLimit;
import org.practicereview.forms.FormField.Offer;
import org.practicereview.forms.FormField.TextLimit;
import org.practicereview.forms.FormField.Wording;

/** Reads an embedded HTML form for the questions and rules in it. */
final class EmbeddedFormReader {

  private static final int MOST_ROWS = 200;

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

  /** What is approved with the form; empty if nothing is. */
  static String approves(String text) {
    return Jsoup.parse(text).select("form").attr("data-approves");
  }

  private static FormField rows(Element fieldset) {
    List<FormField> columns = new ArrayList<>();
    for (Element input : fieldset.select("input[name], textarea[name], select[name]")) {
      columns.add(input(fieldset, input));
    }
    int fewest = integer(fieldset, "data-min");
    int most = fieldset.hasAttr("data-max") ? integer(fieldset, "data-max") : MOST_ROWS;
    return new FormField(
        fieldset.attr("data-rows"),
        Kind.ROWS,
        new Wording(fieldset.attr("data-row-name"), ""),
        fewest > 0,
        Limits.of(new CountLimit(fewest, most)),
        Offer.NONE,
        new Opening(fieldset.attr("data-prefill"), false),
        new Asked(
            fieldset.attr("data-option"), showWhen(fieldset), fieldset.hasAttr("data-decides")),
        said(fieldset),
        List.copyOf(columns));
  }

  private static FormField input(Element around, Element input) {
    String key = input.attr("name");
    Kind kind = kind(input);
    boolean one = kind == Kind.FILES && !input.hasAttr("multiple");
    return new FormField(
        key,
        kind,
        new Wording(label(around, input, key), ""),
        input.hasAttr("required"),
        new Limits(
            new TextLimit(integer(input, "maxlength"), input.attr("pattern")),
            kind == Kind.NUMBER
                ? new NumberLimit(number(input, "min"), number(input, "max"))
                : NumberLimit.NONE,
            new DateLimit(input.attr("data-not-before"), input.attr("data-not-after")),
            new CountLimit(0, one ? 1 : 0),
            FileLimit.of(input.attr("accept"))),
        new Offer(choices(around, input, key, kind), input.attr("data-choices")),
        new Opening(input.attr("data-prefill"), input.hasAttr("disabled")),
        new Asked(input.attr("data-option"), showWhen(input), input.hasAttr("data-decides")),
        said(input),
        List.of());
  }

  /** What the nearest element around a question says of it, the question itself first. */
  private static Confidentiality said(Element input) {
    Confidentiality said = Confidentiality.NOT_SAID;
    List<Element> around = new ArrayList<>(input.parents());
    Collections.reverse(around);
    around.add(input);
    for (Element element : around) {
      said = Confidentiality.said(element.attr("data-access"), element.attr("data-holds"), said);
    }
    return said;
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

  private static Double number(Element element, String attribute) {
    return element.hasAttr(attribute) ? Double.valueOf(element.attr(attribute)) : null;
  }

  private static int integer(Element element, String attribute) {
    return element.hasAttr(attribute) ? Integer.parseInt(element.attr(attribute)) : 0;
  }
}
