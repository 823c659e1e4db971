package org.practicereview.report;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of names, and the many ways of writing them: with and without accents and other signs of a
 * language, with any hyphen or none, with an apostrophe or without, cut in two by the end of a
 * line.
 */
final class NameWords {

  private static final Transliterator PLAIN =
      Transliterator.getInstance(
          "NFKD; [[:Latin:][\\u0300-\\u036F\\u064B-\\u0652]] NFD;"
              + " [\\u0300-\\u036F\\u064B-\\u0652] Remove; Latin-ASCII; NFC");

  /** How German and Scandinavian names are written where a keyboard lacks their letters. */
  private static final Transliterator TWO_LETTERS =
      Transliterator.createFromRules(
          "two-letters",
          "\\u00E4>ae; \\u00F6>oe; \\u00FC>ue; \\u00F8>oe; \\u00E5>aa; \\u00C4>Ae; \\u00D6>Oe; \\u00DC>Ue;"
              + " \\u00D8>Oe; \\u00C5>Aa;",
          Transliterator.FORWARD);

  private static final Pattern HYPHENS =
      Pattern.compile("[\\u2010-\\u2015\\u2212\\u2043\\uFE58\\uFE63\\uFF0D\\u058A\\u30FB\\u00B7]");
  private static final Pattern APOSTROPHES =
      Pattern.compile("[\\u2018\\u2019\\u201B\\u02BC\\u02B9\\u2032\\u00B4`\\uFF07]");
  private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");
  private static final Pattern CUT_BY_A_LINE = Pattern.compile("(\\p{L})-\\h*\\R\\h*(\\p{Ll})");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}'-]+");
  private static final Pattern CAPITAL_WITHIN = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern NO_SPACES =
      Pattern.compile(
          ".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}].*");
  private static final Pattern NO_LATIN = Pattern.compile(".*[\\p{L}&&[^\\p{IsLatin}]].*");
  private static final Set<String> PREFIXES =
      Set.of("mc", "mac", "fitz", "de", "di", "le", "la", "o");

  private static final String BEFORE = "(?<![\\p{L}\\p{M}])";
  private static final String AFTER = "(?![\\p{L}\\p{M}])";

  private NameWords() {}

  /** The words of a name as it was typed, hyphens and apostrophes within them. */
  static List<String> of(String name) {
    return BETWEEN_WORDS
        .splitAsStream(signs(name))
        .map(word -> word.replaceAll("^['-]+|['-]+$", ""))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * What of a word is a name by itself: the word, and what stands on each side of its hyphen or of
   * a capital within it.
   */
  static Set<String> parts(String word) {
    Set<String> parts = new LinkedHashSet<>();
    parts.add(word);
    for (String part : word.split("-")) {
      parts.add(part);
      List<String> within = List.of(CAPITAL_WITHIN.split(part));
      if (!PREFIXES.contains(within.get(0).toLowerCase(Locale.UK))) {
        within.stream().filter(one -> one.length() > 2).forEach(parts::add);
      }
    }
    return parts;
  }

  /** Whether a word alone can be told from other words: one letter cannot. */
  static boolean canBeSearched(String word) {
    return word.codePointCount(0, word.length()) > 1
        && (word.length() > 2 || otherScript(word) || Character.isUpperCase(word.charAt(0)));
  }

  /** Whether a word is written in other letters than those of the report. */
  static boolean otherScript(String word) {
    return NO_LATIN.matcher(word).matches();
  }

  /** Without the signs of a language. */
  static String folded(String text) {
    return PLAIN.transliterate(signs(text));
  }

  private static String signs(String text) {
    String plain = HYPHENS.matcher(text).replaceAll("-");
    return UNSEEN.matcher(APOSTROPHES.matcher(plain).replaceAll("'")).replaceAll("");
  }

  /** A name as it is written without the signs of its language. */
  static Set<String> spellings(String name) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(folded(name));
    spellings.add(folded(TWO_LETTERS.transliterate(name)));
    return spellings;
  }

  /** A text as it may be read: with either spelling, and with words put together over line ends. */
  static List<String> readings(String text) {
    return spellings(text).stream()
        .flatMap(one -> Stream.of(one, CUT_BY_A_LINE.matcher(one).replaceAll("$1$2")))
        .distinct()
        .toList();
  }

  /** Finds a whole name, in any case. */
  static String whole(String name) {
    String words =
        Arrays.stream(name.split(" "))
            .map(NameWords::joined)
            .collect(Collectors.joining("[\\s,.-]+"));
    return NO_SPACES.matcher(name).matches()
        ? words.replace("[\\s,.-]+", "[\\s,.-]*")
        : BEFORE + "(?iu:" + words + ")" + ending(name) + AFTER;
  }

  /**
   * Finds a single word only where it is written as a name, so that "robin" the bird is none; a
   * word of two letters only as it is.
   */
  static String alone(String word) {
    if (NO_SPACES.matcher(word).matches()) {
      return Pattern.quote(word);
    }
    if (word.length() == 2) {
      return BEFORE + Pattern.quote(first(word) + word.substring(1).toLowerCase(Locale.UK)) + AFTER;
    }
    return BEFORE
        + "(?="
        + Pattern.quote(first(word))
        + ")(?iu:"
        + joined(word)
        + ")"
        + ending(word)
        + AFTER;
  }

  private static String first(String word) {
    return word.substring(0, 1).toUpperCase(Locale.UK);
  }

  /** The Smiths; a name of three letters has too many words beside it. */
  private static String ending(String name) {
    return name.length() > 3 ? "(?i:e?s)?" : "";
  }

  /** A word whose hyphens, apostrophes and inner capitals may be written or not. */
  private static String joined(String word) {
    List<String> pieces = new ArrayList<>();
    for (String hyphened : word.split("-")) {
      for (String piece : CAPITAL_WITHIN.split(hyphened)) {
        pieces.add(
            Arrays.stream(piece.split("'"))
                .map(Pattern::quote)
                .collect(Collectors.joining("['\\s]?")));
      }
    }
    return String.join("[\\s-]*", pieces);
  }
}
