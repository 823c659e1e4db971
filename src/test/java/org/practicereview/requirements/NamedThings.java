package org.practicereview.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a thing that a page names by its kind and name exists in this repository. */
final class NamedThings {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern PARTS = Pattern.compile("([^#/]+)(?:([#/])(.+))?");

  private final String profiles = texts(RESOURCES.resolve("partnerships"), ".yaml");

  /** The kinds of things that can be named. */
  static final List<String> KINDS =
      List.of(
          "process",
          "step",
          "form",
          "letter",
          "clock",
          "option",
          "setting",
          "word",
          "class",
          "test",
          "page",
          "document");

  /** Whether there is such a thing; a step is written process/id, a question form#key. */
  boolean exist(String kind, String name) {
    return switch (kind) {
      case "process" -> process(name).isPresent();
      case "step" -> parts(name, "/").filter(this::isStep).isPresent();
      case "form" -> parts(name, "#").filter(NamedThings::isQuestion).isPresent();
      case "letter" -> Files.isRegularFile(RESOURCES.resolve("letters/" + name + ".html"));
      case "clock" ->
          text(Path.of("processes/statutory-and-local-clocks.dmn"))
              .contains("<text>\"" + name + "\"</text>");
      case "option" -> isInProfile("options", name);
      case "setting" -> isInProfile("settings", name);
      case "word" -> isInProfile("vocabulary", name);
      case "class" -> file(Path.of("src/main/java"), name + ".java").isPresent();
      case "test" -> parts(name, "#").filter(NamedThings::isTest).isPresent();
      case "page" -> Files.isRegularFile(RESOURCES.resolve("templates/pages/" + name));
      case "document" -> Files.isRegularFile(Path.of(name));
      default -> false;
    };
  }

  /** A name and, after its mark, a part of it; the part is empty where there is none. */
  private record Parts(String name, String part) {}

  private static Optional<Parts> parts(String name, String mark) {
    Matcher parts = PARTS.matcher(name);
    return parts.matches() && (parts.group(2) == null || parts.group(2).equals(mark))
        ? Optional.of(new Parts(parts.group(1), parts.group(3) == null ? "" : parts.group(3)))
        : Optional.empty();
  }

  private static Optional<Path> process(String name) {
    Path processes = Path.of("processes");
    return file(processes, name + ".bpmn").or(() -> file(processes, name + ".dmn"));
  }

  private boolean isStep(Parts step) {
    return process(step.name())
        .filter(model -> text(model).contains(" id=\"" + step.part() + "\""))
        .isPresent();
  }

  private static boolean isQuestion(Parts question) {
    Path forms = Path.of("forms");
    return file(forms, question.name() + ".form")
        .or(() -> file(forms, question.name() + ".html"))
        .filter(form -> question.part().isEmpty() || asks(text(form), question.part()))
        .isPresent();
  }

  private static boolean asks(String form, String key) {
    return Pattern.compile(
            "(\"key\"\\s*:\\s*|\\bname=|\\bdata-rows=)\"" + Pattern.quote(key) + "\"")
        .matcher(form)
        .find();
  }

  private static boolean isTest(Parts test) {
    return file(Path.of("src/test/java"), test.name() + ".java")
        .filter(java -> test.part().isEmpty() || isTestMethod(text(java), test.part()))
        .isPresent();
  }

  private static boolean isTestMethod(String java, String method) {
    return Pattern.compile(
            "@(Test|ParameterizedTest)\\b(?:(?!\\bvoid\\b).)*\\bvoid " + method + "\\(",
            Pattern.DOTALL)
        .matcher(java)
        .find();
  }

  private boolean isInProfile(String block, String key) {
    return Pattern.compile(
            "^" + block + ":\\n(?:(?: .*|#.*)?\\n)*?  " + Pattern.quote(key) + ":",
            Pattern.MULTILINE)
        .matcher(profiles)
        .find();
  }

  static Optional<Path> file(Path folder, String name) {
    return files(folder, name).stream()
        .filter(file -> file.getFileName().toString().equals(name))
        .findFirst();
  }

  private static String texts(Path folder, String ending) {
    return files(folder, ending).stream().map(NamedThings::text).collect(Collectors.joining("\n"));
  }

  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
