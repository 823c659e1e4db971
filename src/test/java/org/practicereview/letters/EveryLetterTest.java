package org.practicereview.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.requirements.Requirement;
import org.springframework.beans.factory.annotation.Autowired;

/** Every letter, written for the same case in each partnership. */
@LettersTest
class EveryLetterTest {

  private static final Path PRINTED = Path.of("target", "letters");

  @Autowired Letters letters;
  @Autowired LetterTemplates templates;
  @Autowired Partnerships partnerships;
  @Autowired ExampleCase example;
  @Autowired Documents documents;

  @ParameterizedTest
  @Requirement({"R-030", "R-050", "R-072", "R-081", "R-160", "D-01", "D-29"})
  @ValueSource(strings = {"south-gloucestershire", "staffordshire", "essex"})
  void canBeWrittenAndPrinted(String partnership) throws Exception {
    String reference = example.open(partnership);
    for (LetterTemplate template : templates.all()) {
      if (template.document()) {
        checkDocument(
            template,
            letters.print(new LettersOf(reference, template.id(), ""), "printed", "demo"),
            partnership);
        continue;
      }
      for (String kind : kinds(template)) {
        Letter letter = write(reference, template.id(), kind);
        assertThat(letter.title()).isEqualTo(template.title(partnerships.get(partnership)));
        if (template.notice()) {
          assertThat(letters.noticeAsSent(letter.id()).orElseThrow())
              .startsWith("From: ")
              .contains("\nTo: ", "\nDate: ", "\nSubject: ", letter.caseReference());
        } else {
          String text =
              check(letter, partnerships.get(partnership).name(), partnership + "-" + kind);
          assertThat(text.contains("Answer in the review service."))
              .as(template.id())
              .isEqualTo(template.answerBy().equals("service"));
        }
      }
    }
  }

  @Test
  void theReferralDecisionSpeaksPlainlyToAFamily() throws Exception {
    String reference = example.open("essex");
    for (String outcome :
        List.of("notifiable", "notify-without-review", "alternative-review", "not-notifiable")) {
      example.answer(
          reference,
          "refer-incident",
          "",
          Map.of(
              "referrerType",
              "family",
              "outcome",
              outcome,
              "decisionReasons",
              "The uncle is known to the police."));
      Letter letter =
          letters
              .write(request(reference, "referral/decision", "referrer", "family-" + outcome))
              .get(0);
      String text = check(letter, "Essex Safeguarding Children Board", "essex-family-" + outcome);
      assertThat(text)
          .contains("You do not need to do anything.")
          .doesNotContain("uncle", ExampleCase.CHILD, "notifiable", "alternative review");
    }
  }

  @Test
  void aRefusedReferralIsAnsweredWithItsOwnReason() throws Exception {
    String reference = example.open("staffordshire");
    for (String type : List.of("family", "professional")) {
      example.answer(
          reference,
          "screen-referral",
          "",
          Map.of(
              "referrerType",
              type,
              "referralAccepted",
              false,
              "referralRefusedReason",
              "The child is an adult now."));
      Letter letter =
          letters
              .write(request(reference, "referral/decision", "referrer", "refused" + type))
              .get(0);
      assertThat(
              check(letter, "Staffordshire Safeguarding Children Board", "staffs-refused-" + type))
          .contains("The child is an adult now.")
          .doesNotContain("seriously harmed", "will notify", "too narrow");
    }
  }

  @Test
  void lettersToAFamilySpeakToEachReader() throws Exception {
    String reference = example.open("essex");
    List<Letter> family =
        letters.write(
            request(reference, "cspr/family-introduction", "rows:familyContacts", "family"));
    assertThat(family).extracting(Letter::recipientRole).hasSize(2).doesNotContain("Robin");
    for (Letter letter : family) {
      String text =
          check(letter, "Essex Safeguarding Children Board", "essex-" + letter.recipientKind());
      assertThat(text)
          .contains("You do not have to", "Learning, not blame", "12 April 2027")
          .contains("cannot be made public", "You can change your mind at any time")
          .contains("you decide who reads it with you");
    }
    List<Letter> children =
        letters.write(
            request(reference, "cspr/child-invitation", "rows:childContacts", "children"));
    assertThat(children).as("the third child is not written to").hasSize(2);
    for (Letter letter : children) {
      assertThat(
              check(letter, "Essex Safeguarding Children Board", "essex-" + letter.recipientKind()))
          .contains("your fault", "Jo Sampleford")
          .doesNotContain("practice review", "safeguarding partners carry out");
    }
  }

  @Test
  void lettersBeforePublicationSpeakToEachOfTheFamily() throws Exception {
    String name = "South Gloucestershire Children's Partnership";
    for (String mode : List.of("website", "nspcc", "improvements", "none")) {
      String reference = example.open("south-gloucestershire");
      example.answer(reference, "decide-publication", "", Map.of("publicationMode", mode));
      for (String kind :
          List.of(
              "all-rows:familyAddressees:familyNotTold",
              "chosen-rows:childContacts:childrenTold")) {
        List<Letter> all =
            letters.write(request(reference, "publication/family-publication", kind, mode + kind));
        assertThat(all).hasSize(kind.startsWith("chosen") ? 2 : 3);
        for (Letter letter : all) {
          String text = check(letter, name, "family-" + mode + "-" + letter.recipientRole());
          assertThat(text)
              .as("whom to call, with the number, and their letter is theirs")
              .contains("01632 960 101", "you decide who reads it with you")
              .doesNotContain("do not copy it", "before anyone else", "not passed");
          if (kind.startsWith("chosen")) {
            assertThat(text).contains("Hello", "fault").doesNotContain("Thank you");
          } else if (letter.recipientRole().endsWith("F1")) {
            assertThat(text).contains("Dear ", "Thank you for what you have told us");
          } else {
            assertThat(text).contains("Dear ").doesNotContain("Thank you", "told us");
          }
        }
      }
    }
  }

  @Test
  void furtherLettersSpeakToEachOfTheFamily() throws Exception {
    String name = "South Gloucestershire Children's Partnership";
    String reference = example.open("south-gloucestershire");
    for (String template :
        List.of(
            "publication/on-hold-family",
            "publication/hold-lifted-family",
            "publication/taken-down-family",
            "rapidreview/national-review-family")) {
      for (Letter adult :
          letters.write(
              request(
                  reference,
                  template,
                  "all-rows:familyAddressees:familyNotTold",
                  template + "a"))) {
        assertThat(check(adult, name, template.substring(12) + "-" + adult.recipientRole()))
            .contains("Dear ")
            .doesNotContain("Hello", "your fault", "anything you did");
      }
      List<Letter> children =
          letters.write(
              request(
                  reference, template, "chosen-rows:childContacts:childrenTold", template + "c"));
      assertThat(children).hasSize(2);
      for (Letter child : children) {
        assertThat(check(child, name, template.substring(12) + "-" + child.recipientRole()))
            .contains("Hello ", "the person who gave you this letter", "01632 96")
            .containsAnyOf("your fault", "anything you did")
            .doesNotContain("Dear ", "the child we call");
      }
    }
  }

  @Test
  void aLetterByPostCarriesTheAddressWhereTheEnvelopeShowsIt() throws Exception {
    String reference = example.open("staffordshire");
    Letter family =
        letters
            .write(request(reference, "cspr/family-introduction", "rows:familyContacts", "f"))
            .get(0);
    Letter child =
        letters
            .write(request(reference, "cspr/child-invitation", "rows:childContacts", "c"))
            .get(0);

    assertThat(inWindow(letters.previewPdf(family.id())).lines())
        .containsExactly("Ms Exampleton", "Flat 2", "14 Example Street", "Exampleton", "EX1 2MP");
    assertThat(inWindow(letters.previewPdf(child.id())).lines())
        .as("the adult gets it for the child")
        .containsExactly("Jo Trustwell, school nurse", "Example School", "Exampleton");
    assertThat(child.recipientRole()).isEqualTo("Child contact C1");
  }

  @Test
  void aLetterByMailNeedsNoPostalAddress() throws Exception {
    String reference = example.open("staffordshire");
    example.answer(
        reference, "refer-incident", "", Map.of("referrerAddress", "5 Example Road\nExampleton"));
    Letter mailed =
        letters.write(request(reference, "referral/decision", "referrer", "mailed")).get(0);
    assertThat(check(mailed, "Staffordshire", "staffs-mailed")).doesNotContain("5 Example Road");

    example.answer(reference, "refer-incident", "", Map.of("referrerEmail", ""));
    Letter posted =
        letters.write(request(reference, "referral/decision", "referrer", "posted")).get(0);
    assertThat(inWindow(letters.previewPdf(posted.id()))).contains("5 Example Road");
  }

  /** What can be read through the window of a DL envelope, wherever the sheet slides in it. */
  private static String inWindow(byte[] pdf) throws Exception {
    double millimetre = 72 / 25.4;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripperByArea window = new PDFTextStripperByArea();
      window.addRegion(
          "window",
          new Rectangle2D.Double(
              20 * millimetre, 57 * millimetre, 80 * millimetre, 24 * millimetre));
      window.extractRegions(document.getPage(0));
      return window.getTextForRegion("window").strip();
    }
  }

  private Letter write(String reference, String template, String kind) {
    return letters.write(request(reference, template, kind, template + kind)).get(0);
  }

  private static LetterRequest request(String reference, String template, String kind, String key) {
    return new LetterRequest(
        reference,
        template,
        List.of(kind),
        kind.startsWith("agency") ? "police" : "",
        false,
        List.of(),
        "rapid-review",
        reference + key,
        "demo");
  }

  private static List<String> kinds(LetterTemplate template) {
    return switch (template.id()) {
      case "referral/acknowledgement", "referral/decision", "referral/reopened" ->
          List.of("referrer");
      case "rapidreview/information-request", "rapidreview/agency-reminder" -> List.of("agency");
      case "rapidreview/agency-escalation" -> List.of("agency-senior-manager");
      case "rapidreview/delay" -> List.of("secretary-of-state");
      case "rapidreview/outcome", "notification/withdrawal" ->
          List.of("panel", "ofsted", "agency", "rows:otherAreas", "rows:partners");
      case "notification/other-area",
          "notification/other-area-return",
          "publication/other-area-notice" ->
          List.of("rows:otherAreas");
      case "notification/child-death-review" -> List.of("rows:partners");
      case "cspr/reviewer-appointed" -> List.of("panel", "dfe");
      case "cspr/senior-manager" -> List.of("involved-senior-managers");
      case "cspr/delay" -> List.of("secretary-of-state");
      case "cspr/complaint-acknowledgement", "cspr/complaint-outcome" ->
          List.of("rows:complainants");
      case "cspr/disclosure-reply" -> List.of("rows:requesters");
      case "cspr/member-request", "cspr/another-member", "cspr/nomination-reminder" ->
          List.of("agency");
      case "cspr/nomination-overdue" -> List.of("agency-senior-manager");
      case "cspr/member-appointment", "cspr/changed-dates", "postpublication/member-thanks" ->
          List.of("agency-member");

      case "cspr/family-introduction" -> List.of("rows:familyContacts");
      case "cspr/child-invitation" -> List.of("rows:childContacts");
      case "cspr/further-child" -> List.of("panel", "partners");
      case "cspr/new-information" -> List.of("panel");
      case "cspr/facts-to-check" -> List.of("agency-members");
      case "cspr/comment-replies" -> List.of("agencies-in-review");
      case "cspr/reviewer-request" -> List.of("lead-reviewer");
      case "cspr/practitioner-request", "cspr/moved-session" -> List.of("agency");
      case "cspr/practitioner-invitation" ->
          List.of("rows:practitioners", "agency-member", "agency-senior-manager");
      case "cspr/pre-event-summary" -> List.of("rows:practitioners");
      case "publication/report-to-bodies" -> List.of("panel", "secretary-of-state", "ofsted");
      case "publication/request-not-to-publish" -> List.of("panel", "secretary-of-state");
      case "publication/decision-not-to-publish" ->
          List.of("panel", "partners", "involved-senior-managers");
      case "publication/family-publication" ->
          List.of(
              "all-rows:familyAddressees:familyNotTold", "chosen-rows:childContacts:childrenTold");
      case "publication/agencies-notice" -> List.of("involved-senior-managers");
      case "publication/on-hold", "publication/hold-lifted" ->
          List.of("panel", "involved-senior-managers", "rows:otherAreas", "communications");
      case "publication/on-hold-family", "publication/hold-lifted-family" ->
          List.of(
              "all-rows:familyAddressees:familyNotTold", "chosen-rows:childContacts:childrenTold");
      case "rapidreview/report",
          "rapidreview/panel-answers",
          "rapidreview/national-review-liaison" ->
          List.of("panel");
      case "referral/alternative-review-commission", "referral/alternative-review-learning" ->
          List.of("agencies-of:commissionedAgencies");
      case "rapidreview/national-review-family", "publication/taken-down-family" ->
          List.of("rows:familyContacts", "chosen-rows:childContacts:childrenTold");
      case "rapidreview/national-review-records", "rapidreview/national-review-ended" ->
          List.of("asked-agencies");
      case "cspr/early-learning", "postpublication/briefing-invitation" ->
          List.of("agencies-in-review");
      case "postpublication/learning-brief-shared", "postpublication/learning-event" ->
          List.of("all-agencies");
      case "postpublication/learning-brief-training" -> List.of("rows:trainingProviders");
      case "postpublication/presentation" -> List.of("rows:presentationRequests");
      case "postpublication/briefing-thanks",
          "postpublication/learning-follow-up",
          "postpublication/learning-follow-up-reminder" ->
          List.of("rows:briefingAttendees");
      case "postpublication/impact-survey", "postpublication/impact-survey-reminder" ->
          List.of("agency");
      case "postpublication/impact-survey-escalation" -> List.of("agency-senior-manager");
      case "postpublication/action-given",
          "postpublication/action-reminder",
          "postpublication/action-overdue" ->
          List.of("agencies-of:actionAgency");
      case "postpublication/plan-report" -> List.of("executive");
      case "postpublication/plan-closed" -> List.of("agency");
      case "postpublication/impact-summary" -> List.of("sub-group");
      default -> List.of("business-manager");
    };
  }

  private void checkDocument(LetterTemplate template, Document stored, String partnership)
      throws Exception {
    byte[] pdf = documents.content(stored.id());
    Files.createDirectories(PRINTED);
    Files.write(PRINTED.resolve(partnership + "-" + template.title() + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      String name = partnerships.get(partnership).name();
      if (template.namesNoPlace()) {
        assertThat(everythingSaid(document)).doesNotContain(name, partnership, "@");
      } else {
        assertThat(new PDFTextStripper().getText(document)).contains(name);
      }
      assertThat(new PDFTextStripper().getText(document))
          .doesNotContain("null", "${", "[[", " th:", ExampleCase.CHILD)
          .doesNotContain("Yours sincerely", "Confidential.");
      if (template.isPublic()) {
        assertThat(everythingSaid(document) + stored.name())
            .as("the public does not learn what we call the case")
            .contains(template.title())
            .doesNotContain(stored.caseReference(), "our reference");
      }
    }
  }

  /** The pages, and what a reader sees in the properties of the file. */
  private static String everythingSaid(PDDocument document) throws Exception {
    String properties = document.getDocumentInformation().getCOSObject().toString();
    String metadata = new String(document.getDocumentCatalog().getMetadata().toByteArray(), UTF_8);
    return new PDFTextStripper().getText(document) + properties + metadata;
  }

  private String check(Letter letter, String partnershipName, String name) throws Exception {
    byte[] pdf = letters.previewPdf(letter.id());
    Files.createDirectories(PRINTED);
    Files.write(
        PRINTED.resolve((letter.template() + "-" + name).replaceAll("[/:]", "-") + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo(letter.title() + ", " + letter.caseReference());
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      String text = new PDFTextStripper().getText(document);
      assertThat(text.replaceAll("\\s+", " "))
          .as(letter.template())
          .contains(letter.title())
          .contains(", telephone 01632 96000")
          .doesNotContainPattern("(?i)\\bcall us(?! on(?: 01632|:))|\\bcall or write");
      assertThat(text)
          .contains(partnershipName, letter.caseReference())
          .contains("Working Together to Safeguard Children 2023")
          .doesNotContain("null", "${", "[[", " th:");
      if (templates.get(letter.template()).mayBePassedOn()) {
        assertThat(text).doesNotContainIgnoringCase("confidential", "OFFICIAL-SENSITIVE");
      } else {
        assertThat(text).contains("Confidential.");
      }
      if (letter.template().matches("(cspr|publication|postpublication)/.*")) {
        assertThat(text).as("only the pseudonym from scoping on").doesNotContain(ExampleCase.CHILD);
      }
      Partnership partnership = partnerships.get(letter.partnership());
      String line = text.replaceAll("\\s+", " ");
      assertThat(line)
          .contains("Contact: " + partnership.word("supportStaff") + ", ")
          .contains("Guidance followed: " + partnership.guidance() + ".");
      return line;
    }
  }
}
