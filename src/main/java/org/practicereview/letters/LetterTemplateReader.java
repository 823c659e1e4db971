package org.practicereview.letters;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.practicereview.casefile.CaseDays;

/** Reads what a template says about itself, and refuses one that could do more than print facts. */
final class LetterTemplateReader {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?!reference}|partnership})");

  private static final Pattern BODY = Pattern.compile("<body>(.*)</body>", Pattern.DOTALL);

  /** What prints values as markup, evaluates a value again, or reaches beyond the template. */
  private static final List<String> FORBIDDEN =
      List.of("th:utext", "[(", "__", "th:inline", "th:on", "th:attr", "~{", "@{", "*{");

  private LetterTemplateReader() {}

  /**
   * The template that is written in a text.
   *
   * @throws IllegalStateException if it is not fit for use; names the mistake
   */
  static LetterTemplate read(String id, String source) {
    for (String forbidden : FORBIDDEN) {
      if (source.contains(forbidden)) {
        throw new IllegalStateException(
            "The letter template " + id + " must not contain \"" + forbidden + "\"");
      }
    }
    Document document = Jsoup.parse(source);
    String subject = meta(document, "subject");
    if (document.title().isBlank() || subject.isEmpty()) {
      throw new IllegalStateException(
          "The letter template " + id + " must have a title and a meta tag \"subject\"");
    }
    if (PLACEHOLDER.matcher(subject).find() || subject.contains("$")) {
      throw new IllegalStateException(
          "The subject of the letter template "
              + id
              + " may only hold {reference} and {partnership}");
    }
    boolean notice = "notice".equals(meta(document, "kind"));
    List<String> required = list(document, "required");
    List<String> optional = list(document, "optional");
    List<String> partnerFacts = list(document, "partner-facts");
    if (notice && !(required.isEmpty() && optional.isEmpty() && partnerFacts.isEmpty())) {
      throw new IllegalStateException(
          "The notice " + id + " must not use facts of the case: it goes out as an open e-mail");
    }
    return new LetterTemplate(
        id,
        document.title(),
        subject,
        notice,
        "document".equals(meta(document, "kind")),
        orElse(meta(document, "classification"), "OFFICIAL-SENSITIVE"),
        orElse(meta(document, "access"), "PARTNERSHIP"),
        required,
        optional,
        partnerFacts,
        list(document, "enclosures"),
        "yes".equals(meta(document, "no-blame")),
        "yes".equals(meta(document, "own-reader")),
        "yes".equals(meta(document, "may-be-passed-on")),
        "yes".equals(meta(document, "urgent")),
        answer(id, orElse(meta(document, "answer-by"), "none")),
        "none".equals(meta(document, "place")),
        invites(id, list(document, "invites")),
        inBody(source));
  }

  private static String answer(String id, String how) {
    if (!List.of("service", "contact", "none").contains(how)) {
      throw new IllegalStateException(
          "The letter template " + id + " asks for an answer by service, contact or none");
    }
    return how;
  }

  private static List<String> invites(String id, List<String> kinds) {
    if (!CaseDays.KINDS.containsAll(kinds)) {
      throw new IllegalStateException(
          "The letter template " + id + " may invite to " + new TreeSet<>(CaseDays.KINDS));
    }
    return kinds;
  }

  /** As it was written: a parser would move what it does not expect inside tables. */
  private static String inBody(String source) {
    Matcher body = BODY.matcher(source);
    return body.find() ? body.group(1) : source;
  }

  private static String meta(Document document, String name) {
    return document.select("meta[name=" + name + "]").attr("content").strip();
  }

  private static List<String> list(Document document, String name) {
    return Arrays.stream(meta(document, name).split(","))
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .toList();
  }

  private static String orElse(String value, String other) {
    return value.isEmpty() ? other : value;
  }
}
