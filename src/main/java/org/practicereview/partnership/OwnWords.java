package org.practicereview.partnership;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Says what the service's own texts say in the words of a partnership. Texts are written in the
 * words of {@code own-words.yaml}; those of the profile's vocabulary take their place, with the
 * article, the plural, the capital and the verb that belong to them. For written texts only: what a
 * person typed is never changed.
 */
public final class OwnWords {

  private static final List<Entry> TABLE = read();
  private static final Map<Map<String, String>, OwnWords> KNOWN = new ConcurrentHashMap<>();

  /** For readers of no single partnership: texts stay as they are written. */
  public static final OwnWords NONE = of(Map.of());

  private final Map<String, String> byWritten = new LinkedHashMap<>();
  private final Pattern pattern;

  /**
   * A line of the table.
   *
   * @param key the word's key in a vocabulary
   * @param words what texts are written with
   * @param refused what they must not say instead
   * @param kept names that hold such a word and mean something else
   */
  public record Entry(String key, List<String> words, List<String> refused, List<String> kept) {

    public Entry {
      kept = kept == null ? List.of() : List.copyOf(kept);
    }
  }

  private OwnWords(Map<String, String> vocabulary) {
    for (Entry entry : TABLE) {
      String own = vocabulary.get(entry.key());
      if (own != null) {
        entry.words().forEach(word -> byWritten.put(word, own));
      }
    }
    Stream<String> kept =
        Stream.concat(
            byWritten.values().stream(), TABLE.stream().flatMap(entry -> entry.kept().stream()));
    pattern =
        Pattern.compile(
            "(?<![\\w-])(?:(?:"
                + any(kept.toList(), Pattern::quote)
                + ")|(?:(?<asks>[Dd]oes|[Hh]as|[Ii]s|[Ww]as)(?<the>\\s+the\\s+)"
                + "|(?<article>[Aa]n?)(?<space>\\s+))?(?<word>"
                + any(byWritten.keySet(), OwnWords::written)
                + ")(?<several>s(?![’']))?(?:(?<whose>[’'])s)?"
                + "(?:(?<gap>\\s+)(?<verb>(?!(?:as|its|this|thus|always|perhaps|unless)\\b)"
                + "[a-z]+s)(?![\\w’'-]))?)(?![\\w-])");
  }

  /** The words of a partnership with this vocabulary. */
  static OwnWords of(Map<String, String> vocabulary) {
    return KNOWN.computeIfAbsent(vocabulary, OwnWords::new);
  }

  /** The words in which texts are written, in the order of the table. */
  public static List<Entry> table() {
    return TABLE;
  }

  /** A text as its readers say it. Said again, it does not change any more. */
  public String in(String text) {
    return said(text, UnaryOperator.identity());
  }

  /** The same for a piece of HTML that holds no tags. */
  public String inMarkup(String text) {
    return said(text, word -> word.replace("&", "&amp;"));
  }

  private String said(String text, UnaryOperator<String> escape) {
    if (byWritten.isEmpty() || text == null || text.isEmpty()) {
      return text;
    }
    Matcher found = pattern.matcher(text);
    StringBuilder said = new StringBuilder();
    while (found.find()) {
      String with = found.group("word") == null ? found.group() : escape.apply(said(found));
      found.appendReplacement(said, Matcher.quoteReplacement(with));
    }
    return found.appendTail(said).toString();
  }

  private String said(Matcher found) {
    String written = found.group("word").replaceAll("\\s+", " ");
    String own =
        byWritten.get(written.substring(0, 1).toLowerCase(Locale.UK) + written.substring(1));
    boolean several = found.group("several") != null;
    boolean becomesSeveral = !several && WordForms.isPlural(own);
    String word = several ? WordForms.plural(own) : own;
    if (Character.isUpperCase(written.charAt(0))) {
      word = WordForms.capital(word);
    }
    String before = "";
    if (found.group("asks") != null) {
      before =
          (becomesSeveral ? WordForms.verbOfSeveral(found.group("asks")) : found.group("asks"))
              + found.group("the");
    } else if (found.group("article") != null && !becomesSeveral) {
      before = WordForms.article(found.group("article"), word) + found.group("space");
    }
    String whose = found.group("whose");
    if (whose != null) {
      word += word.endsWith("s") ? whose : whose + "s";
    }
    String after = "";
    if (found.group("verb") != null) {
      boolean itsVerb = becomesSeveral && whose == null && found.group("asks") == null;
      after =
          found.group("gap")
              + (itsVerb ? WordForms.verbOfSeveral(found.group("verb")) : found.group("verb"));
    }
    return before + word + after;
  }

  /** Longest first, so that a word within another one does not win. */
  private static String any(Collection<String> words, UnaryOperator<String> pattern) {
    return words.isEmpty()
        ? "(?!)"
        : words.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(pattern)
            .collect(Collectors.joining("|"));
  }

  /** A word as it may stand in a text: with a capital, and broken over two lines. */
  private static String written(String word) {
    String first = word.substring(0, 1);
    return "["
        + first.toUpperCase(Locale.UK)
        + first
        + "]"
        + Stream.of(word.substring(1).split(" "))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
  }

  private static List<Entry> read() {
    try (InputStream file = OwnWords.class.getResourceAsStream("/own-words.yaml")) {
      Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return Arrays.asList(new ObjectMapper().convertValue(read, Entry[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("The table of words cannot be read", e);
    }
  }
}
