package org.practicereview.partnership;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The keys that a profile may have, as {@code profile-keys.yaml} describes them. */
final class ProfileKeys {

  /** The section of the keys at the left edge of a profile. */
  static final String TOP = "profile";

  private static final List<Section> SECTIONS = read();

  private ProfileKeys() {}

  /** All sections, in the order in which a reader wants them. */
  static List<Section> sections() {
    return SECTIONS;
  }

  static Section section(String name) {
    return SECTIONS.stream()
        .filter(section -> section.section().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No keys are described for " + name));
  }

  /**
   * Keys that stand together.
   *
   * @param section its own key; {@link #TOP} for the left edge
   * @param meaning what it is for
   * @param keys its keys
   */
  record Section(String section, String meaning, List<Key> keys) {

    List<String> names() {
      return keys.stream().map(Key::key).toList();
    }

    boolean isRequired() {
      return keys.stream().anyMatch(Key::isRequired);
    }
  }

  private static List<Section> read() {
    try (InputStream file = ProfileKeys.class.getResourceAsStream("/profile-keys.yaml")) {
      Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return Arrays.asList(new ObjectMapper().convertValue(read, Section[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("The keys of the profiles cannot be read", e);
    }
  }
}
