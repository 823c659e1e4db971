package org.practicereview.requirements;

import static java.util.stream.Collectors.toCollection;

import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Holds the table of requirements against the tests that say, by {@link Requirement}, what they
 * prove: each row is proven by a test that it names, and each test proves only what names it.
 */
final class Proofs {

  private static final Pattern TEST = Pattern.compile("test `([^`]*)`");
  private static final Path TESTS = Path.of("src/test/java");

  /** The numbers that each test carries; a test is written Class or Class#method. */
  private final Map<String, Set<String>> carried;

  private final Set<String> notYetProven;

  Proofs(Map<String, Set<String>> carried, List<String> notYetProven) {
    this.carried = carried;
    this.notYetProven = new TreeSet<>(notYetProven);
  }

  /** What the tests of this repository say, and the rows that are still to be proven. */
  static Proofs shipped() {
    String list = NamedThings.text(Path.of("src/test/resources/requirements/not-yet-proven.txt"));
    return new Proofs(
        annotations(),
        list.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
  }

  /** The tests that say that they prove a requirement. */
  static Set<String> testsOf(String id) {
    return annotations().entrySet().stream()
        .filter(test -> test.getValue().contains(id))
        .map(Map.Entry::getKey)
        .collect(toCollection(TreeSet::new));
  }

  /** Each row that no test proves, and each test that says more than the table; or nothing. */
  List<String> findings(String page) {
    List<String> findings = new ArrayList<>();
    Map<String, Set<String>> named = new TreeMap<>();
    for (RequirementsTable.Row row : RequirementsTable.rows(page)) {
      if (!row.isLeftOut()) {
        Set<String> tests = tests(row);
        named.put(row.id(), tests);
        check(row.id(), tests, findings);
      } else if (notYetProven.contains(row.id())) {
        findings.add(row.id() + " is left out: take it off the list of rows not yet proven");
      }
    }
    carried.forEach(
        (test, ids) ->
            ids.stream()
                .filter(id -> !named.getOrDefault(id, Set.of()).contains(test))
                .map(id -> test + " says that it proves " + id + ", whose row does not name it")
                .forEach(findings::add));
    notYetProven.stream()
        .filter(id -> !RequirementsTable.ids().contains(id))
        .map(id -> id + " is on the list of rows not yet proven and is no requirement")
        .forEach(findings::add);
    return findings;
  }

  private void check(String id, Set<String> tests, List<String> findings) {
    boolean proven =
        tests.stream().anyMatch(test -> carried.getOrDefault(test, Set.of()).contains(id));
    if (proven && notYetProven.contains(id)) {
      findings.add(id + " is proven: take it off the list of rows not yet proven");
    } else if (!proven && !notYetProven.contains(id)) {
      findings.add(
          id
              + (tests.isEmpty()
                  ? " names no test, only what should honour it"
                  : " is proven by none of its tests: none carries @Requirement(\"" + id + "\")"));
    }
  }

  private static Set<String> tests(RequirementsTable.Row row) {
    return TEST.matcher(row.honoured())
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> annotations() {
    Map<String, Set<String>> carried = new TreeMap<>();
    for (Path file : NamedThings.files(TESTS, "Test.java")) {
      Class<?> test = load(file);
      note(test.getSimpleName(), test, carried);
      Arrays.stream(test.getDeclaredMethods())
          .forEach(method -> note(test.getSimpleName() + "#" + method.getName(), method, carried));
    }
    return carried;
  }

  private static void note(
      String name, AnnotatedElement element, Map<String, Set<String>> carried) {
    Requirement requirement = element.getDeclaredAnnotation(Requirement.class);
    if (requirement != null) {
      carried.put(name, new TreeSet<>(List.of(requirement.value())));
    }
  }

  static Class<?> load(Path file) {
    String path = TESTS.relativize(file).toString().replace('\\', '/');
    String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
    try {
      return Class.forName(name, false, Proofs.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("There is no class for " + file, e);
    }
  }
}
