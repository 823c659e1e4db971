package org.practicereview.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What a partnership says about itself is no decoration: something acts on it. */
@DisplayName("The profile of a partnership")
class ProfilesAreReadTest {

  private static final Path PROFILES = Path.of("src/main/resources/partnerships");

  private static final String SERVICE =
      Stream.of(
              NamedThings.files(Path.of("processes"), ".bpmn"),
              NamedThings.files(Path.of("forms"), ".form"),
              NamedThings.files(Path.of("forms"), ".html"),
              NamedThings.files(Path.of("src/main/resources/letters"), ".html"),
              NamedThings.files(Path.of("src/main/resources/templates"), ".html"),
              NamedThings.files(Path.of("src/main/java"), ".java"))
          .flatMap(List::stream)
          .map(NamedThings::text)
          .collect(Collectors.joining("\n"));

  @Test
  @DisplayName("names no option that no model, form, letter or class asks for")
  void options() {
    assertThat(unread(keys("options"))).isEmpty();
  }

  @Test
  @DisplayName("names no setting that nothing asks for")
  void settings() {
    assertThat(unread(keys("settings"))).isEmpty();
  }

  @Test
  @DisplayName("is found out when it says what nothing reads")
  void madeUp() {
    assertThat(unread(Set.of("scopingMeeting", "madeUpOption", "scopingMeet")))
        .containsExactlyInAnyOrder("madeUpOption", "scopingMeet");
  }

  /** The keys that nothing quotes: a key is read as a text of its own, or as option.key. */
  private static Set<String> unread(Set<String> keys) {
    Set<String> unread = new TreeSet<>();
    for (String key : keys) {
      boolean read =
          Pattern.compile("['\"]" + key + "['\"]|\\boption\\." + key + "\\b")
              .matcher(SERVICE)
              .find();
      if (!read) {
        unread.add(key);
      }
    }
    return unread;
  }

  private static Set<String> keys(String block) {
    Set<String> keys = new TreeSet<>();
    for (Path file : NamedThings.files(PROFILES, ".yaml")) {
      Map<String, Map<String, Object>> profile = new Yaml().load(NamedThings.text(file));
      keys.addAll(profile.getOrDefault(block, Map.of()).keySet());
    }
    assertThat(keys).isNotEmpty();
    return keys;
  }
}
