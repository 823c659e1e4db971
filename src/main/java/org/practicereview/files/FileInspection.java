package org.practicereview.files;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Looks into a file before it comes in. Its content must be of a kind that is taken, its name must
 * say the same, and nothing in it may act by itself when someone opens it.
 */
@Component
public class FileInspection {

  private static final String PDF = "application/pdf";
  private static final String OLD_OFFICE = "application/x-tika-msoffice";
  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text";
  private static final String WITH_MACROS = "macroenabled";
  private static final Set<String> PLAIN = Set.of("text/plain", "image/png", "image/jpeg");
  private static final Set<String> ARCHIVES =
      Set.of("application/zip", "application/x-tika-ooxml", OPEN_DOCUMENT);

  /** The part that each must have. */
  private static final Map<String, String> OFFICE =
      Map.of(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "word/document.xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "xl/workbook.xml",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "ppt/presentation.xml",
          OPEN_DOCUMENT,
          OfficeContent.OPEN_DOCUMENT);

  private final Tika types = new Tika();

  /**
   * What a file is that answers a question.
   *
   * @param name as its sender calls it
   * @param endings how the names of files end that the question takes; empty if it takes all kinds
   * @param question as the person reads it
   * @return its media type
   * @throws FileRefused if it may not come in
   */
  public String mediaType(String name, byte[] content, List<String> endings, String question) {
    String type = mediaType(name, content);
    List<FileKind> taken =
        endings.stream().map(FileKind::endingIn).flatMap(Optional::stream).distinct().toList();
    if (!endings.isEmpty() && taken.stream().noneMatch(kind -> kind.is(type))) {
      throw new FileRefused(
          "is not of a kind that \"%s\" takes. Send %s"
              .formatted(question, FileKind.inWords(taken)));
    }
    return type;
  }

  /**
   * What a file is.
   *
   * @param name as its sender calls it
   * @return its media type
   * @throws FileRefused if it may not come in
   */
  public String mediaType(String name, byte[] content) {
    String is = types.detect(content);
    String named = types.detect(name);
    if (named.contains(WITH_MACROS)) {
      throw new FileRefused(
          "is of a kind that can hold macros. Save it as .docx, .xlsx, .pptx or PDF, and send that");
    }
    if (is.equals(OLD_OFFICE)) {
      throw new FileRefused(
          "is an Office file of the old kind (.doc, .xls) or is protected by a password, so that"
              + " no one can see what it would start. Save it as .docx, .xlsx or PDF, without a"
              + " password, and send that");
    }
    if (is.equals(PDF) && named.equals(PDF)) {
      PdfContent.check(content);
    } else if (ARCHIVES.contains(is) && OFFICE.containsKey(named)) {
      OfficeContent.check(content, OFFICE.get(named), OFFICE.values());
    } else if (!PLAIN.contains(is) || !is.equals(named)) {
      throw new FileRefused(
          "is of a kind that is not taken, or is not what its name says. Send "
              + FileKind.inWords(Arrays.asList(FileKind.values())));
    }
    return named;
  }
}
