package org.practicereview.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.practicereview.casefile.CaseDays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Finds templates: those of the installation's folder ({@code practice-review.letters-folder})
 * before the packaged ones. A template that could print something unescaped is refused.
 */
@Component
public class LetterTemplates {

  private static final Pattern ID = Pattern.compile("[a-z]+/[a-z][a-z0-9-]*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?!reference}|partnership})");

  private static final Pattern BODY = Pattern.compile("<body>(.*)</body>", Pattern.DOTALL);

  /** What prints values as markup, evaluates a value again, or reaches beyond the template. */
  private static final List<String> FORBIDDEN =
      List.of("th:utext", "[(", "__", "th:inline", "th:on", "th:attr", "~{", "@{", "*{");

  private final Path folder;
  private final Map<String, String> packaged = new ConcurrentHashMap<>();

  /** Each template as it was read last; one that is changed in the folder counts from then on. */
  private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

  private record Parsed(String source, LetterTemplate template) {}

  LetterTemplates(@Value("${practice-review.letters-folder:}") String folder) {
    this.folder = folder.isBlank() ? null : Path.of(folder);
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
    String source = source(id);
    return parsed
        .compute(
            id,
            (same, before) ->
                before != null && before.source().equals(source)
                    ? before
                    : new Parsed(source, parse(id, source)))
        .template();
  }

  /** All packaged templates, by id. */
  public List<LetterTemplate> all() {
    return packagedIds().stream().map(this::get).toList();
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
    return source("layout");
  }

  /** The mail that a letter is enclosed in. */
  String coveringMail() {
    return source("covering-mail");
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

  /** Whether the installation's folder holds a template that differs from the packaged one. */
  public boolean isOwn(String id) {
    return !packagedIds().contains(id)
        || !source(id).equals(packaged.computeIfAbsent(id, LetterTemplates::packaged));
  }

  private String source(String name) {
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

  private static LetterTemplate parse(String id, String source) {
    for (String forbidden : FORBIDDEN) {
      if (source.contains(forbidden)) {
        throw new IllegalStateException(
            "The letter template " + id + " must not contain \"" + forbidden + "\"");
      }
    }
    Document document = Jsoup.parse(source);
    String subject = meta(document, "subject");
    if (document.title().isBlank() || subject.isEmpty()) {
      throw new IllegalStateException(
          "The letter template " + id + " must have a title and a meta tag \"subject\"");
    }
    if (PLACEHOLDER.matcher(subject).find() || subject.contains("$")) {
      throw new IllegalStateException(
          "The subject of the letter template "
              + id
              + " may only hold {reference} and {partnership}");
    }
    boolean notice = "notice".equals(meta(document, "kind"));
    List<String> required = list(document, "required");
    List<String> optional = list(document, "optional");
    List<String> partnerFacts = list(document, "partner-facts");
    if (notice && !(required.isEmpty() && optional.isEmpty() && partnerFacts.isEmpty())) {
      throw new IllegalStateException(
          "The notice " + id + " must not use facts of the case: it goes out as an open e-mail");
    }
    return new LetterTemplate(
        id,
        document.title(),
        subject,
        notice,
        "document".equals(meta(document, "kind")),
        orElse(meta(document, "classification"), "OFFICIAL-SENSITIVE"),
        orElse(meta(document, "access"), "PARTNERSHIP"),
        required,
        optional,
        partnerFacts,
        list(document, "enclosures"),
        "yes".equals(meta(document, "no-blame")),
        "yes".equals(meta(document, "own-reader")),
        "yes".equals(meta(document, "may-be-passed-on")),
        "yes".equals(meta(document, "urgent")),
        answer(id, orElse(meta(document, "answer-by"), "none")),
        "none".equals(meta(document, "place")),
        invites(id, list(document, "invites")),
        inBody(source));
  }

  private static String answer(String id, String how) {
    if (!List.of("service", "contact", "none").contains(how)) {
      throw new IllegalStateException(
          "The letter template " + id + " asks for an answer by service, contact or none");
    }
    return how;
  }

  private static List<String> invites(String id, List<String> kinds) {
    if (!CaseDays.KINDS.containsAll(kinds)) {
      throw new IllegalStateException(
          "The letter template " + id + " may invite to " + new TreeSet<>(CaseDays.KINDS));
    }
    return kinds;
  }

  /** As it was written: a parser would move what it does not expect inside tables. */
  private static String inBody(String source) {
    Matcher body = BODY.matcher(source);
    return body.find() ? body.group(1) : source;
  }

  private static String meta(Document document, String name) {
    return document.select("meta[name=" + name + "]").attr("content").strip();
  }

  private static List<String> list(Document document, String name) {
    return Arrays.stream(meta(document, name).split(","))
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .toList();
  }

  private static String orElse(String value, String other) {
    return value.isEmpty() ? other : value;
  }
}
