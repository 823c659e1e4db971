package org.practicereview.letters;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The fonts that letters are printed in: one for English and its neighbours, and one for each other
 * script that people in England are named in. What no font has cannot be printed, and is told of
 * before a letter goes.
 */
@Component
class LetterFonts {

  private static final List<String> OTHERS =
      Stream.concat(
              Stream.of(
                      "",
                      "Arabic",
                      "Armenian",
                      "Bengali",
                      "Devanagari",
                      "Ethiopic",
                      "Georgian",
                      "Gujarati",
                      "Gurmukhi",
                      "Hebrew",
                      "Kannada",
                      "Khmer",
                      "Lao",
                      "Malayalam",
                      "Myanmar",
                      "Oriya",
                      "Sinhala",
                      "Syriac",
                      "Tamil",
                      "Telugu",
                      "Thaana",
                      "Thai",
                      "Tifinagh")
                  .map(script -> "NotoSans" + script + "-Regular.ttf"),
              Stream.of(
                  "NotoSerifTibetan-Regular.ttf",
                  "DroidSansFallbackFull.ttf",
                  "NanumGothic.ttf",
                  "NotoEmoji-Regular.ttf"))
          .toList();

  /** Shown by nothing; what only joins or parts letters stays with them. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}\\uFE00-\\uFE0F]");

  private static final Pattern NEVER_PRINTED =
      Pattern.compile(
          "[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFE00-\\uFE0F\\uFEFF]");
  private static final Pattern NARROW_SPACES =
      Pattern.compile("[\\u2000-\\u200A\\u202F\\u205F\\u3000]");

  private final Font english = read("LiberationSans-Regular.ttf");

  /** Read when the first letter needs one of them. */
  private static final class Others {
    private static final List<Font> FONTS = OTHERS.stream().map(LetterFonts::read).toList();
  }

  /**
   * Text in one font.
   *
   * @param font the font, or null for the one that letters are set in
   */
  record Run(String text, Font font) {}

  /** The signs before the items of a list as Word keeps them, in a font of its own. */
  private static final Pattern BULLETS = Pattern.compile("[\\uF0B7\\uF0A7\\uF0D8\\uF076]");

  /** The text as it is printed: letters put together, Word's own hyphens and spaces made plain. */
  static String printed(String text) {
    String plain =
        BULLETS
            .matcher(NEVER_PRINTED.matcher(text.replace('\u2011', '-')).replaceAll(""))
            .replaceAll("\u2022");
    return Normalizer.normalize(NARROW_SPACES.matcher(plain).replaceAll(" "), Normalizer.Form.NFC);
  }

  /** The characters of a text that no font has, each once, as they would have to be printed. */
  List<String> missing(String text) {
    TreeSet<Integer> missing = new TreeSet<>();
    printed(text)
        .codePoints()
        .filter(one -> !isUnseen(one) && !english.canDisplay(one) && fontOf(one).isEmpty())
        .forEach(missing::add);
    return missing.stream().map(Character::toString).toList();
  }

  private static Optional<Font> fontOf(int character) {
    return Others.FONTS.stream().filter(font -> font.canDisplay(character)).findFirst();
  }

  private static boolean isUnseen(int character) {
    return UNSEEN.matcher(Character.toString(character)).matches();
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /**
   * A text in pieces of one font each. A letter and the marks on it stay together, as do the words
   * of a script that runs from right to left.
   */
  List<Run> runs(String text) {
    int[] characters = printed(text).codePoints().toArray();
    List<Run> runs = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    Font font = null;
    for (int at = 0; at < characters.length; ) {
      int end = at + 1;
      boolean marked = false;
      while (end < characters.length && (isMark(characters[end]) || isUnseen(characters[end]))) {
        marked = marked || isMark(characters[end]);
        end++;
      }
      Font next = font(characters, at, marked, font);
      if (next != font && !piece.isEmpty()) {
        runs.add(new Run(piece.toString(), font));
        piece.setLength(0);
      }
      font = next;
      for (; at < end; at++) {
        piece.appendCodePoint(characters[at]);
      }
    }
    if (!piece.isEmpty()) {
      runs.add(new Run(piece.toString(), font));
    }
    return runs;
  }

  private Font font(int[] characters, int at, boolean marked, Font before) {
    int one = characters[at];
    if (before != null && Character.isSpaceChar(one) && goesOnRightToLeft(characters, at)) {
      return before;
    }
    if (isUnseen(one) || !marked && !isRightToLeft(one) && english.canDisplay(one)) {
      return null;
    }
    return before != null && before.canDisplay(one) ? before : fontOf(one).orElse(null);
  }

  private static boolean goesOnRightToLeft(int[] characters, int at) {
    return at + 1 < characters.length && isRightToLeft(characters[at + 1]);
  }

  static boolean isRightToLeft(int character) {
    byte direction = Character.getDirectionality(character);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static Font read(String name) {
    try (InputStream in = LetterFonts.class.getResourceAsStream("/fonts/" + name)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + name + " cannot be read", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font " + name + " cannot be read", e);
    }
  }
}
