package org.practicereview.partnership;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Forms of English words that a partnership's own words need inside a sentence. */
final class WordForms {

  /** Letters whose own name begins with a vowel, for words such as "SSCB" that are spelt out. */
  private static final Pattern SPELT_WITH_VOWEL = Pattern.compile("[AEFHILMNORSX][A-Z]+\\b.*");

  private static final Pattern SPELT = Pattern.compile("[A-Z]{2,}\\b.*");
  private static final Pattern VOWEL = Pattern.compile("(?i)(?!uni|use|eu|one)[aeiou].*");

  private static final Map<String, String> VERBS =
      Map.of("is", "are", "has", "have", "was", "were", "does", "do");

  private WordForms() {}

  /** Whether a word means several, such as "Safeguarding Partners" or "Boards of Partners". */
  static boolean isPlural(String word) {
    return head(word).matches(".*[^siu]s");
  }

  /** The word for several. */
  static String plural(String word) {
    if (isPlural(word)) {
      return word;
    }
    String head = head(word);
    String rest = word.substring(head.length());
    if (head.matches(".*[^aeiou]y")) {
      return head.substring(0, head.length() - 1) + "ies" + rest;
    }
    return head + (head.matches(".*(s|x|ch|sh)") ? "es" : "s") + rest;
  }

  private static String head(String word) {
    int of = word.indexOf(" of ");
    return of < 0 ? word : word.substring(0, of);
  }

  /** With a capital. */
  static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1);
  }

  /**
   * The article for a word.
   *
   * @param written the article that stood there, for its capital
   */
  static String article(String written, String word) {
    boolean an =
        SPELT.matcher(word).matches()
            ? SPELT_WITH_VOWEL.matcher(word).matches()
            : VOWEL.matcher(word).matches();
    return written.charAt(0) + (an ? "n" : "");
  }

  /** The verb of several where that of one stood: "decide" for "decides". */
  static String verbOfSeveral(String verb) {
    String lower = verb.toLowerCase(Locale.UK);
    String several = VERBS.get(lower);
    if (several == null) {
      several =
          lower.endsWith("ies")
              ? lower.substring(0, lower.length() - 3) + "y"
              : lower.substring(0, lower.length() - (lower.matches(".*(ss|x|ch|sh|o)es") ? 2 : 1));
    }
    return Character.isUpperCase(verb.charAt(0)) ? capital(several) : several;
  }
}
