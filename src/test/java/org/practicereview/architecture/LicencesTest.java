package org.practicereview.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Each library in the jar may be passed on with it. A library under several licences is offered
 * under each of them; one that suits is enough.
 */
@DisplayName("The bill of materials")
class LicencesTest {

  private static final Set<String> SUITABLE =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "BSD-4-Clause",
          "CC0-1.0",
          "EPL-2.0",
          // Older poms call BSD-2-Clause by the project that it comes from.
          "FreeBSD License",
          "LGPL-2.1-or-later",
          "MIT",
          "MPL-2.0",
          "Unicode-3.0");

  private static JsonNode bill;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file =
        LicencesTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
      assumeTrue(file != null, "Maven makes no bill of materials offline");
      bill = new ObjectMapper().readTree(file);
    }
  }

  @Test
  @DisplayName("holds what the service is built on")
  void complete() {
    assertThat(components().map(library -> library.path("name").asText()))
        .contains("camunda-engine", "spring-boot", "postgresql", "jakarta.mail");
  }

  @Test
  @DisplayName("names no library that may not be passed on")
  void suitable() {
    assertThat(
            components()
                .filter(library -> licences(library).stream().noneMatch(SUITABLE::contains))
                .map(library -> library.path("purl").asText() + " " + licences(library)))
        .isEmpty();
  }

  private static Stream<JsonNode> components() {
    return StreamSupport.stream(bill.path("components").spliterator(), false);
  }

  private static Set<String> licences(JsonNode library) {
    return StreamSupport.stream(library.path("licenses").spliterator(), false)
        .flatMap(
            entry ->
                Stream.of(
                    entry.path("expression"),
                    entry.path("license").path("id"),
                    entry.path("license").path("name")))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
