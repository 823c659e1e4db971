package org.practicereview.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** PDF files as someone uploads them in a form. */
final class Pdf {

  private Pdf() {}

  /** A file with one line of words on each page. */
  static List<Map<String, Object>> of(String... pages) {
    return of("", pages);
  }

  /** The same, opened by a password only. */
  static List<Map<String, Object>> locked(String... pages) {
    return of("secret", pages);
  }

  private static List<Map<String, Object>> of(String password, String... pages) {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (String words : pages) {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
          content.beginText();
          content.setFont(new PDType1Font(FontName.HELVETICA), 12);
          content.newLineAtOffset(72, 700);
          content.showText(words);
          content.endText();
        }
      }
      if (!password.isEmpty()) {
        pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      pdf.save(out);
      return file("draft.pdf", out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any file. */
  static List<Map<String, Object>> file(String name, byte[] content) {
    return List.of(
        Map.of(
            "name",
            name,
            "mediaType",
            "application/octet-stream",
            "content",
            Base64.getEncoder().encodeToString(content)));
  }
}
