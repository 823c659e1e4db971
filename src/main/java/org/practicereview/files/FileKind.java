package org.practicereview.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that the service takes; a question can take fewer. */
public enum FileKind {
  PDF("PDF", "application/pdf", ".pdf"),
  WORD(
      "Word (.docx)",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      ".docx"),
  EXCEL(
      "Excel (.xlsx)",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      ".xlsx"),
  POWERPOINT(
      "PowerPoint (.pptx)",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      ".pptx"),
  OPEN_DOCUMENT("OpenDocument (.odt)", "application/vnd.oasis.opendocument.text", ".odt"),
  TEXT("plain text (.txt)", "text/plain", ".txt"),
  PNG("PNG", "image/png", ".png"),
  JPEG("JPEG", "image/jpeg", ".jpg", ".jpeg");

  private final String words;
  private final String mediaType;
  private final List<String> endings;

  FileKind(String words, String mediaType, String... endings) {
    this.words = words;
    this.mediaType = mediaType;
    this.endings = List.of(endings);
  }

  /** The kind of files whose names end like this, for example {@code .docx}. */
  public static Optional<FileKind> endingIn(String ending) {
    return Arrays.stream(values())
        .filter(kind -> kind.endings.contains(ending.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  boolean is(String type) {
    return mediaType.equals(type);
  }

  /** Kinds as a person reads them: {@code PDF, Word (.docx) or PNG}. */
  static String inWords(List<FileKind> kinds) {
    List<String> words = kinds.stream().map(kind -> kind.words).toList();
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
