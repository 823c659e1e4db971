package org.practicereview.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Takes out of a PDF what its pages do not show: author, programs and dates, comments, attached
 * files, scripts, earlier states of the file, and what cameras write into pictures.
 */
final class PlainPdf {

  private static final List<COSName> BEHIND_THE_PAGES =
      List.of(
          COSName.METADATA,
          COSName.getPDFName("PieceInfo"),
          COSName.getPDFName("LastModified"),
          COSName.getPDFName("Thumb"));

  private PlainPdf() {}

  /**
   * A PDF without what should not be there.
   *
   * @param title put in the place of the file's own title
   * @throws PublicationRefused if the file is no PDF, or is protected
   */
  static byte[] clean(byte[] pdf, String title) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      if (document.isEncrypted()) {
        throw new PublicationRefused("The file is protected by a password. Save it without one");
      }
      PDDocumentInformation information = new PDDocumentInformation();
      information.setTitle(title);
      document.setDocumentInformation(information);
      COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
      List.of("OpenAction", "AA", "Collection", "AF", "Perms", "DSS", "SpiderInfo", "URI")
          .forEach(name -> catalog.removeItem(COSName.getPDFName(name)));
      if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
        names.removeItem(COSName.getPDFName("EmbeddedFiles"));
        names.removeItem(COSName.getPDFName("JavaScript"));
      }
      for (PDPage page : document.getPages()) {
        page.getCOSObject().removeItem(COSName.getPDFName("AA"));
        page.setAnnotations(page.getAnnotations().stream().filter(PlainPdf::stays).toList());
      }
      forget(catalog);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      // Written anew as a whole: what was deleted before is not carried along.
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new PublicationRefused("The file is no readable PDF. Publication needs a PDF");
    }
  }

  /** The words on the pages. */
  static String words(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new PublicationRefused("The file is no readable PDF. Publication needs a PDF");
    }
  }

  private static boolean stays(PDAnnotation annotation) {
    return annotation instanceof PDAnnotationLink || annotation instanceof PDAnnotationWidget;
  }

  /** Goes through everything the file holds; not by recursion, for a report can be deep. */
  private static void forget(COSBase root) throws IOException {
    Set<COSBase> seen = new HashSet<>();
    Deque<COSBase> left = new ArrayDeque<>(List.of(root));
    while (!left.isEmpty()) {
      COSBase next = left.pop();
      COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
      if (object == null || !seen.add(object)) {
        continue;
      }
      if (object instanceof COSArray array) {
        array.toList().stream().filter(Objects::nonNull).forEach(left::push);
      } else if (object instanceof COSDictionary dictionary) {
        BEHIND_THE_PAGES.forEach(dictionary::removeItem);
        if (object instanceof COSStream stream && isPhotograph(stream)) {
          stripPhotograph(stream);
        }
        dictionary.getValues().forEach(left::push);
      }
    }
  }

  private static boolean isPhotograph(COSStream stream) {
    return COSName.DCT_DECODE.equals(stream.getDictionaryObject(COSName.FILTER));
  }

  private static void stripPhotograph(COSStream stream) throws IOException {
    byte[] picture;
    try (InputStream in = stream.createRawInputStream()) {
      picture = in.readAllBytes();
    }
    byte[] plain = withoutCameraNotes(picture);
    if (plain.length != picture.length) {
      try (OutputStream out = stream.createRawOutputStream()) {
        out.write(plain);
      }
    }
  }

  /**
   * A JPEG without its application notes (place, camera, author) and comments. Notes 0 and 14 say
   * how the colours are to be read and stay.
   */
  static byte[] withoutCameraNotes(byte[] jpeg) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length);
    int at = 2;
    out.write(jpeg, 0, Math.min(at, jpeg.length));
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
      int marker = jpeg[at + 1] & 0xFF;
      int length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
      boolean scan = marker == 0xDA;
      if (scan || at + length > jpeg.length) {
        break;
      }
      boolean note = marker >= 0xE1 && marker <= 0xEF && marker != 0xEE || marker == 0xFE;
      if (!note) {
        out.write(jpeg, at, length);
      }
      at += length;
    }
    out.write(jpeg, Math.min(at, jpeg.length), Math.max(0, jpeg.length - at));
    return out.toByteArray();
  }
}
