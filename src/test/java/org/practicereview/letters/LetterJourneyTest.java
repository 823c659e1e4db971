package org.practicereview.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.outbox.MailState;
import org.practicereview.outbox.Outbox;
import org.practicereview.outbox.OutboxMail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A letter from the first draft to the mail server, and what can go differently. */
@LettersTest
class LetterJourneyTest {

  private static final String DECISION = "referral/decision";
  private static final String CANARY =
      "${7*7} [[${7*7}]] [(${fact})] __${7*7}__ {{x}} #{T(java.lang.Runtime)}"
          + " <script>alert(1)</script> <img src='http://127.0.0.1/x'> &amp; O'Brien";

  @Autowired Letters letters;
  @Autowired LetterTemplates templates;
  @Autowired ExampleCase example;
  @Autowired Outbox outbox;
  @Autowired Documents documents;
  @Autowired AuditTrail audit;
  @Autowired JavaMailSenderImpl settings;

  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private String reference;

  @BeforeEach
  void start() {
    mailServer.start();
    settings.setPort(mailServer.getSmtp().getPort());
    reference = example.open("south-gloucestershire");
  }

  @AfterEach
  void stop() {
    outbox.sendDue();
    mailServer.stop();
  }

  @Test
  void isWrittenEditedApprovedAndSent() throws Exception {
    Letter draft = write(DECISION, true, "referrer");
    assertThat(draft.state()).isEqualTo(LetterState.DRAFT);
    assertThat(letters.previewHtml(draft.id())).contains("notifiable serious incident");
    assertThatThrownBy(() -> letters.send(draft.id(), "sg-manager"))
        .hasMessage(
            "The letter \"Our decision on your referral\" to the referrer has not been"
                + " approved");

    String text = letters.text(draft.id());
    assertThat(text).contains("# Decision", "**notifiable serious incident**");
    Letter edited =
        letters.edit(draft.id(), text + "\n\nPlease call us.", draft.version(), "sg-manager");
    assertThat(edited.version()).isEqualTo(2);
    Letter approved = letters.approve(draft.id(), "sg-head");
    assertThat(approved.approvedBy()).isEqualTo("sg-head");
    assertThat(approved.editedBy()).isEqualTo("sg-manager");

    Letter sent = letters.send(draft.id(), "sg-head");

    assertThat(sent.mail().state()).isEqualTo(MailState.QUEUED);
    outbox.sendDue();
    MimeMessage mail = mailServer.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo(reference + ": our decision on your referral");
    assertThat(mail.getAllRecipients()[0]).hasToString("pat.samplewood@school.example");
    assertThat(text(mail)).contains(reference).doesNotContain(ExampleCase.CHILD, "Samplewood");
    BodyPart enclosure = ((Multipart) mail.getContent()).getBodyPart(1);
    assertThat(enclosure.getFileName()).isEqualTo(reference + " Our decision on your referral.pdf");
    byte[] pdf = enclosure.getInputStream().readAllBytes();
    assertThat(words(pdf)).contains("Please call us.");
    assertThat(letters.previewPdf(draft.id())).isEqualTo(pdf);
    assertThat(letters.get(draft.id()).status()).isEqualTo("sent");
    assertThat(sentences())
        .contains(
            "The letter \"Our decision on your referral\" to the referrer was written.",
            "The letter \"Our decision on your referral\" to the referrer was reworded.",
            "The letter \"Our decision on your referral\" to the referrer was approved.",
            "The letter \"Our decision on your referral\" to the referrer was handed to the"
                + " outbox.");
  }

  @Test
  void isNotApprovedWithCharactersThatNoFontHas() throws Exception {
    Letter draft = write(DECISION, true, "referrer");
    String words = letters.text(draft.id());
    letters.edit(draft.id(), words + "\n\nDear \uD80C\uDC00 and \uD80C\uDC01", 1, "sg-manager");
    assertThatThrownBy(() -> letters.approve(draft.id(), "sg-head"))
        .isInstanceOf(LetterNotPrintable.class)
        .hasMessageContaining(
            "no font has the characters \uD80C\uDC00 \uD80C\uDC01. Open the letter");
    assertThat(letters.get(draft.id()).state()).isEqualTo(LetterState.DRAFT);
    letters.edit(draft.id(), words + "\n\nDear \u738B\u5C0F\u660E", 2, "sg-manager");
    letters.approve(draft.id(), "sg-head");
    letters.send(draft.id(), "sg-head");
    assertThat(words(letters.previewPdf(draft.id()))).contains("Dear").doesNotContain("#");
  }

  @Test
  void waitsForAPersonWhenItNeedsNoApprovalAndCannotBePrinted() {
    Map<String, Object> requester =
        Map.of("requesterName", "Ash \uD80C\uDC00", "requesterEmail", "ash@press.example");
    example.answer(
        reference, "record-disclosure-request", "", Map.of("requesters", List.of(requester)));
    Letter reply = write("cspr/disclosure-reply", false, "rows:requesters");
    assertThat(reply.state()).isEqualTo(LetterState.DRAFT);
    assertThat(outbox.of(reference)).isEmpty();
    assertThat(sentences()).anyMatch(one -> one.contains("no font has the character"));
  }

  @Test
  void whoAskedForInformationIsNotToldToKeepQuiet() throws Exception {
    Map<String, Object> requester =
        Map.of("requesterName", "Ash Exampleby-Jones", "requesterEmail", "ash@press.example");
    example.answer(
        reference, "record-disclosure-request", "", Map.of("requesters", List.of(requester)));
    Letter reply = write("cspr/disclosure-reply", false, "rows:requesters");
    outbox.sendDue();
    assertThat(text(mailServer.getReceivedMessages()[0]))
        .contains("If this e-mail was not meant for you")
        .doesNotContain("confidential");
    assertThat(words(letters.previewPdf(reply.id())))
        .contains("Contact: Business Manager")
        .doesNotContain("Please do not copy it", "OFFICIAL-SENSITIVE");
  }

  @Test
  void theSameStepTwiceWritesOnce() {
    LetterRequest request = request(DECISION, false, "job-1", "referrer");
    String first = letters.write(request).get(0).id();
    assertThat(letters.write(request).get(0).id()).isEqualTo(first);
    assertThat(letters.of(reference)).hasSize(1);
    assertThat(outbox.of(reference)).hasSize(1);
  }

  @Test
  void goesToEveryoneMeantAndEachGetsOne() throws Exception {
    List<Letter> written =
        letters.write(
            request(
                "notification/withdrawal",
                false,
                "w",
                "panel",
                "asked-agencies",
                "partners",
                "panel"));
    assertThat(written)
        .extracting(Letter::recipientRole)
        .containsExactlyInAnyOrder(
            "Child Safeguarding Practice Review Panel",
            "South Gloucestershire police",
            "South Gloucestershire schools, colleges and early years",
            "Safeguarding partner, local authority",
            "Safeguarding partner, police",
            "Safeguarding partner, health");
    outbox.sendDue();
    assertThat(mailServer.getReceivedMessages()).hasSize(6);
  }

  @Test
  void aReferrerWithoutAnAddressGetsALetterToPost() {
    for (String address : List.of("", "none", "a@b.example\r\nBcc: c@d.example")) {
      example.answer(reference, "refer-incident", "", Map.of("referrerEmail", address));
      Letter letter = letters.write(request(DECISION, false, "post" + address, "referrer")).get(0);
      assertThat(letter.state()).isEqualTo(LetterState.TO_BE_POSTED);
      assertThat(letter.status()).isEqualTo("to be printed and posted");
      assertThat(letters.previewPdf(letter.id())).isNotEmpty();
      assertThat(letters.posted(letter.id(), "sg-manager").status())
          .isEqualTo("posted or taken to its reader");
      assertThatThrownBy(() -> letters.posted(letter.id(), "sg-manager"))
          .hasMessageEndingWith("is posted or taken to its reader");
    }
    assertThat(outbox.of(reference)).isEmpty();
  }

  @Test
  void whatAPersonTypesIsPrintedAsText() throws Exception {
    example.answer(
        reference,
        "decide-outcome",
        "",
        Map.of("reasonsForReferrer", CANARY, "alternativesConsidered", CANARY));
    example.answer(reference, "refer-incident", "", Map.of("referrerName", CANARY));
    Letter letter = write(DECISION, true, "referrer");
    assertPlain(letters.previewHtml(letter.id()));
    assertThat(words(letters.previewPdf(letter.id())))
        .contains("${7*7} [[${7*7}]] [(${fact})] __${7*7}__ {{x}} #{T(java.lang.Runtime)}")
        .contains("<script>alert(1)</script> <img src='http://127.0.0.1/x'>");

    letters.edit(letter.id(), "# " + CANARY + "\n\n- " + CANARY + "\n- two", 1, "sg-manager");

    assertPlain(letters.previewHtml(letter.id()));
    assertThat(words(letters.previewPdf(letter.id()))).contains("<script>alert(1)</script>");
  }

  private static void assertPlain(String html) {
    assertThat(Jsoup.parse(html).select("script, img, [src], [onclick]")).isEmpty();
    assertThat(Jsoup.parse(html).text()).contains("${7*7}").doesNotContain(" 49 ", "[[49]]");
  }

  @Test
  void aMissingFactIsNamed() {
    example.answer(reference, "explain-delay", "", Map.of("newDueOn", " "));
    assertThatThrownBy(() -> write("rapidreview/delay", true, "panel"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The letter \"Delay of a rapid review\" cannot be written: \"newDueOn\" is not known in"
                + " case "
                + reference);
    assertThat(letters.of(reference)).isEmpty();
  }

  @Test
  void twoPeopleDoNotOverwriteEachOther() {
    Letter letter = write(DECISION, true, "referrer");
    letters.edit(letter.id(), "First.", 1, "sg-manager");
    assertThatThrownBy(() -> letters.edit(letter.id(), "Second.", 1, "sg-head"))
        .hasMessageContaining("since you opened it");
    assertThat(letters.text(letter.id())).isEqualTo("First.");
  }

  @Test
  void anEditTakesTheApprovalBack() {
    Letter letter = write(DECISION, true, "referrer");
    letters.approve(letter.id(), "sg-manager");
    assertThat(letters.edit(letter.id(), "New words.", 1, "sg-manager").state())
        .isEqualTo(LetterState.DRAFT);
    assertThatThrownBy(() -> letters.sendAll(new LettersOf(reference, DECISION, ""), "system"))
        .hasMessageEndingWith("has not been approved");
    letters.approveAll(new LettersOf(reference, DECISION, ""), "sg-manager");
    assertThat(letters.sendAll(new LettersOf(reference, DECISION, ""), "system")).hasSize(1);
    assertThatThrownBy(() -> letters.edit(letter.id(), "Too late.", 2, "sg-manager"))
        .hasMessageEndingWith("is sent");
    // Another task asked for the same letter: it has gone, and nothing changes.
    letters.approveAll(new LettersOf(reference, DECISION, ""), "sg-la");
    assertThat(letters.sendAll(new LettersOf(reference, DECISION, ""), "system")).isEmpty();
    assertThatThrownBy(
            () -> letters.approveAll(new LettersOf(reference, "referral/none", ""), "sg-la"))
        .hasMessage("There is no letter that waits for approval");
  }

  @Test
  void aDiscardedLetterDoesNotGo() {
    Letter letter = write(DECISION, true, "referrer");
    assertThatThrownBy(() -> letters.discard(letter.id(), "", "sg-manager"))
        .hasMessage("Say why the letter shall not go");
    letters.discard(letter.id(), "Told by telephone", "sg-manager");
    assertThatThrownBy(() -> letters.send(letter.id(), "sg-manager"))
        .hasMessageEndingWith("is discarded");
  }

  @Test
  void enclosesTheLatestOfAKindAndTheFilesOfAnAnswer() throws Exception {
    store("rapid-review-report", "old.pdf");
    store("rapid-review-report", "new.pdf");
    Document answered = store("prepare-rapid-review-report.reportAttachments", "annex.pdf");
    example.answer(
        reference,
        "prepare-rapid-review-report",
        "",
        Map.of("reportAttachments", List.of(Map.of("documentId", answered.id()))));
    letters.write(
        new LetterRequest(
            reference,
            "rapidreview/report",
            List.of("panel"),
            "",
            false,
            List.of("rapid-review-report", "report-attachments", "nothing-of-this-kind"),
            "",
            "enclosures",
            "system"));
    outbox.sendDue();
    Multipart parts = (Multipart) mailServer.getReceivedMessages()[0].getContent();
    assertThat(parts.getCount()).isEqualTo(4);
    assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("new.pdf");
    assertThat(parts.getBodyPart(3).getFileName()).isEqualTo("annex.pdf");
  }

  @Test
  void noChildIsNamedWhereTheReferenceIsEnough() throws Exception {
    List<LetterTemplate> toSomebody =
        templates.all().stream().filter(template -> !template.document()).toList();
    for (LetterTemplate template : toSomebody) {
      letters.write(
          new LetterRequest(
              reference,
              template.id(),
              List.of("agency", "agency-senior-manager", "panel", "referrer"),
              "police",
              false,
              List.of(),
              "rapid-review",
              "names" + template.id(),
              "system"));
    }
    outbox.sendDue();
    assertThat(mailServer.getReceivedMessages()).hasSize(4 * toSomebody.size());
    for (MimeMessage mail : mailServer.getReceivedMessages()) {
      assertThat(mail.getSubject()).contains(reference).doesNotContain("Example", "Samplewood");
      assertThat(text(mail)).contains(reference).doesNotContain("Exampleb", "Samplewood");
    }
    for (Letter letter : letters.of(reference)) {
      boolean needsNames =
          letter.template().equals("rapidreview/information-request")
              || letter.template().equals("rapidreview/report");
      if (letter.documentId() != null && !needsNames) {
        assertThat(words(letters.previewPdf(letter.id())))
            .as(letter.template())
            .doesNotContain("Exampleby");
      }
    }
  }

  @Test
  void editableTextBecomesTheSameLetterAgain() {
    for (LetterTemplate template : templates.all()) {
      // With the facts of an agency, which some letters are about.
      Letter letter =
          letters
              .write(
                  new LetterRequest(
                      reference,
                      template.id(),
                      List.of("panel"),
                      "police",
                      true,
                      List.of(),
                      "",
                      reference + template.id(),
                      "system"))
              .get(0);
      if (letter.isOpen()) {
        String before = letters.previewHtml(letter.id()).replaceAll("\\s+", " ");
        letters.edit(letter.id(), letters.text(letter.id()), 1, "sg-manager");
        String after = letters.previewHtml(letter.id()).replaceAll("\\s+", " ");
        assertThat(squeezed(after)).as(template.id()).isEqualTo(squeezed(before));
      }
    }
  }

  @Test
  void withoutAMailServerTheRegisterSaysWhatALetterWaitsFor() {
    settings.setHost("");
    Letter letter = write(DECISION, false, "referrer");
    assertThat(letter.status())
        .isEqualTo("waiting for a mail server: No mail server is configured");
    List<OutboxMail> waiting = outbox.of(reference);
    assertThat(waiting).extracting(OutboxMail::state).containsOnly(MailState.WAITING);
    settings.setHost("127.0.0.1");
  }

  private static String squeezed(String html) {
    return html.replaceAll("> +", ">").replaceAll(" +<", "<").replaceAll("<br ?/?>", "<br>");
  }

  private Letter write(String template, boolean approval, String to) {
    return letters.write(request(template, approval, template, to)).get(0);
  }

  private LetterRequest request(String template, boolean approval, String key, String... to) {
    return new LetterRequest(
        reference, template, List.of(to), "", approval, List.of(), "", reference + key, "system");
  }

  private Document store(String kind, String name) {
    return documents.store(
        new NewDocument(
            reference,
            kind,
            name,
            "application/pdf",
            name.getBytes(StandardCharsets.UTF_8),
            "PARTNERSHIP",
            "",
            "demo"));
  }

  private List<String> sentences() {
    return audit.of(reference).stream().map(AuditEntry::sentence).toList();
  }

  private static String text(MimeMessage mail) throws Exception {
    Object content = mail.getContent();
    return content instanceof Multipart parts
        ? parts.getBodyPart(0).getContent().toString()
        : content.toString();
  }

  private static String words(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
