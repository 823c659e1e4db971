package org.practicereview.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.practicereview.casefile.FormAnswers;

/**
 * The names that stand in the case file: every answer to a question whose key ends in {@code Name},
 * but for reviewers, who are named in the report, and for agencies and places.
 */
final class KnownNames {

  /** Whose name it is, from the key of the question. */
  enum Whose {
    CHILD("the name of a child"),
    FAMILY("the name of a family member"),
    OTHER("the name of a practitioner or another person");

    private final String words;

    Whose(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final Pattern NOT_A_PERSON =
      Pattern.compile("(?i)(.*reviewer|.*agency|partnership|.*organisation|area|school|process).*");
  private static final Pattern FAMILY =
      Pattern.compile("(?i)(family|person|relative|parent|sibling|carer).*");

  /** What is written in the place of a name. */
  private static final Set<String> NO_NAME =
      Set.of(
          "mother",
          "father",
          "mum",
          "dad",
          "parent",
          "partner",
          "sister",
          "brother",
          "sibling",
          "grandmother",
          "grandfather",
          "aunt",
          "uncle",
          "child",
          "baby",
          "boy",
          "girl",
          "carer",
          "the",
          "and",
          "of",
          "her",
          "his",
          "their",
          "not",
          "known",
          "unknown",
          "none",
          "given",
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "prof",
          "nurse",
          "doctor",
          "teacher",
          "officer",
          "worker",
          "social",
          "health",
          "visitor",
          "lead",
          "safeguarding",
          "named");

  private static final int SHORTEST = 3;

  private final Map<Whose, Set<String>> wholeNames = new TreeMap<>();
  private final Map<Whose, Set<String>> parts = new TreeMap<>();

  private KnownNames() {}

  /**
   * The names in a case's answers.
   *
   * @param pseudonym what the child is called in the report, or empty; never a hit
   */
  static KnownNames of(Collection<FormAnswers> answers, String pseudonym) {
    KnownNames names = new KnownNames();
    Set<String> allowed = new TreeSet<>(words(pseudonym));
    answers.forEach(given -> names.collect(given.values(), allowed));
    names.onlyOnce(names.wholeNames);
    names.onlyOnce(names.parts);
    return names;
  }

  /** A name that several people bear is told of once: of the child first. */
  private void onlyOnce(Map<Whose, Set<String>> names) {
    Set<String> told = new TreeSet<>();
    names
        .values()
        .forEach(
            each -> {
              each.removeAll(told);
              told.addAll(each);
            });
  }

  private void collect(Object value, Set<String> allowed) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, cell) -> {
            if (cell instanceof String name && String.valueOf(key).endsWith("Name")) {
              add(String.valueOf(key), name, allowed);
            } else {
              collect(cell, allowed);
            }
          });
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> collect(item, allowed));
    }
  }

  private void add(String key, String name, Set<String> allowed) {
    if (NOT_A_PERSON.matcher(key).matches()) {
      return;
    }
    Whose whose =
        key.startsWith("child")
            ? Whose.CHILD
            : FAMILY.matcher(key).matches() ? Whose.FAMILY : Whose.OTHER;
    List<String> words = new ArrayList<>(words(name));
    words.removeIf(word -> NO_NAME.contains(word.toLowerCase(Locale.UK)) || allowed.contains(word));
    if (words.isEmpty()) {
      return;
    }
    if (words.size() > 1) {
      wholeNames.computeIfAbsent(whose, any -> new TreeSet<>()).add(String.join(" ", words));
    }
    // A child or relative is known by any part of the name, everybody else by the surname.
    List<String> telling =
        whose == Whose.OTHER ? words.subList(words.size() - 1, words.size()) : words;
    telling.stream()
        .filter(word -> word.length() >= SHORTEST)
        .forEach(word -> parts.computeIfAbsent(whose, any -> new TreeSet<>()).add(word));
  }

  /** Whose names stand in a text. */
  Set<Whose> in(String text) {
    String plain = plain(text);
    Set<Whose> found = new TreeSet<>();
    wholeNames.forEach(
        (whose, names) -> {
          if (names.stream().anyMatch(name -> anywhere(name, true).matcher(plain).find())) {
            found.add(whose);
          }
        });
    parts.forEach(
        (whose, names) -> {
          if (names.stream().anyMatch(name -> asName(name).matcher(plain).find())) {
            found.add(whose);
          }
        });
    return found;
  }

  private static Pattern anywhere(String name, boolean anyCase) {
    String words = Pattern.quote(name).replace(" ", "\\E[\\s,.-]+\\Q");
    return Pattern.compile(
        "(?<![\\p{L}])" + words + "(?![\\p{L}])",
        anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
  }

  /** A single word only where it is written as a name, so that "robin" the bird is none. */
  private static Pattern asName(String word) {
    String first = word.substring(0, 1).toUpperCase(Locale.UK);
    String rest = word.substring(1);
    return Pattern.compile(
        "(?<![\\p{L}])"
            + Pattern.quote(first)
            + "(?:"
            + Pattern.quote(rest)
            + "|"
            + Pattern.quote(rest.toUpperCase(Locale.UK))
            + ")(?![\\p{L}])");
  }

  private static List<String> words(String name) {
    return Arrays.stream(plain(name).split("[^\\p{L}'’-]+"))
        .filter(word -> !word.isBlank())
        .toList();
  }

  /** Without accents, and with words that a line end had cut in two put together. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("(\\p{L})-\\R(\\p{Ll})", "$1$2")
        .replace('’', '\'')
        .replace("\u00ad", "");
  }
}
