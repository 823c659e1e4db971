package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@DisplayName("The image and its compose file")
class ComposeFileTest {

  private static final Path SETTINGS = Path.of("src/main/resources/application-production.yaml");
  private static final Pattern OURS = Pattern.compile("PRACTICE_REVIEW_[A-Z_]+");

  @Test
  @DisplayName("pass on every setting of production, and example.env names those to decide on")
  void settings() throws IOException {
    Set<String> read = named(SETTINGS);
    Set<String> passed = new TreeSet<>(environment().keySet());
    passed.removeIf(name -> !name.startsWith("PRACTICE_REVIEW_"));
    // Read without being named, by its place.
    read.add("PRACTICE_REVIEW_PARTNERSHIPS_FOLDER");
    assertThat(passed).isEqualTo(read);
    assertThat(named(Path.of("docker/example.env"))).isSubsetOf(read);
    assertThat(named(Path.of("docker/example.env")))
        .contains("PRACTICE_REVIEW_VIRUS_SCANNER", "PRACTICE_REVIEW_TRUSTED_PROXIES");
  }

  @Test
  @DisplayName("run without rights, on a file system that cannot be written")
  void noRights() throws IOException {
    assertThat(Files.readString(Path.of("docker/Dockerfile")))
        .containsPattern("(?m)^USER [1-9]\\d+$")
        .containsPattern("(?s)HEALTHCHECK .*/actuator/health/readiness");
    assertThat(service())
        .containsEntry("read_only", true)
        .containsEntry("cap_drop", List.of("ALL"))
        .containsEntry("security_opt", List.of("no-new-privileges:true"));
    for (Map<String, Object> one : services().values()) {
      if (one.get("ports") instanceof List<?> ports) {
        ports.forEach(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
      }
    }
  }

  private static Set<String> named(Path file) throws IOException {
    Set<String> names = new TreeSet<>();
    OURS.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group()));
    return names;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> environment() throws IOException {
    return (Map<String, Object>) service().get("environment");
  }

  private static Map<String, Object> service() throws IOException {
    return services().get("service");
  }

  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Map<String, Map<String, Object>>> compose =
        new Yaml().load(Files.readString(Path.of("docker/compose.yaml")));
    return compose.get("services");
  }
}
