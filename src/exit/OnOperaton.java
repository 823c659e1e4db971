import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds and tests the service on Operaton, from a copy of the sources in which the engine has
 * another name. Run it from the root of the checkout; docs/adr/0036 says what differs.
 *
 * <pre>
 * java src/exit/OnOperaton.java
 * java src/exit/OnOperaton.java test -Dtest=ReferralStoriesTest
 * </pre>
 */
final class OnOperaton {

  private static final String VERSION = "1.0.3";
  private static final Path COPY = Path.of("target", "operaton");
  private static final Set<String> NOT_COPIED =
      Set.of(".git", ".idea", ".vscode", "data", "target");

  /** Models, forms and templates stay as they are: Operaton reads those of Camunda. */
  private static final Pattern AS_IT_IS =
      Pattern.compile("(processes|forms|\\.camunda|docs/processes)/.*|.*\\.(bpmn|dmn|form)");

  private static final Pattern TEXT =
      Pattern.compile(".*\\.(java|xml|ya?ml|properties|factories|html|js|css|txt|json|md)");

  /** The engine's name; the group holds what keeps the name of Camunda on Operaton, too. */
  private static final Pattern NAME =
      Pattern.compile(
          "(org[./]camunda[./]feel|camunda\\.org|xmlns:camunda|camunda:(?=[A-Za-z])"
              + "|(?<!\\w)\\.camunda/)|camunda|Camunda|CAMUNDA");

  private static final Map<String, String> RENAMED =
      Map.of("camunda", "operaton", "Camunda", "Operaton", "CAMUNDA", "OPERATON");

  /** Where another name is not enough; each pattern reads what the renaming left. */
  private static final Map<Pattern, String> CHANGED =
      Map.of(
          // Camunda carries a copy of the expression language; Operaton uses Jakarta's.
          Pattern.compile("org\\.operaton\\.bpm\\.impl\\.juel\\.jakarta\\.el\\."),
          "jakarta.el.",
          Pattern.compile("<operaton\\.version>[^<]+"),
          "<operaton.version>" + VERSION,
          Pattern.compile("(pkg:maven/org\\.operaton[^@]*?)(?:-jakarta)?@[^?\"]+"),
          "$1@" + VERSION,
          // They could not be downloaded for this version.
          Pattern.compile(
              "\\s*<dependency>\\s*<groupId>org\\.operaton\\.bpm</groupId>\\s*"
                  + "<artifactId>operaton-bpm-(?:assert|junit5)</artifactId>(?s:.*?)</dependency>"),
          "",
          Pattern.compile("import org\\.operaton\\.bpm\\.engine\\.test\\.assertions\\.[^;]+;\n"),
          "",
          Pattern.compile("\\s*ProcessEngineTests\\.(?s:.*?);(?=\n)"),
          "",
          // Operaton marks other classes for removal; here that is a warning.
          Pattern.compile("\\s*<arg>-Werror</arg>"),
          "");

  private OnOperaton() {}

  /**
   * Makes the copy and runs Maven in it.
   *
   * @param arguments arguments of Maven; {@code verify} if there are none
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    copy();
    // Imports have another order under their new names.
    List<String> maven = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dspotless.check.skip"));
    maven.addAll(arguments.length == 0 ? List.of("verify") : List.of(arguments));
    System.exit(new ProcessBuilder(maven).directory(COPY.toFile()).inheritIO().start().waitFor());
  }

  /** Writes only what changed since the last copy, so that Maven compiles only that. */
  private static void copy() throws IOException {
    Set<Path> current = new HashSet<>();
    for (Path file : files(Path.of(""), NOT_COPIED)) {
      if (!file.startsWith("src/exit")) {
        current.add(copy(file));
      }
    }
    if (Files.isDirectory(COPY)) {
      for (Path file : files(COPY, Set.of("target"))) {
        if (!current.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<Path> files(Path folder, Set<String> without) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        if (!without.contains(entry.getFileName().toString())) {
          try (Stream<Path> below = Files.walk(entry)) {
            below.filter(Files::isRegularFile).forEach(files::add);
          }
        }
      }
    }
    return files;
  }

  private static Path copy(Path file) throws IOException {
    String name = file.toString();
    boolean asItIs = AS_IT_IS.matcher(name).matches();
    byte[] content = Files.readAllBytes(file);
    if (!asItIs && TEXT.matcher(name).matches()) {
      content = onOperaton(new String(content, UTF_8)).getBytes(UTF_8);
    }
    Path copy = COPY.resolve(asItIs ? name : renamed(name));
    if (!Files.exists(copy) || !Arrays.equals(Files.readAllBytes(copy), content)) {
      Files.createDirectories(copy.getParent());
      Files.write(copy, content);
    }
    return copy;
  }

  private static String onOperaton(String text) {
    String changed = renamed(text);
    for (Map.Entry<Pattern, String> change : CHANGED.entrySet()) {
      changed = change.getKey().matcher(changed).replaceAll(change.getValue());
    }
    return changed;
  }

  private static String renamed(String text) {
    return NAME.matcher(text)
        .replaceAll(found -> found.group(1) == null ? RENAMED.get(found.group()) : found.group());
  }
}
