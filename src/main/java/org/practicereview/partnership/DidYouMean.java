package org.practicereview.partnership;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the word that someone probably meant. */
public final class DidYouMean {

  private static final double ALIKE = 0.88;
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  private DidYouMean() {}

  /** A remedy for an unknown word: the one that is most like it, or all that are known. */
  public static String oneOf(String unknown, Collection<String> known) {
    return closest(unknown, known)
        .map(word -> "Did you mean \"" + word + "\"?")
        .orElse("Known here: " + String.join(", ", known) + ".");
  }

  private static Optional<String> closest(String unknown, Collection<String> known) {
    String typed = letters(unknown);
    return known.stream()
        .filter(word -> SIMILARITY.apply(typed, letters(word)) >= ALIKE)
        .max(Comparator.comparingDouble(word -> SIMILARITY.apply(typed, letters(word))));
  }

  private static String letters(String word) {
    return word.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.UK);
  }
}
