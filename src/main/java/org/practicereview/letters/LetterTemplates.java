package org.practicereview.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Finds templates: those that were brought into use in the browser before those of the
 * installation's folder ({@code practice-review.letters-folder}), and these before the packaged
 * ones. A template that could print something unescaped is refused.
 */
@Component
public class LetterTemplates {

  private static final Pattern ID = Pattern.compile("[a-z]+/[a-z][a-z0-9-]*");

  private final Path folder;
  private final Released own;
  private final Map<String, String> packaged = new ConcurrentHashMap<>();

  /** Each template as it was read last; one that is changed in the folder counts from then on. */
  private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

  private record Parsed(String source, LetterTemplate template) {}

  /** The texts that two administrators have brought into use. */
  public interface Released {

    /** None: letters are as in the folder, or as they were shipped. */
    Released NONE =
        new Released() {
          @Override
          public Optional<String> text(String id) {
            return Optional.empty();
          }

          @Override
          public Map<String, String> texts() {
            return Map.of();
          }
        };

    /** The text of a letter; empty where the folder or the service has it. */
    Optional<String> text(String id);

    /** All of them, by the ids of the letters. */
    Map<String, String> texts();
  }

  LetterTemplates(@Value("${practice-review.letters-folder:}") String folder, Released own) {
    this.folder = folder.isBlank() ? null : Path.of(folder);
    this.own = own;
  }

  /**
   * A template by its id.
   *
   * @throws IllegalStateException if there is none, or it is not fit for use; names the mistake
   */
  public LetterTemplate get(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalStateException("There is no letter template \"" + id + "\"");
    }
    return read(id, source(id));
  }

  /**
   * A template as it would be with another text; nothing is kept.
   *
   * @throws IllegalStateException if it is not fit for use; names the mistake
   */
  public static LetterTemplate tried(String id, String source) {
    return LetterTemplateReader.read(id, source);
  }

  private LetterTemplate read(String id, String source) {
    return parsed
        .compute(
            id,
            (same, before) ->
                before != null && before.source().equals(source)
                    ? before
                    : new Parsed(source, LetterTemplateReader.read(id, source)))
        .template();
  }

  /** All packaged templates, by id. */
  public List<LetterTemplate> all() {
    return read(packagedIds());
  }

  /** All templates, packaged or of the installation's folder, by id. */
  public List<LetterTemplate> everyOne() {
    return read(ids());
  }

  private List<LetterTemplate> read(Set<String> ids) {
    Map<String, String> released = own.texts();
    return ids.stream()
        .map(id -> read(id, released.containsKey(id) ? released.get(id) : beneath(id)))
        .toList();
  }

  /** The texts of all templates as they are in use, by id. */
  public Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    ids().forEach(id -> texts.put(id, beneath(id)));
    texts.putAll(own.texts());
    return texts;
  }

  /** The ids of all templates, packaged or of the installation's folder. */
  public Set<String> ids() {
    Set<String> ids = packagedIds();
    if (folder != null && Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder, 2)) {
        files
            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
            .filter(name -> name.endsWith(".html"))
            .map(name -> name.replaceFirst("\\.html$", ""))
            .filter(name -> ID.matcher(name).matches())
            .forEach(ids::add);
      } catch (IOException e) {
        throw new UncheckedIOException("The folder of letters cannot be listed", e);
      }
    }
    return ids;
  }

  private static Set<String> packagedIds() {
    return new TreeSet<>(Packaged.IDS);
  }

  private static Set<String> list() {
    try {
      TreeSet<String> ids = new TreeSet<>();
      for (Resource resource :
          new PathMatchingResourcePatternResolver().getResources("classpath*:letters/*/*.html")) {
        String[] path = resource.getURL().getPath().split("/");
        ids.add(path[path.length - 2] + "/" + path[path.length - 1].replace(".html", ""));
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException("The letter templates cannot be listed", e);
    }
  }

  /** The page around every letter. */
  String layout() {
    return beneath("layout");
  }

  /** The mail that a letter is enclosed in. */
  String coveringMail() {
    return beneath("covering-mail");
  }

  /**
   * A template as it is written, be it of the installation's folder or packaged.
   *
   * @throws IllegalStateException if there is none
   */
  public String text(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalStateException("There is no letter template \"" + id + "\"");
    }
    return source(id);
  }

  /** The text that came with the service, if this letter did. */
  public Optional<String> shipped(String id) {
    return Packaged.IDS.contains(id)
        ? Optional.of(packaged.computeIfAbsent(id, LetterTemplates::packaged))
        : Optional.empty();
  }

  private String source(String id) {
    return own.text(id).orElseGet(() -> beneath(id));
  }

  /** The text that counts where none was released: of the folder, or else the packaged one. */
  public String beneath(String name) {
    try {
      if (folder != null && Files.isRegularFile(folder.resolve(name + ".html"))) {
        return Files.readString(folder.resolve(name + ".html"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The letter template " + name + " cannot be read", e);
    }
    return packaged.computeIfAbsent(name, LetterTemplates::packaged);
  }

  private static String packaged(String name) {
    try (InputStream in = LetterTemplates.class.getResourceAsStream("/letters/" + name + ".html")) {
      if (in == null) {
        throw new IllegalStateException("There is no letter template \"" + name + "\"");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The letter template " + name + " cannot be read", e);
    }
  }

  private static final class Packaged {
    private static final Set<String> IDS = list();
  }
}
