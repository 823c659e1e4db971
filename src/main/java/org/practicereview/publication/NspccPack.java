package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.NSPCC_ABSTRACT;
import static org.practicereview.publication.PublicationQuestions.NSPCC_AGE_GROUP;
import static org.practicereview.publication.PublicationQuestions.NSPCC_THEMES;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is handed to the national repository of case reviews at the NSPCC: the report, in the
 * version that was checked and that the bodies have, and a sheet that describes it. The anonymous
 * pack names neither the place nor the partnership: not in its name, on the sheet, in the file's
 * properties, or on the pages of the report.
 */
@Service
public class NspccPack {

  /** Kind of document of a pack. */
  public static final String KIND = "nspcc-pack";

  /** Words in the names of partnerships and agencies that name no place. */
  private static final Pattern NO_PLACE =
      Pattern.compile(
          "(?i)\\b(local|safeguarding|children's|childrens|children|child|partnership|partners|board"
              + "|council|county|city|borough|the|of|and|for|services?)\\b");

  private final Preparation preparation;
  private final Documents documents;
  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Partnerships partnerships;
  private final AuditTrail audit;
  private final Clock clock;

  NspccPack(
      Preparation preparation,
      Documents documents,
      CaseFiles cases,
      CaseFacts facts,
      Partnerships partnerships,
      AuditTrail audit,
      Clock clock) {
    this.preparation = preparation;
    this.documents = documents;
    this.cases = cases;
    this.facts = facts;
    this.partnerships = partnerships;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes the pack and keeps it among the documents of the case.
   *
   * @throws PublicationRefused if no version was prepared, or an anonymous one names the place
   */
  @Transactional
  public Document make(String caseReference, String by) {
    boolean anonymous = preparation.mode(caseReference).namesNoPlace();
    byte[] report =
        preparation
            .anonymisedLater(caseReference)
            .map(file -> PlainPdf.clean(documents.content(file.id()), Preparation.REPORT_TITLE))
            .or(
                () ->
                    preparation
                        .prepared(caseReference)
                        .map(version -> documents.content(version.documentId())))
            .orElseThrow(() -> new PublicationRefused("There is no report for the NSPCC"));
    String sheet = sheet(caseReference, anonymous);
    if (anonymous) {
      List<String> named = placesIn(caseReference, PlainPdf.words(report) + " " + sheet);
      if (!named.isEmpty()) {
        throw new PublicationRefused(
            "An anonymous copy must not name the place, and this one says " + quoted(named));
      }
    }
    Document pack =
        documents.store(
            new NewDocument(
                caseReference,
                KIND,
                "nspcc-submission.zip",
                "application/zip",
                zip(report, sheet),
                "PARTNERSHIP",
                "",
                by));
    audit.record(
        caseReference,
        by,
        anonymous
            ? "The anonymous pack for the NSPCC was made."
            : "The pack for the NSPCC was made.");
    return pack;
  }

  /**
   * The names of places and bodies of the case's partnership that stand in a text, and the
   * reference of the case, which begins with the place.
   *
   * @param text any text, for example the pages of a report
   */
  public List<String> placesIn(String caseReference, String text) {
    String plain = text.replaceAll("\\s+", " ");
    Stream<String> names = names(partnerships.get(cases.get(caseReference).partnership()));
    return Stream.concat(names, Stream.of(caseReference))
        .filter(name -> name.length() > 2)
        .distinct()
        .filter(
            name ->
                Pattern.compile("(?iu)(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                    .matcher(plain)
                    .find())
        .toList();
  }

  /**
   * The words of a file that comes with a form; empty if none comes.
   *
   * @throws PublicationRefused if it is no PDF
   */
  public String uploaded(Map<String, Object> given, String question) {
    return given.get(question) instanceof List<?> files
            && !files.isEmpty()
            && files.get(0) instanceof Map<?, ?> file
        ? PlainPdf.words(content(file))
        : "";
  }

  /** Why a file that comes with a form cannot be searched for names; empty if it can. */
  public Optional<String> unreadable(Map<String, Object> given, String question) {
    try {
      return uploaded(given, question).isBlank()
          ? Optional.of("the file holds no words, only pictures")
          : Optional.empty();
    } catch (PublicationRefused e) {
      return Optional.of(e.getMessage());
    }
  }

  private static byte[] content(Map<?, ?> file) {
    try {
      return Base64.getDecoder().decode(String.valueOf(file.get("content")));
    } catch (IllegalArgumentException e) {
      throw new PublicationRefused("The file could not be read");
    }
  }

  private static Stream<String> names(Partnership partnership) {
    Stream<String> full =
        Stream.concat(
            Stream.of(partnership.name()), partnership.agencies().stream().map(Agency::name));
    return Stream.concat(
        full,
        Stream.of(
            partnership.shortName(),
            NO_PLACE.matcher(partnership.name()).replaceAll("").replaceAll("\\s+", " ").strip()));
  }

  private String sheet(String caseReference, boolean anonymous) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Kind", "Child safeguarding practice review");
    lines.put("Published", anonymous ? "by the NSPCC, without the place" : "yes");
    lines.put("Year", String.valueOf(clock.instant().atZone(WorkingDayCalendar.ZONE).getYear()));
    if (!anonymous) {
      lines.put("Partnership", partnership.name());
      lines.put("Contact", partnership.mailbox("business-manager"));
    }
    facts.text(caseReference, NSPCC_AGE_GROUP).ifPresent(age -> lines.put("Age group", age));
    facts.text(caseReference, NSPCC_THEMES).ifPresent(themes -> lines.put("Themes", themes));
    facts.text(caseReference, NSPCC_ABSTRACT).ifPresent(text -> lines.put("Abstract", text));
    List<String> sheet = new ArrayList<>();
    lines.forEach((name, value) -> sheet.add(name + ": " + value.replaceAll("\\s+", " ")));
    return String.join("\r\n", sheet) + "\r\n";
  }

  private static byte[] zip(byte[] report, String sheet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, "report.pdf", report);
      add(zip, "about-this-report.txt", sheet.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    // No date of making: it would tell one case from another.
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  static String quoted(List<String> words) {
    return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
  }
}
