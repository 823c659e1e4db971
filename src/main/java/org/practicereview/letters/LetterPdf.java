package org.practicereview.letters;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * Prints a page as an accessible PDF (PDF/UA): tagged, titled, in English, with its own fonts. It
 * never fetches anything: no picture, no style sheet, no file.
 */
@Component
public class LetterPdf {

  private static final String FONT = "Liberation Sans";
  private static final String LIGATURES = "GSUB";
  private static final int TABLE_COUNT = 4;
  private static final int FIRST_TABLE = 12;
  private static final int TABLE_LENGTH = 16;

  private final byte[] regular = plain(font("LiberationSans-Regular.ttf"));
  private final byte[] bold = plain(font("LiberationSans-Bold.ttf"));

  private final LetterFonts fonts;

  LetterPdf(LetterFonts fonts) {
    this.fonts = fonts;
    XRLog.setLoggingEnabled(false);
  }

  byte[] print(Document source) {
    return print(source, PdfAConformance.NONE);
  }

  /**
   * Prints a page for keeping (PDF/A-2, ISO 19005-2): tagged, with fonts and colours of its own.
   *
   * @param source the whole page with its style sheet; is not changed
   */
  public byte[] archive(Document source) {
    return print(source, PdfAConformance.PDFA_2_B);
  }

  private byte[] print(Document source, PdfAConformance conformance) {
    Document page = source.clone();
    OtherScripts others = new OtherScripts();
    others.set(page, fonts);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    if (conformance != PdfAConformance.NONE) {
      builder.usePdfAConformance(conformance);
      builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    }
    builder.useUriResolver((base, uri) -> null);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> false, when);
    }
    builder.useFont(() -> new ByteArrayInputStream(regular), FONT, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> new ByteArrayInputStream(bold), FONT, 700, FontStyle.NORMAL, true);
    builder.useObjectDrawerFactory(others);
    builder.withW3cDocument(new W3CDom().fromJsoup(page), null);
    builder.withProducer("Practice Review");
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The letter could not be printed", e);
    }
    return out.toByteArray();
  }

  /**
   * The same font without its table of ligatures, under whose name no one finds it any more: with
   * it, PDFBox compiles hundreds of regular expressions for each run of text.
   */
  private static byte[] plain(byte[] font) {
    int tables = ByteBuffer.wrap(font).getShort(TABLE_COUNT);
    for (int entry = FIRST_TABLE;
        entry < FIRST_TABLE + tables * TABLE_LENGTH;
        entry += TABLE_LENGTH) {
      if (new String(font, entry, LIGATURES.length(), StandardCharsets.US_ASCII)
          .equals(LIGATURES)) {
        font[entry] = 'X';
      }
    }
    return font;
  }

  private static byte[] font(String name) {
    try (InputStream in = LetterPdf.class.getResourceAsStream("/fonts/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + name + " cannot be read", e);
    }
  }
}
