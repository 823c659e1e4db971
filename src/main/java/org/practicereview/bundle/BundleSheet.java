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
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.practicereview.bundle.PagePlan.Box;

/** Writes on the sheets of a bundle: what stands on every page, and pages of attached files. */
final class BundleSheet {

  static final String MARKING = "OFFICIAL-SENSITIVE";

  private static final float EDGE = 51;
  private static final float HEADROOM = 48;
  private static final float FOOTROOM = 42;
  private static final float SMALL = 8.5f;
  private static final float QUALITY = 0.8f;
  private static final float THOUSAND = 1000;

  /** The file lies on the disk of the node and in the database. */
  static final long MOST_BYTES = 150_000_000;

  private final PDDocument document;
  private final PDType0Font font;
  private final CmapLookup known;
  private final long most;
  private long bytes;

  /**
   * The sheets of a bundle.
   *
   * @param most how many bytes its pictures may have together
   */
  BundleSheet(PDDocument document, long most) throws IOException {
    this.document = document;
    this.most = most;
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

  /**
   * Adds a page of an attached file as a picture. Its words do not come along: the file may hold
   * some that no one sees, under a black box or beside the page.
   *
   * @throws NotMade if the bundle becomes too large
   */
  void add(BufferedImage picture, Box size, String title) throws IOException {
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
    PDImageXObject drawn = JPEGFactory.createFromImage(document, picture, QUALITY);
    bytes += drawn.getStream().getLength();
    if (bytes > most) {
      throw new NotMade(
          "The bundle would be larger than 150 MB. Choose fewer files, and make several bundles");
    }
    try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
      pen.beginMarkedContent(COSName.ARTIFACT);
      pen.drawImage(
          drawn, left, top - size.bottom() * scale, size.right() * scale, size.bottom() * scale);
      pen.endMarkedContent();
      write(pen, title, EDGE / 2, top + 6);
    }
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
