package org.practicereview.bundle;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words that are to be removed, and where they stand in a text: in any case, with or without the
 * signs of a language, with any hyphen, over the end of a line, in an address or joined to another
 * word by a capital. A name within a longer word is another word: "Ann" is not removed from
 * "planned".
 */
public final class Removals {

  private static final Transliterator PLAIN =
      Transliterator.getInstance("NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
  private static final Map<Integer, String> FOLDED = new ConcurrentHashMap<>();
  private static final String APOSTROPHES = "'’‘‛ʼʹ′´`＇";
  private static final String HYPHENS = "-‐‑‒–—−­";

  private final Map<String, Set<String>> wanted = new LinkedHashMap<>();

  /**
   * Removals of some words.
   *
   * @param words names and other words; blank ones are left out
   */
  public Removals(Collection<String> words) {
    for (String word : words) {
      String plain = Plain.of(word, false).text.toString().strip();
      if (!plain.isEmpty()) {
        Set<String> ways = new LinkedHashSet<>(List.of(plain));
        if (HYPHENS.chars().anyMatch(sign -> word.indexOf(sign) > 0)) {
          ways.add(plain.replace(" ", ""));
        }
        wanted.put(word, ways);
      }
    }
  }

  /**
   * Where something is to be removed.
   *
   * @param from first character
   * @param until the one after the last
   */
  record Place(int from, int until) {

    boolean covers(int at) {
      return at >= from && at < until;
    }
  }

  /** Whether nothing is to be removed. */
  public boolean isEmpty() {
    return wanted.isEmpty();
  }

  /** Which of the words stand in a text, as they were given. */
  public Set<String> found(String text) {
    Set<String> found = new LinkedHashSet<>();
    places(text, found);
    return found;
  }

  /**
   * Where they stand in a text, in order; places with only spaces between are one.
   *
   * @param found takes the words that were found
   */
  List<Place> places(String text, Set<String> found) {
    List<Place> all = new ArrayList<>();
    for (boolean joined : new boolean[] {false, true}) {
      Plain plain = Plain.of(text, joined);
      wanted.forEach(
          (word, ways) ->
              ways.forEach(
                  way -> {
                    if (plain.collect(way, text, all)) {
                      found.add(word);
                    }
                  }));
    }
    return merged(all, text);
  }

  private static List<Place> merged(List<Place> places, String text) {
    List<Place> merged = new ArrayList<>();
    places.sort(Comparator.comparingInt(Place::from));
    for (Place place : places) {
      Place last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null
          && (place.from() <= last.until()
              || text.substring(last.until(), place.from()).isBlank())) {
        merged.set(
            merged.size() - 1, new Place(last.from(), Math.max(last.until(), place.until())));
      } else {
        merged.add(place);
      }
    }
    return merged;
  }

  /** A text in small letters without signs, each character with its place in the text. */
  private static final class Plain {

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> from = new ArrayList<>();

    /**
     * @param joined whether a word that the end of a line cut in two is put together
     */
    static Plain of(String written, boolean joined) {
      Plain plain = new Plain();
      for (int at = 0; at < written.length(); ) {
        int one = written.codePointAt(at);
        int next = at + Character.charCount(one);
        int afterCut = joined && HYPHENS.indexOf(one) >= 0 ? afterLineEnd(written, next) : -1;
        if (afterCut > 0) {
          next = afterCut;
        } else if (Character.isLetterOrDigit(one)) {
          plain.add(FOLDED.computeIfAbsent(one, Plain::folded), at);
        } else if (!isUnseen(one)) {
          plain.add(" ", at);
        }
        at = next;
      }
      return plain;
    }

    private static synchronized String folded(int one) {
      return PLAIN.transliterate(Character.toString(one));
    }

    private static boolean isUnseen(int one) {
      int type = Character.getType(one);
      return type == Character.FORMAT
          || type == Character.NON_SPACING_MARK
          || APOSTROPHES.indexOf(one) >= 0;
    }

    /** Where a word goes on after a line's end; -1 if no line ends here. */
    private static int afterLineEnd(String written, int at) {
      boolean line = false;
      int next = at;
      while (next < written.length() && Character.isWhitespace(written.charAt(next))) {
        line = line || written.charAt(next) == '\n';
        next++;
      }
      return line ? next : -1;
    }

    private void add(String folded, int at) {
      boolean space = folded.equals(" ");
      if (space && !text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
        return;
      }
      for (int i = 0; i < folded.length(); i++) {
        text.append(folded.charAt(i));
        from.add(at);
      }
    }

    boolean collect(String way, String written, List<Place> places) {
      boolean found = false;
      for (int at = text.indexOf(way); at >= 0; at = text.indexOf(way, at + 1)) {
        int end = end(at, at + way.length(), written);
        if (end > 0) {
          found = true;
          int last = from.get(end - 1);
          places.add(
              new Place(from.get(at), last + Character.charCount(written.codePointAt(last))));
        }
      }
      return found;
    }

    /** Where a word ends that begins here, with what makes it plural; -1 if it is another word. */
    private int end(int begin, int after, String written) {
      if (begin > 0 && goesOn(begin - 1, begin, written)) {
        return -1;
      }
      for (String ending : List.of("", "s", "es")) {
        int end = after + ending.length();
        if (text.indexOf(ending, after) == after
            && (end >= text.length() || !goesOn(end - 1, end, written))) {
          return end;
        }
      }
      return -1;
    }

    /** Whether two characters beside each other belong to one word. */
    private boolean goesOn(int first, int second, String written) {
      char one = text.charAt(first);
      char other = text.charAt(second);
      if (Character.isDigit(one) && Character.isDigit(other)) {
        return true;
      }
      if (!Character.isLetter(one) || !Character.isLetter(other) || !isSpaced(other)) {
        return false;
      }
      boolean capital =
          Character.isLowerCase(written.codePointAt(from.get(first)))
              && Character.isUpperCase(written.codePointAt(from.get(second)));
      return !capital;
    }

    /** Whether a script has spaces between words. */
    private static boolean isSpaced(char letter) {
      return switch (Character.UnicodeScript.of(letter)) {
        case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
        default -> true;
      };
    }
  }
}
