package org.practicereview.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.practicereview.bundle.PagePlan.Box;
import org.practicereview.bundle.PagePlan.Word;

/** Reads the words of one page, each character with its place on the page as it is looked at. */
final class PageReader extends PDFTextStripper {

  /** How far letters reach above and below their line, as a part of the size of the font. */
  private static final float ABOVE = 0.95f;

  private static final float BELOW = 0.3f;
  private static final float HIGH = 1.5f;
  private static final float SLANTED = 0.2f;

  private final PDRectangle size;
  private final int rotation;
  private final StringBuilder text = new StringBuilder();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  private PageReader(PDPage page, boolean byPosition) {
    size = page.getCropBox();
    rotation = Math.floorMod(page.getRotation(), 360);
    setSortByPosition(byPosition);
    setSuppressDuplicateOverlappingText(false);
  }

  /**
   * Reads a page.
   *
   * @param number from 1
   * @param byPosition whether lines are read from the top down, or in the order of the file
   */
  static PageReader read(PDDocument document, int number, boolean byPosition) throws IOException {
    PageReader reader = new PageReader(document.getPage(number - 1), byPosition);
    reader.setStartPage(number);
    reader.setEndPage(number);
    reader.getText(document);
    return reader;
  }

  /** The text; a character has the place at the same index of {@link #box}. */
  String text() {
    return text.toString();
  }

  /** Where a character of the text stands; null for a space between words. */
  Box box(int at) {
    return boxes.get(at);
  }

  List<Word> words() {
    return words;
  }

  @Override
  protected void writeString(String run, List<TextPosition> characters) {
    // In scripts from right to left only the whole run is in the order in which it is read.
    boolean whole = run.codePoints().anyMatch(PageReader::isRightToLeft);
    Box around = null;
    StringBuilder word = new StringBuilder();
    for (TextPosition character : characters) {
      String unicode = character.getUnicode();
      if (unicode == null) {
        continue;
      }
      Box box = seen(box(character));
      unicode.chars().forEach(any -> boxes.add(box));
      text.append(unicode);
      if (unicode.isBlank() && !whole) {
        end(word, around);
        around = null;
      } else {
        word.append(unicode);
        around = around == null ? box : around.with(box);
      }
    }
    end(whole ? new StringBuilder(run) : word, around);
  }

  private void end(StringBuilder word, Box around) {
    if (around != null && !word.toString().isBlank()) {
      words.add(new Word(word.toString(), around));
    }
    word.setLength(0);
  }

  private static boolean isRightToLeft(int one) {
    byte direction = Character.getDirectionality(one);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  @Override
  protected void writeWordSeparator() {
    separate(' ');
  }

  @Override
  protected void writeLineSeparator() {
    separate('\n');
  }

  private void separate(char sign) {
    text.append(sign);
    boxes.add(null);
  }

  /** In the space of the file, whose y grows upwards. */
  private static Box box(TextPosition character) {
    float x = character.getTextMatrix().getTranslateX();
    float y = character.getTextMatrix().getTranslateY();
    float wide = character.getWidthDirAdj();
    float size = Math.max(character.getHeightDir() * HIGH, character.getFontSizeInPt());
    float up = size * ABOVE;
    float down = size * BELOW;
    boolean slanted =
        Math.abs(character.getTextMatrix().getShearY())
                > SLANTED * Math.abs(character.getTextMatrix().getScaleX())
            && character.getDir() == 0;
    if (slanted) {
      float reach = wide + up;
      return new Box(x - reach, y - reach, x + reach, y + reach);
    }
    return switch ((int) character.getDir()) {
      case 90 -> new Box(x - up, y, x + down, y + wide);
      case 180 -> new Box(x - wide, y - up, x, y + down);
      case 270 -> new Box(x - down, y - wide, x + up, y);
      default -> new Box(x, y - down, x + wide, y + up);
    };
  }

  private Box seen(Box box) {
    float wide = size.getWidth();
    float high = size.getHeight();
    return switch (rotation) {
      case 90 -> new Box(box.top(), box.left(), box.bottom(), box.right());
      case 180 -> new Box(wide - box.right(), box.top(), wide - box.left(), box.bottom());
      case 270 ->
          new Box(high - box.bottom(), wide - box.right(), high - box.top(), wide - box.left());
      default -> new Box(box.left(), high - box.bottom(), box.right(), high - box.top());
    };
  }
}
