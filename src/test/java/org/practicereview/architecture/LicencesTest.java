package org.practicereview.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

  /**
   * Libraries whose pom names another licence than their jar, and the file that counts. That of
   * bpmn.io is MIT, with its mark kept visible: {@code draw.css} places it, and nothing covers it.
   */
  private static final Map<String, String> READ_IN_THE_JAR =
      Map.of(
          "pkg:maven/org.webjars.npm/bpmn-js@8.0.0?type=jar",
          "/META-INF/resources/webjars/bpmn-js/8.0.0/LICENSE");

  private static JsonNode bill;

  @BeforeAll
  static void open() throws IOException {
    try (InputStream file =
        LicencesTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
      bill = file == null ? null : new ObjectMapper().readTree(file);
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
                .filter(library -> !READ_IN_THE_JAR.containsKey(library.path("purl").asText()))
                .filter(library -> licences(library).stream().noneMatch(SUITABLE::contains))
                .map(library -> library.path("purl").asText() + " " + licences(library)))
        .isEmpty();
  }

  @Test
  @DisplayName("counts on licences that are in the jar as they were read, and keeps their terms")
  void read() throws IOException {
    for (String file : READ_IN_THE_JAR.values()) {
      try (InputStream in = LicencesTest.class.getResourceAsStream(file)) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .contains("Permission is hereby granted, free of charge", "watermark must stay fully");
      }
    }
    String style = Files.readString(Path.of("src/main/resources/static/pages/draw.css"));
    assertThat(style).contains(".bjs-powered-by { position: absolute;");
    assertThat(
            Pattern.compile("powered-by[^{]*\\{[^}]*(display: none|opacity|visibility)")
                .matcher(style)
                .find())
        .isFalse();
  }

  private static Stream<JsonNode> components() {
    assumeTrue(bill != null, "Maven makes no bill of materials offline");
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
