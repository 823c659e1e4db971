package org.practicereview.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A migration that has landed")
class LandedMigrationsTest {

  private static final Path LIST =
      Path.of("src", "test", "resources", "database", "landed-migrations.txt");

  /** Numbers that were given out in parallel; the order in which they landed. */
  private static final List<String> OF_OLD =
      List.of("1", "2", "4", "3", "11", "7", "8", "5", "9", "12");

  private final List<String> landed = lines();
  private final Map<String, Integer> files = files();

  @Test
  @DisplayName("is in the list, unchanged, and every new one has a number above all others")
  void list() {
    assertThat(landed).hasSizeGreaterThanOrEqualTo(OF_OLD.size());
    assertThat(findings()).isEmpty();
  }

  @Test
  @DisplayName("cannot be changed")
  void changed() {
    files.put("V9__publication.sql", 1);

    assertThat(findings())
        .containsExactly("V9__publication.sql has landed and must not be changed");
  }

  @Test
  @DisplayName("cannot be renumbered or renamed")
  void renumbered() {
    files.put("V1000__publication.sql", files.remove("V9__publication.sql"));

    assertThat(findings())
        .hasSize(2)
        .contains("V9__publication.sql has landed and must stay")
        .anyMatch(finding -> finding.startsWith("V1000__publication.sql is not in "));
  }

  @Test
  @DisplayName("cannot be followed by a lower number, wherever in the list that is put")
  void lower() {
    files.put("V10__late.sql", 1);
    for (int place = 0; place <= landed.size(); place++) {
      List<String> forged = new ArrayList<>(landed);
      forged.add(place, "10 1 V10__late.sql");
      assertThat(findings(forged, files)).as("at " + place).isNotEmpty();
    }
  }

  @Test
  @DisplayName("is asked for its line in the list, in words that can be copied")
  void missing() {
    files.put("V1000__new.sql", 5);

    assertThat(findings()).singleElement().asString().endsWith("Add: 1000 5 V1000__new.sql");
  }

  private List<String> findings() {
    return findings(landed, files);
  }

  private static List<String> findings(List<String> landed, Map<String, Integer> files) {
    List<String> findings = new ArrayList<>();
    List<String> numbers = landed.stream().map(line -> line.split(" ")[0]).toList();
    if (!numbers.subList(0, Math.min(OF_OLD.size(), numbers.size())).equals(OF_OLD)) {
      findings.add("The list does not begin with " + OF_OLD);
    }
    for (int i = OF_OLD.size(); i < numbers.size(); i++) {
      if (version(numbers.get(i)).compareTo(version(numbers.get(i - 1))) <= 0) {
        findings.add(numbers.get(i) + " is not above all that have landed; take the next number");
      }
    }
    Map<String, String> known =
        landed.stream().collect(Collectors.toMap(line -> line.split(" ")[2], line -> line));
    known.forEach(
        (file, line) -> {
          if (!files.containsKey(file)) {
            findings.add(file + " has landed and must stay");
          } else if (!line.split(" ")[1].equals(String.valueOf(files.get(file)))) {
            findings.add(file + " has landed and must not be changed");
          }
        });
    files.forEach(
        (file, checksum) -> {
          if (!known.containsKey(file)) {
            String number = file.substring(1, file.indexOf("__"));
            findings.add(
                "%s is not in %s. Add: %s %d %s".formatted(file, LIST, number, checksum, file));
          }
        });
    return findings;
  }

  private static MigrationVersion version(String number) {
    return MigrationVersion.fromVersion(number);
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(LIST).stream().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Integer> files() {
    MigrationInfo[] shipped =
        TestDatabases.flyway(TestDatabases.h2(), "classpath:db/migration").info().all();
    return new HashMap<>(
        Arrays.stream(shipped)
            .collect(Collectors.toMap(MigrationInfo::getScript, MigrationInfo::getChecksum)));
  }
}
