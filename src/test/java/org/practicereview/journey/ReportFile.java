package org.practicereview.journey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;

/** A report as people bring it: with a writer's name, a comment and a spreadsheet inside it. */
final class ReportFile {

  /** Stands in the file's properties, a comment and an attachment, on no page. */
  static final String HIDDEN = "Jo Invented";

  private static final Map<String, byte[]> KEPT = new ConcurrentHashMap<>();

  private ReportFile() {}

  static byte[] saying(String sentence) {
    return saying(sentence, true);
  }

  private static byte[] saying(String sentence, boolean attached) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.newLineAtOffset(60, 700);
        content.showText(sentence);
        content.endText();
      }
      document.getDocumentInformation().setAuthor(HIDDEN);
      document.getDocumentInformation().setProducer("Office of " + HIDDEN);
      document.getDocumentInformation().setTitle("Draft 7 " + HIDDEN);
      document
          .getDocumentCatalog()
          .setMetadata(
              new PDMetadata(
                  document, new ByteArrayInputStream(HIDDEN.getBytes(StandardCharsets.UTF_8))));
      PDAnnotationText comment = new PDAnnotationText();
      comment.setContents(HIDDEN + " asks: is this true?");
      comment.setRectangle(new PDRectangle(10, 10, 20, 20));
      page.setAnnotations(List.of(comment));
      if (attached) {
        attach(document);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void attach(PDDocument document) throws IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile("names.txt");
    file.setEmbeddedFile(
        new PDEmbeddedFile(
            document, new ByteArrayInputStream(HIDDEN.getBytes(StandardCharsets.UTF_8))));
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of("names", file));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  /** A file of one sentence; the same sentence gives the same file. */
  static byte[] plain(String sentence) {
    return KEPT.computeIfAbsent(sentence, ReportFile::saying);
  }

  /** The file as a form carries it, which takes none with another inside. */
  static List<Map<String, String>> uploaded(String sentence) {
    return List.of(
        Map.of(
            "name",
            "report.pdf",
            "mediaType",
            "application/pdf",
            "content",
            Base64.getEncoder().encodeToString(saying(sentence, false))));
  }

  /** Files a report as the one that was signed off. */
  static Document signedOff(Story story, String sentence) {
    return story
        .desk
        .the(Documents.class)
        .store(
            new NewDocument(
                story.reference,
                "final-report",
                "Report.pdf",
                "application/pdf",
                saying(sentence),
                "PARTNERSHIP",
                "",
                "es-executive"));
  }
}
