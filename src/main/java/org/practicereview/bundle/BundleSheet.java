package org.practicereview.bundle;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.practicereview.bundle.PagePlan.Box;
import org.practicereview.bundle.PagePlan.Word;

/** Writes on the sheets of a bundle: what stands on every page, and pages of attached files. */
final class BundleSheet {

  static final String MARKING = "OFFICIAL-SENSITIVE";

  private static final float EDGE = 51;
  private static final float HEADROOM = 48;
  private static final float FOOTROOM = 42;
  private static final float SMALL = 8.5f;
  private static final float QUALITY = 0.8f;
  private static final float THOUSAND = 1000;

  private final PDDocument document;
  private final PDType0Font font;
  private final CmapLookup known;

  BundleSheet(PDDocument document) throws IOException {
    this.document = document;
    byte[] file;
    try (InputStream in =
        BundleSheet.class.getResourceAsStream("/fonts/LiberationSans-Regular.ttf")) {
      file = in.readAllBytes();
    }
    this.font = PDType0Font.load(document, new ByteArrayInputStream(file));
    try (TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
      this.known = letters.getUnicodeCmapLookup();
    }
  }

  /** Adds a page of an attached file: its picture, and its words unseen behind it. */
  void add(BufferedImage picture, Box size, PagePlan plan, String title) throws IOException {
    boolean wide = size.right() > size.bottom();
    PDRectangle sheet =
        wide
            ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
            : PDRectangle.A4;
    PDPage page = new PDPage(sheet);
    document.addPage(page);
    float roomWide = sheet.getWidth() - EDGE;
    float roomHigh = sheet.getHeight() - HEADROOM - FOOTROOM;
    float scale = Math.min(roomWide / size.right(), roomHigh / size.bottom());
    float left = (sheet.getWidth() - size.right() * scale) / 2;
    float top = sheet.getHeight() - HEADROOM;
    try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
      pen.beginMarkedContent(COSName.ARTIFACT);
      pen.drawImage(
          JPEGFactory.createFromImage(document, picture, QUALITY),
          left,
          top - size.bottom() * scale,
          size.right() * scale,
          size.bottom() * scale);
      pen.endMarkedContent();
      for (Word word : plan.words()) {
        unseen(pen, word, left, top, scale);
      }
      write(pen, title, EDGE / 2, top + 6);
    }
  }

  private void unseen(PDPageContentStream pen, Word word, float left, float top, float scale)
      throws IOException {
    String text = printable(word.text());
    Box box = word.box();
    float wide = font.getStringWidth(text) / THOUSAND;
    if (text.isBlank() || wide == 0) {
      return;
    }
    float size = Math.max(1, (box.bottom() - box.top()) * scale * 0.8f);
    pen.beginText();
    pen.setRenderingMode(RenderingMode.NEITHER);
    pen.setFont(font, size);
    pen.setHorizontalScaling(
        100 * Math.max(0.1f, (box.right() - box.left()) * scale / (wide * size)));
    pen.setTextMatrix(
        Matrix.getTranslateInstance(
            left + box.left() * scale, top - box.bottom() * scale + size * 0.25f));
    pen.showText(text + " ");
    pen.endText();
  }

  /**
   * Writes on every page what stands on every page.
   *
   * @param head which case, and for whom
   */
  void mark(String head) throws IOException {
    int pages = document.getNumberOfPages();
    for (int number = 1; number <= pages; number++) {
      PDPage page = document.getPage(number - 1);
      PDRectangle sheet = page.getMediaBox();
      String count = "Page " + number + " of " + pages;
      try (PDPageContentStream pen =
          new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
        write(pen, head, EDGE / 2, sheet.getHeight() - 24);
        write(pen, MARKING, EDGE / 2, 20);
        write(pen, count, sheet.getWidth() - EDGE / 2 - width(count), 20);
      }
    }
  }

  private void write(PDPageContentStream pen, String text, float x, float y) throws IOException {
    pen.beginMarkedContent(COSName.ARTIFACT);
    pen.beginText();
    pen.setRenderingMode(RenderingMode.FILL);
    pen.setHorizontalScaling(100);
    pen.setFont(font, SMALL);
    pen.newLineAtOffset(x, y);
    pen.showText(printable(text));
    pen.endText();
    pen.endMarkedContent();
  }

  private float width(String text) throws IOException {
    return font.getStringWidth(printable(text)) / THOUSAND * SMALL;
  }

  /** Characters that the font lacks are left away: no reader finds a box in their place. */
  private String printable(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .map(one -> Character.isWhitespace(one) ? ' ' : one)
        .filter(one -> known.getGlyphId(one) != 0)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
