package org.practicereview.modelling;

import java.util.Locale;
import java.util.Set;

/**
 * Keys of questions and values of choices, made of their words, so that no one has to think of
 * them.
 */
final class FormKeys {

  private FormKeys() {}

  static String free(String wanted, Set<String> used, String between) {
    String base = wanted.isEmpty() ? "other" : wanted;
    for (int i = 1; ; i++) {
      String one = i == 1 ? base : base + between + i;
      if (!used.contains(one)) {
        return one;
      }
    }
  }

  static String kebab(String words) {
    String plain = words.toLowerCase(Locale.UK).replaceAll("[^a-z0-9]+", "-");
    return shortened(plain).replaceAll("^-|-$", "");
  }

  static String camel(String words) {
    StringBuilder key = new StringBuilder();
    for (String word : shortened(words.replaceAll("[^A-Za-z ]", "")).strip().split(" +")) {
      String small = word.toLowerCase(Locale.UK);
      key.append(
          key.isEmpty() || small.isEmpty()
              ? small
              : Character.toUpperCase(small.charAt(0)) + small.substring(1));
    }
    return key.toString();
  }

  private static String shortened(String words) {
    return words.length() > 40 ? words.substring(0, 40) : words;
  }
}
