package org.practicereview.letters;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.outbox.Attachment;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutgoingMail;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** Prints letters, keeps what went, and hands it to the outbox. */
@Component
class LetterDispatch {

  static final String DOCUMENT_KIND = "letter";

  static final String NOTICE = "text/plain;charset=UTF-8";

  private static final String PDF = "application/pdf";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final LetterTemplates templates;
  private final LetterValues values;
  private final LetterPage page;
  private final LetterPdf pdf;
  private final LetterFonts fonts;
  private final Documents documents;
  private final CaseFacts facts;
  private final InvitationFiles invitations;
  private final Outbox outbox;
  private final Clock clock;

  LetterDispatch(
      CaseFiles cases,
      Partnerships partnerships,
      LetterTemplates templates,
      LetterValues values,
      LetterPage page,
      LetterPdf pdf,
      LetterFonts fonts,
      Documents documents,
      CaseFacts facts,
      InvitationFiles invitations,
      Outbox outbox,
      Clock clock) {
    this.clock = clock;
    this.cases = cases;
    this.partnerships = partnerships;
    this.templates = templates;
    this.values = values;
    this.page = page;
    this.pdf = pdf;
    this.fonts = fonts;
    this.documents = documents;
    this.facts = facts;
    this.invitations = invitations;
    this.outbox = outbox;
  }

  org.jsoup.nodes.Document page(Letter letter, String body) {
    return page.around(body, around(letter, body));
  }

  /**
   * The characters of a letter that cannot be printed; none of a notice, which is a mail.
   *
   * @param body its wording
   */
  List<String> notPrintable(Letter letter, String body) {
    return templates.get(letter.template()).notice()
        ? List.of()
        : fonts.missing(page(letter, body).text());
  }

  byte[] print(Letter letter, String body) {
    return pdf.print(page(letter, body));
  }

  /** Stores the PDF among the documents of the case. */
  Document keep(Letter letter, byte[] printed, String by) {
    return documents.store(
        new NewDocument(
            letter.caseReference(),
            DOCUMENT_KIND,
            letter.caseReference() + " " + letter.title() + ".pdf",
            PDF,
            printed,
            templates.get(letter.template()).access(),
            letter.scope(),
            by));
  }

  /**
   * Stores a notice as it goes: from whom, to whom, on which day, and its words. Later looks at the
   * register open this file, and not the template of that later day.
   */
  Document keepNotice(Letter letter, String body, String by) {
    Partnership partnership = partnerships.get(letter.partnership());
    LetterTemplate template = templates.get(letter.template());
    String sender = partnership.mailbox("business-manager");
    String text =
        """
        From: %s, %s <%s>
        To: %s%s
        Date: %s
        Subject: %s

        %s
        """
            .formatted(
                partnership.words().in("Business manager"),
                partnership.name(),
                sender,
                letter.recipientName(),
                letter.address() == null ? "" : " <" + letter.address() + ">",
                MOMENT.format(clock.instant()),
                template.subject(letter.caseReference(), partnership),
                LetterText.plain(body).strip());
    return documents.store(
        new NewDocument(
            letter.caseReference(),
            DOCUMENT_KIND,
            letter.caseReference() + " " + letter.title() + ".txt",
            NOTICE,
            text.getBytes(StandardCharsets.UTF_8),
            template.access(),
            letter.scope(),
            by));
  }

  /** Stores a template that is no letter as a document of its own kind. */
  Document keepDocument(
      CaseFile caseFile,
      LetterTemplate template,
      String scope,
      String kind,
      String body,
      Map<String, Object> known,
      String by) {
    return documents.store(
        new NewDocument(
            caseFile.reference(),
            kind,
            (template.isPublic() ? "" : caseFile.reference() + " ")
                + template.title(partnerships.get(caseFile.partnership()))
                + ".pdf",
            PDF,
            pdf.print(page.around(body, known)),
            template.access(),
            scope,
            by));
  }

  /** Queues the mail that carries a letter. */
  String mail(Letter letter, String body, Document document, List<String> enclosures, String by) {
    List<Attachment> attachments = new ArrayList<>();
    attachments.add(attachment(document));
    enclosed(letter, enclosures).forEach(enclosed -> attachments.add(attachment(enclosed)));
    invitations.keep(letter, body, by).ifPresent(file -> attachments.add(attachment(file)));
    return outbox.enqueue(outgoing(letter, page.coveringMail(around(letter, body)), attachments));
  }

  /**
   * Queues a notice, which is a mail and nothing else.
   *
   * @param gathering lets it wait for others to the same person, or null
   */
  String notice(Letter letter, String body, Gathering gathering) {
    OutgoingMail mail = outgoing(letter, LetterText.plain(body), List.of());
    return gathering == null
        ? outbox.enqueue(mail)
        : outbox.gather(mail, gathering.title(), gathering.until());
  }

  private OutgoingMail outgoing(Letter letter, String text, List<Attachment> attachments) {
    Partnership partnership = partnerships.get(letter.partnership());
    LetterTemplate template = templates.get(letter.template());
    return new OutgoingMail(
        "letter:" + letter.id(),
        letter.caseReference(),
        letter.partnership(),
        letter.title(),
        partnership.mailbox("business-manager"),
        partnership.name(),
        letter.address(),
        letter.recipientRole(),
        template.subject(letter.caseReference(), partnership),
        text,
        attachments,
        template.urgent());
  }

  /**
   * What goes with a letter: for a kind of document the latest that is the case's own or the
   * recipient agency's own, for the name of a question the files given as its answer.
   */
  private List<Document> enclosed(Letter letter, List<String> names) {
    Map<String, Document> found = new LinkedHashMap<>();
    List<Document> stored = names.isEmpty() ? List.of() : documents.of(letter.caseReference());
    for (String name : names) {
      stored.stream()
          .filter(document -> document.kind().equals(name))
          .filter(document -> document.scope().isEmpty() || document.scope().equals(letter.scope()))
          .reduce((earlier, later) -> later)
          .ifPresent(document -> found.put(document.id(), document));
      answered(letter, name).forEach(document -> found.put(document.id(), document));
    }
    return List.copyOf(found.values());
  }

  private List<Document> answered(Letter letter, String name) {
    Object answer = facts.of(letter.caseReference(), letter.scope()).get(camelCase(name));
    if (!(answer instanceof List<?> files)) {
      return List.of();
    }
    return files.stream()
        .filter(Map.class::isInstance)
        .map(file -> ((Map<?, ?>) file).get("documentId"))
        .filter(String.class::isInstance)
        .map(id -> documents.get((String) id))
        .filter(document -> document.caseReference().equals(letter.caseReference()))
        .toList();
  }

  private static String camelCase(String name) {
    return Pattern.compile("-([a-z])")
        .matcher(name)
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private static Attachment attachment(Document document) {
    return new Attachment(document.name(), document.mediaType(), document.id());
  }

  private Map<String, Object> around(Letter letter, String body) {
    CaseFile caseFile = cases.get(letter.caseReference());
    Map<String, Object> around = around(letter, caseFile);
    return invitations.goWith(letter, body) ? values.aroundInvitation(around) : around;
  }

  private Map<String, Object> around(Letter letter, CaseFile caseFile) {
    // A letter keeps the title with which it was written, whatever the template says meanwhile.
    return values.called(
        letter.title(),
        values.around(
            templates.get(letter.template()),
            caseFile,
            partnerships.get(letter.partnership()),
            new Recipient(
                letter.recipientKind(),
                "",
                letter.recipientName(),
                letter.recipientRole(),
                Optional.empty(),
                Optional.ofNullable(letter.post()),
                Map.of())));
  }
}
