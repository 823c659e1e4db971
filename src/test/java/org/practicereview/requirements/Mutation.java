package org.practicereview.requirements;

import static java.util.regex.Matcher.quoteReplacement;
import static java.util.regex.Pattern.DOTALL;
import static java.util.regex.Pattern.quote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One way in which a requirement could stop being kept: a step is skipped, a recipient of a letter
 * is dropped, or an answer is accepted that is refused today.
 *
 * @param requirement the number of the requirement that is broken
 * @param kind {@code skip}, {@code drop} or {@code accept}
 * @param where process/step, or form#question
 * @param what the recipient that is dropped, otherwise empty
 */
record Mutation(String requirement, String kind, String where, String what) {

  /** Reads lines such as {@code R-101 drop notify-bodies/serviceTask_writeToBodies panel}. */
  static List<Mutation> all(Path file) {
    return NamedThings.text(file)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s+"))
        .map(part -> new Mutation(part[0], part[1], part[2], part.length > 3 ? part[3] : ""))
        .toList();
  }

  /** Changes a copy of the service's classes and resources. */
  void applyTo(Path classes) {
    String[] place = where.split("[/#]");
    if (where.contains("#")) {
      Path forms = classes.resolve("forms");
      Optional<Path> html = NamedThings.file(forms, place[0] + ".html");
      if (html.isPresent()) {
        change(html.get(), form -> notRequired(form, place[1]));
      } else {
        change(file(forms, place[0] + ".form"), form -> leftOut(form, place[1]));
      }
    } else {
      Path model = file(classes.resolve("processes"), place[0] + ".bpmn");
      switch (kind) {
        case "skip" -> change(model, xml -> skipped(xml, place[1]));
        case "drop" -> change(model, xml -> property(xml, place[1], "to", this::without));
        case "accept" -> change(model, xml -> property(xml, place[1], "demands", old -> ""));
        default -> throw new IllegalArgumentException(kind + " is no kind of mutation");
      }
    }
  }

  private static String skipped(String xml, String step) {
    Matcher next =
        Pattern.compile("sourceRef=\"" + quote(step) + "\" targetRef=\"([^\"]+)\"").matcher(xml);
    return next.find()
        ? xml.replace("targetRef=\"" + step + "\"", "targetRef=\"" + next.group(1) + "\"")
        : xml;
  }

  private String without(String recipients) {
    return Arrays.stream(recipients.split(","))
        .filter(recipient -> !recipient.equals(what))
        .collect(Collectors.joining(","));
  }

  /** Changes the value of a property of a step; a step without the property stays as it is. */
  private static String property(
      String xml, String step, String name, UnaryOperator<String> change) {
    Pattern property =
        Pattern.compile(
            "( id=\""
                + quote(step)
                + "\"(?:(?! id=\").)*?<camunda:property )name=\""
                + name
                + "\" value=\"([^\"]*)\"",
            DOTALL);
    return property
        .matcher(xml)
        .replaceFirst(
            found -> {
              String value = change.apply(found.group(2));
              return quoteReplacement(
                  found.group(1)
                      + (value.isEmpty()
                          ? "name=\"nothing\" value=\"\""
                          : "name=\"" + name + "\" value=\"" + value + "\""));
            });
  }

  private static String notRequired(String html, String question) {
    return Pattern.compile("<[^>]* (?:name|data-rows)=\"" + quote(question) + "\"[^>]*>")
        .matcher(html)
        .replaceAll(
            tag ->
                quoteReplacement(
                    tag.group()
                        .replaceAll(" required\\b", "")
                        .replaceAll("data-min=\"\\d+\"", "data-min=\"0\"")));
  }

  private static String leftOut(String json, String question) {
    return Pattern.compile(
            "(\"key\"\\s*:\\s*\""
                + quote(question)
                + "\"(?:(?!\"key\").)*?\"required\"\\s*:\\s*)true",
            DOTALL)
        .matcher(json)
        .replaceFirst("$1false");
  }

  private void change(Path file, UnaryOperator<String> change) {
    String before = NamedThings.text(file);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException(this + " changes nothing in " + file);
    }
    try {
      Files.writeString(file, after);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be changed", e);
    }
  }

  private static Path file(Path folder, String name) {
    return NamedThings.file(folder, name)
        .orElseThrow(() -> new IllegalArgumentException("There is no " + name));
  }

  @Override
  public String toString() {
    return requirement + " " + kind + " " + where + (what.isEmpty() ? "" : " " + what);
  }
}
