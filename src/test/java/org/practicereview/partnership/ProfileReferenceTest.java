package org.practicereview.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The reference of all keys of a profile")
class ProfileReferenceTest {

  private static final Path PAGE = Path.of("docs/profiles.md");

  @BeforeAll
  static void writeWhenAsked() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, written() + ProfileReference.tables());
    }
  }

  @Test
  @DisplayName("says what the gate of profiles checks")
  void fresh() throws IOException {
    assertThat(Files.readString(PAGE)).isEqualTo(written() + ProfileReference.tables());
  }

  @Test
  @DisplayName("gives each key a meaning and a source, in whole sentences")
  void complete() {
    for (ProfileKeys.Section section : ProfileKeys.sections()) {
      assertThat(section.keys())
          .isNotEmpty()
          .allMatch(key -> key.meaning().endsWith(".") && !key.source().isBlank())
          .allMatch(
              key ->
                  (key.kind() == Kind.CHOICE || key.kind() == Kind.ROLES)
                      == !key.choices().isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vocabulary", "options", "settings", "mailboxes"})
  @DisplayName("holds no key that nothing reads")
  void used(String section) throws IOException {
    String all =
        Stream.of("src/main/java", "src/main/resources/letters", "processes", "forms")
            .flatMap(ProfileReferenceTest::files)
            .collect(Collectors.joining());
    assertThat(ProfileKeys.section(section).names())
        .filteredOn(key -> !all.contains(key) && writtenWith(key).noneMatch(all::contains))
        .isEmpty();
  }

  /** The words that a partnership's own word takes the place of. */
  private static Stream<String> writtenWith(String key) {
    return OwnWords.table().stream()
        .filter(entry -> entry.key().equals(key))
        .flatMap(entry -> entry.words().stream());
  }

  @Test
  @DisplayName("names the settings of the installation that it explains")
  void settings() throws IOException {
    assertThat(written())
        .contains("PRACTICE_REVIEW_PARTNERSHIPS_FOLDER", "PRACTICE_REVIEW_LETTERS_FOLDER")
        .contains("docker/partnerships/midshire.yaml");
  }

  /** The part of the page that a person writes. */
  private static String written() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(ProfileReference.START);
    return page.substring(0, page.indexOf(ProfileReference.START));
  }

  private static Stream<String> files(String folder) {
    Set<String> text = Set.of("java", "html", "bpmn", "dmn", "form");
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      List<String> contents =
          files
              .filter(file -> text.contains(file.toString().replaceFirst(".*[.]", "")))
              .map(ProfileReferenceTest::content)
              .toList();
      return contents.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
