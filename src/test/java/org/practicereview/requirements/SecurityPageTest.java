package org.practicereview.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page on security")
class SecurityPageTest {

  private static final Path PAGE = Path.of("docs/security.md");
  private static final Path VEX = Path.of("docs/security.vex.json");
  private static final Pattern NAMED = Pattern.compile("\\b(class|test|document) `([^`]+)`");
  private static final Pattern LIBRARY =
      Pattern.compile("pkg:maven/[^/]+/([^@]+)@([^?]+)\\?(?:classifier=([^&]+)&)?type=jar");
  private static final Pattern WEAKNESS = Pattern.compile("CVE-\\d{4}-\\d+");

  private final NamedThings things = new NamedThings();

  @Test
  @DisplayName("names no class and no test that does not exist")
  void names() {
    assertThat(missing(NamedThings.text(PAGE))).isEmpty();
    assertThat(missing("class `MadeUp`, test `NetworkTest#madeUp`, test `NetworkTest#knownNames`"))
        .containsExactly("class MadeUp", "test NetworkTest#madeUp");
  }

  @Test
  @DisplayName("shows a test for every threat")
  void tests() {
    assertThat(
            NamedThings.text(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("## Threats"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| **"))
                .skip(1))
        .hasSizeGreaterThan(20)
        .allSatisfy(line -> assertThat(line).contains("test `"));
  }

  @Test
  @DisplayName("and the VEX file speak of the same weaknesses, with tests that exist")
  void weaknesses() throws IOException {
    Set<String> excused = new TreeSet<>();
    for (JsonNode one : vex().path("vulnerabilities")) {
      excused.add(one.path("id").asText());
      String detail = one.path("analysis").path("detail").asText();
      assertThat(detail).contains("class `", "test `");
      assertThat(missing(detail)).isEmpty();
    }
    Set<String> guarded = new TreeSet<>();
    NamedThings.text(PAGE)
        .lines()
        .filter(line -> line.startsWith("| CVE-"))
        .forEach(
            line -> WEAKNESS.matcher(line).results().forEach(found -> guarded.add(found.group())));
    assertThat(excused).isEqualTo(guarded).hasSize(2);
  }

  @Test
  @DisplayName("excuses only versions that are in the jar")
  void versions() throws IOException {
    List<String> excused =
        StreamSupport.stream(vex().path("vulnerabilities").spliterator(), false)
            .flatMap(one -> StreamSupport.stream(one.path("affects").spliterator(), false))
            .map(affected -> affected.path("ref").asText())
            .toList();

    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    assertThat(excused)
        .isNotEmpty()
        .allSatisfy(ref -> assertThat(classPath).contains(File.separator + file(ref)));
    assertThat(NamedThings.text(Path.of("pom.xml")))
        .contains("<camunda.version>" + version(excused.get(0)) + "</camunda.version>");
  }

  /** The name of a library's file. */
  private static String file(String ref) {
    Matcher purl = LIBRARY.matcher(ref);
    assertThat(purl.matches()).as(ref).isTrue();
    String classifier = purl.group(3) == null ? "" : "-" + purl.group(3);
    return purl.group(1) + "-" + purl.group(2) + classifier + ".jar";
  }

  private static String version(String ref) {
    return ref.replaceFirst(".*@", "").replaceFirst("\\?.*", "");
  }

  private static JsonNode vex() throws IOException {
    return new ObjectMapper().readTree(VEX.toFile());
  }

  private List<String> missing(String text) {
    return NAMED
        .matcher(text)
        .results()
        .filter(named -> !things.exist(named.group(1), named.group(2)))
        .map(named -> named.group(1) + " " + named.group(2))
        .toList();
  }
}
