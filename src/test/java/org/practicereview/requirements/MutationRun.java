package org.practicereview.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks requirements on purpose, in copies of the service, and looks whether the tests that say
 * they prove them turn red. No part of the build, as each copy starts the whole service: {@code mvn
 * test -Dtest=MutationRun}, for some of the lines with {@code -Dmutations=R-024,R-101}.
 */
@DisplayName("Each requirement that is broken on purpose")
class MutationRun {

  private static final Path MUTATIONS = Path.of("src/test/resources/requirements/mutations.txt");
  private static final Path CLASSES = Path.of("target/classes");
  private static final Path REPORT = Path.of("target/mutations.txt");

  @Test
  @DisplayName("turns a test red that names its number")
  void turnsATestRed(@TempDir Path folder) throws IOException, InterruptedException {
    List<String> report = new ArrayList<>();
    Map<Mutation, Set<String>> left = asked();
    for (int copy = 1; !left.isEmpty(); copy++) {
      Map<Mutation, Set<String>> together = together(left);
      report.addAll(run(together, folder.resolve("copy-" + copy)));
      left.keySet().removeAll(together.keySet());
      Files.write(REPORT, report);
    }
    assertThat(report).isNotEmpty().noneMatch(line -> line.startsWith("still green"));
  }

  /** What is broken, each with the tests that carry its number. */
  private static Map<Mutation, Set<String>> asked() {
    List<String> only = Arrays.asList(System.getProperty("mutations", "").split(","));
    Map<Mutation, Set<String>> asked = new LinkedHashMap<>();
    for (Mutation mutation : Mutation.all(MUTATIONS)) {
      if (only.contains("") || only.contains(mutation.requirement())) {
        asked.put(mutation, Proofs.testsOf(mutation.requirement()));
      }
    }
    return asked;
  }

  /**
   * The first, and those after it that share no test with another: they break in one copy. A step
   * that is skipped stops every case that comes by, so it has a copy of its own.
   */
  private static Map<Mutation, Set<String>> together(Map<Mutation, Set<String>> left) {
    Map<Mutation, Set<String>> together = new LinkedHashMap<>();
    Set<String> taken = new TreeSet<>();
    Mutation first = left.keySet().iterator().next();
    left.forEach(
        (mutation, tests) -> {
          boolean alone = Stream.of(mutation, first).anyMatch(one -> one.kind().equals("skip"));
          if (mutation.equals(first) || !alone && tests.stream().noneMatch(taken::contains)) {
            together.put(mutation, tests);
            taken.addAll(tests);
          }
        });
    return together;
  }

  private static List<String> run(Map<Mutation, Set<String>> together, Path copy)
      throws IOException, InterruptedException {
    copy(CLASSES, copy);
    together.keySet().forEach(mutation -> mutation.applyTo(copy));
    Map<String, String> red = new LinkedHashMap<>();
    List<String> said =
        saidBy(copy, together.values().stream().flatMap(Set::stream).distinct().toList());
    assertThat(said).as("the tests ran to their end").contains(NamedTests.DONE);
    said.stream()
        .filter(line -> line.startsWith(NamedTests.RED))
        .map(line -> line.substring(NamedTests.RED.length()).split(" ", 2))
        .forEach(line -> red.put(line[0], line[1]));
    return together.entrySet().stream()
        .map(broken -> line(broken.getKey(), broken.getValue(), red))
        .toList();
  }

  private static String line(Mutation mutation, Set<String> tests, Map<String, String> red) {
    String turned =
        tests.stream()
            .filter(red::containsKey)
            .map(test -> test + ": " + red.get(test))
            .collect(Collectors.joining("; "));
    return turned.isEmpty()
        ? "still green: " + mutation + ", " + tests
        : "red: " + mutation + ", " + turned;
  }

  private static List<String> saidBy(Path copy, List<String> tests)
      throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(testClassPath().split(File.pathSeparator))
            .map(entry -> Path.of(entry).endsWith(CLASSES) ? copy.toString() : entry)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstories.onlookers=false",
                "-cp",
                classPath,
                NamedTests.class.getName()));
    command.addAll(tests);
    Path output = copy.resolveSibling(copy.getFileName() + ".log");
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    return Files.readAllLines(output);
  }

  /** Surefire hides the class path in a manifest and gives it here. */
  private static String testClassPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
