package org.practicereview.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds questions and forms that source text names by a bare string. */
final class BareKeys {

  private static final Pattern COMMENT = Pattern.compile("^\\s*(//|/?\\*).*$", Pattern.MULTILINE);
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern IN_ROWS = Pattern.compile("(\\w+)\\[.*|.*]\\.(\\w+)");

  private final Set<String> names;

  /**
   * @param names keys of questions and names of forms
   */
  BareKeys(Set<String> names) {
    this.names = names;
  }

  /** Files below a folder and what they name: {@code RoomClass.java actionCode}. */
  Set<String> below(Path folder, Set<String> catalogues) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !catalogues.contains(nameOf(file)))
          .flatMap(file -> in(text(file)).stream().map(name -> nameOf(file) + " " + name))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What source text names. */
  Set<String> in(String source) {
    Set<String> found = new TreeSet<>();
    Matcher literals = LITERAL.matcher(COMMENT.matcher(source).replaceAll(""));
    while (literals.find()) {
      Matcher row = IN_ROWS.matcher(literals.group(1));
      (row.matches() ? Stream.of(row.group(1), row.group(2)) : Stream.of(literals.group(1)))
          .filter(Objects::nonNull)
          .filter(names::contains)
          .forEach(found::add);
    }
    return found;
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
