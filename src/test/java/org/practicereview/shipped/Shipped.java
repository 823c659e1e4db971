package org.practicereview.shipped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the build makes, and the ways in which it is started. */
final class Shipped {

  private Shipped() {}

  /** The packaged jar. */
  static Path jar() {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("practice-review-.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("There is no jar: run mvn package before"))
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the jar is started. */
  static List<String> fromJar() {
    return List.of("-jar", jar().toString());
  }

  /**
   * The image without its container: the files that {@code docker/Dockerfile} puts together, and
   * the command line and options that it names.
   *
   * @param folder where the files go
   * @param command what follows {@code java} on the command line
   * @param options what the image sets as JAVA_TOOL_OPTIONS
   */
  record Image(Path folder, List<String> command, String options) {

    static Image extractedTo(Path folder) {
      try {
        String file = Files.readString(Path.of("docker", "Dockerfile"));
        Path layers = folder.resolve("layers");
        String extract = found("java (-Djarmode=tools) -jar \\S+ (extract .*--destination) ", file);
        extract(extract.split(" "), layers);
        Path application = Files.createDirectories(folder.resolve("app"));
        Matcher copied = Pattern.compile("COPY --from=build /build/layers/(\\S+)/ ").matcher(file);
        while (copied.find()) {
          move(layers.resolve(copied.group(1)), application);
        }
        List<String> command =
            Arrays.stream(found("ENTRYPOINT \\[(.*)]", file).split(","))
                .map(word -> word.strip().replace("\"", ""))
                .filter(word -> !word.equals("java"))
                .toList();
        return new Image(application, command, found("JAVA_TOOL_OPTIONS=\"(.*)\"", file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void extract(String[] words, Path layers) throws IOException {
      ProcessBuilder java =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              words[0],
              "-jar",
              jar().toString());
      java.command().addAll(Arrays.asList(words).subList(1, words.length));
      java.command().add(layers.toString());
      int result = java.inheritIO().start().onExit().join().exitValue();
      if (result != 0) {
        throw new AssertionError("The layers cannot be extracted");
      }
    }

    private static void move(Path layer, Path application) throws IOException {
      try (Stream<Path> files = Files.walk(layer)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = application.resolve(layer.relativize(file));
          Files.createDirectories(target.getParent());
          Files.move(file, target);
        }
      }
    }

    /** The groups of the first match, in a row. */
    private static String found(String pattern, String text) {
      Matcher match = Pattern.compile(pattern).matcher(text);
      if (!match.find()) {
        throw new AssertionError("docker/Dockerfile does not say " + pattern);
      }
      return String.join(
          " ",
          Stream.iterate(1, i -> i <= match.groupCount(), i -> i + 1).map(match::group).toList());
    }
  }
}
