package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.Seals;
import org.practicereview.letters.Letter;
import org.practicereview.publication.Preparation;
import org.practicereview.publication.Publications;
import org.practicereview.publication.PublishedItem;
import org.practicereview.requirements.Requirement;

@DisplayName("A report that the partners ask not to publish")
class NotPublishingStoriesTest extends StoryTest {

  /** The sign-off body asks not to publish; the Panel has been heard. */
  private Story heard(String partnership) {
    Story story = story(partnership, "2026-05-11");
    story
        .referredBy("manager", with())
        .goesOnUntil("decideSignOff")
        .does(
            "executive",
            "decideSignOff",
            with(
                "signOffDecision",
                "ask-not-to-publish",
                "nonPublicationGrounds",
                List.of("living-child"),
                "nonPublicationReasons",
                "A sister lives in a small place.",
                "publicationOptionsConsidered",
                "Leaving parts out leaves nothing."));
    assertThat(story.open()).contains("requestNotToPublish");
    story.does("manager", "requestNotToPublish").does("head", "approveRequest");
    assertThat(story.letters("publication/request-not-to-publish"))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("panel", "secretary-of-state");
    story.tries("manager", "recordPanelComments", with("panelComments", null)).expect(400);
    return story.does("manager", "recordPanelComments");
  }

  @Test
  @Requirement({"R-147", "D-27", "R-151"})
  @DisplayName("is sealed by two people if nothing is published, and told by word of mouth")
  void nothing() {
    Story story = heard(SOUTH_GLOUCESTERSHIRE);
    story.does("executive", "decidePublication");
    assertThat(story.clock("practice-review").endedOn()).isEqualTo(Desk.today());
    story.does("manager", "orderSeal");
    story.does("manager", "arrangeFamilyReading", with("familyReading", null));
    if (story.open().contains("approveFamilyNotice")) {
      story.does("head", "approveFamilyNotice");
    }
    if (story.open().contains("arrangePublicationLanguage")) {
      story.does("manager", "arrangePublicationLanguage");
    }
    assertThat(story.letters("publication/family-publication"))
        .isNotEmpty()
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("will not be made public")
                    .doesNotContain("Reading it first"));
    assertThat(story.letters("publication/agencies-notice"))
        .isNotEmpty()
        .allSatisfy(letter -> assertThat(story.wording(letter)).contains("not published"));
    story.does("executive", "confirmSeal");
    assertThat(desk.the(Seals.class).of(story.reference))
        .hasValueSatisfying(seal -> assertThat(seal.orderedBy()).isNotEqualTo(seal.confirmedBy()));
    assertThat(desk.the(Publications.class).ofCase(story.reference)).isEmpty();
    assertThat(story.page("manager")).contains("The report is sealed since");
    story.goesOnUntil("briefPractitioners");
    assertThat(story.tries("approver-police", "briefPractitioners", with()).expect(400).text())
        .contains("someone else wrote the return of your agency");
    story
        .tries("approver-police", "briefPractitioners", with("practitionersToldBy", "other"))
        .expect(400);
    story.putsBack("approver-police", "briefPractitioners");
    story.does("author-police", "briefPractitioners");
    story.trailTells("The report was sealed on the order of sg-manager.");
  }

  @Test
  @DisplayName("is published after all if the partners decide so")
  void afterAll() {
    Story story = heard(SOUTH_GLOUCESTERSHIRE);
    story.does("executive", "decidePublication", with("publicationMode", "website"));
    assertThat(story.clock("practice-review").isOpen()).isTrue();
    story.tries("manager", "planPublication", with("publicationMode", "improvements")).expect(400);
    story.does("manager", "planPublication");
    assertThat(story.open()).contains("approveReportToBodies");
  }

  @Test
  @Requirement("D-27")
  @DisplayName("is kept back while what is to improve is published")
  void improvements() {
    Story story = heard(SOUTH_GLOUCESTERSHIRE);
    story.does("executive", "decidePublication", with("publicationMode", "improvements"));
    assertThat(
            story
                .tries(
                    "manager",
                    "writeImprovements",
                    with(
                        "improvementInformation",
                        List.of(
                            java.util.Map.of(
                                "name",
                                "improvements.pdf",
                                "mediaType",
                                "application/pdf",
                                "content",
                                "bm90IGEgUERG"))))
                .expect(400)
                .text())
        .contains("no readable PDF");
    assertThat(story.open()).as("sealing follows the decision at once").contains("orderSeal");
    story.does("manager", "orderSeal").does("head", "confirmSeal");
    assertThat(desk.the(Seals.class).isSealed(story.reference)).isTrue();
    story.does(
        "manager",
        "writeImprovements",
        with(
            "improvementInformation",
            ReportFile.uploaded("Services will pass on what they see on the same day.")));
    assertThat(story.tries("manager", "checkPublicVersion", with()).expect(400).text())
        .as("whoever writes it does not check it")
        .contains("another person");
    story.putsBack("manager", "checkPublicVersion");
    story.does("head", "checkPublicVersion");
    assertThat(story.clock("practice-review").isOpen()).as("written is not published").isTrue();
    story
        .does("manager", "planPublication", with("publicationMode", "improvements"))
        .does("head", "approveReportToBodies")
        .does("manager", "confirmBodiesTold")
        .does("manager", "recordBodiesComments")
        .does("manager", "approveAgenciesNotice")
        .does("manager", "arrangeFamilyReading")
        .goesOnUntil("publishReport")
        .does("manager", "publishReport");
    PublishedItem item = desk.the(Publications.class).ofCase(story.reference).get(0);
    assertThat(item.kind()).isEqualTo("improvements");
    assertThat(story.clock("practice-review").endedOn()).isEqualTo(item.publishedOn());
    assertThat(story.open()).doesNotContain("prepareNspccCopy", "orderSeal");
    // The improvements stay, the report is gone.
    assertThat(desk.visitor().get("/published/" + item.id()).expect(200).text())
        .contains("Improvements after a");
    desk.visitor().get("/published/" + item.id() + "/report.pdf").expect(200);
    assertThat(desk.the(Documents.class).of(story.reference))
        .filteredOn(document -> document.kind().equals("final-report"))
        .isNotEmpty()
        .allSatisfy(document -> assertThat(document.accessClass()).isEqualTo("SEALED"));
  }

  @Test
  @Requirement("R-149")
  @DisplayName("goes to the NSPCC without the place, and not with it")
  void anonymous() {
    Story story = heard(SOUTH_GLOUCESTERSHIRE);
    story.does("executive", "decidePublication", with("publicationMode", "nspcc"));
    for (String words :
        List.of("In South Gloucestershire a baby was hurt.", "Report " + story.reference)) {
      assertThat(
              story
                  .tries(
                      "manager",
                      "makeAnonymisedReport",
                      with("anonymisedReport", ReportFile.uploaded(words)))
                  .expect(400)
                  .text())
          .as("what we call the case begins with the place")
          .contains("must not say");
    }
    story.does(
        "manager",
        "makeAnonymisedReport",
        with("anonymisedReport", ReportFile.uploaded("In one area a baby was hurt.")));
    story.does(
        "head",
        "checkPublicVersion",
        with("publicVersionFit", false, "publicVersionProblems", "Page 1 names a hospital."));
    story.does(
        "manager",
        "makeAnonymisedReport",
        with("anonymisedReport", ReportFile.uploaded("In one area a small child was hurt.")));
    story.does("head", "checkPublicVersion");
    story.does("learning", "writeLearningBrief");
    story.does("head", "checkBriefAnonymisation");
    Document brief =
        desk.the(Documents.class).of(story.reference).stream()
            .filter(document -> document.kind().equals("learning-brief"))
            .findFirst()
            .orElseThrow();
    assertThat(words(brief))
        .contains("Safeguarding partners for children", "Written down is not passed on")
        .doesNotContain("Gloucestershire", "SGCP", "sgcp");
    story.does("manager", "planPublication", with("publicationMode", "nspcc"));
    String sent = desk.the(Preparation.class).prepared(story.reference).orElseThrow().sha256();
    story.goesOnUntil("publishReport").does("manager", "publishReport");
    assertThat(desk.the(Publications.class).ofCase(story.reference))
        .as("neither the report nor the brief is on the pages of the area")
        .isEmpty();
    assertThat(
            story
                .tries("manager", "prepareNspccCopy", with("nspccThemes", "South Gloucestershire"))
                .expect(400)
                .text())
        .contains("must not say");
    story.does("manager", "prepareNspccCopy");
    assertThat(desk.the(Documents.class).of(story.reference))
        .filteredOn(document -> document.kind().equals("nspcc-pack"))
        .singleElement()
        .satisfies(
            pack -> {
              assertThat(pack.name()).isEqualTo("nspcc-submission.zip");
              assertThat(
                      new String(
                          desk.the(Documents.class).content(pack.id()),
                          java.nio.charset.StandardCharsets.ISO_8859_1))
                  .doesNotContain("Gloucestershire", "SGCP");
              assertThat(packed(pack)).as("what was checked and sent").isEqualTo(sent);
            });
    story.does("manager", "recordNspcc");
    assertThat(desk.the(Seals.class).isSealed(story.reference)).isFalse();
  }

  /** The SHA-256 of the report in a pack. */
  private String packed(Document pack) {
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(desk.the(Documents.class).content(pack.id())))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("report.pdf");
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(zip.readAllBytes()));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** What a file says, on its pages and about itself. */
  private String words(Document file) {
    try (PDDocument pdf = Loader.loadPDF(desk.the(Documents.class).content(file.id()))) {
      return new PDFTextStripper().getText(pdf)
          + pdf.getDocumentInformation().getCOSObject()
          + file.name();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
