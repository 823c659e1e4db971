package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.Seals;
import org.practicereview.deadlines.ClockState;
import org.practicereview.letters.Letter;
import org.practicereview.publication.Preparation;
import org.practicereview.publication.Publications;
import org.practicereview.publication.PublishedItem;
import org.practicereview.requirements.Requirement;

@DisplayName("A report that the partners ask not to publish")
class NotPublishingStoriesTest extends StoryTest {

  private static final String FAMILY = "publication/family-publication";
  private static final Map<String, Object> TOLD_ONLY =
      with("familyWhoRead", null, "familyReadWithRole", null, "familyCopies", null);
  private static final String DECISION = "publication/decision-not-to-publish";

  /** The sign-off body asks not to publish; the Panel has been heard. */
  private Story heard(String partnership) {
    Story story = asked(partnership);
    story.tries("manager", "recordPanelComments", with("panelComments", null)).expect(400);
    return story.does("manager", "recordPanelComments");
  }

  /** The sign-off body asks not to publish, and the Panel is asked. */
  private Story asked(String partnership) {
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
    story.tries("manager", "requestNotToPublish", with("panelAnswerBy", null)).expect(400);
    story.does("manager", "requestNotToPublish").does("head", "approveRequest");
    assertThat(story.letters("publication/request-not-to-publish"))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("panel", "secretary-of-state");
    return story;
  }

  @Test
  @Requirement({"R-145", "R-147", "D-27", "R-151"})
  @DisplayName("is read by the family, told to Panel and agencies, and then sealed by two people")
  void nothing() {
    Story story = heard(SOUTH_GLOUCESTERSHIRE);
    decided(story, "none");
    assertThat(story.clock("practice-review").endedOn()).isEqualTo(Desk.today());
    toldToFamily(story);
    assertThat(story.letters(FAMILY))
        .filteredOn(letter -> letter.recipientRole().startsWith("Family"))
        .hasSize(2)
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("will not be made public", "Reading it first", "01632 960 101")
                    .contains("Once it is locked away, we cannot show it to you any more"));
    assertThat(story.letters(FAMILY))
        .filteredOn(letter -> letter.recipientRole().equals("Child contact C1"))
        .singleElement()
        .satisfies(letter -> assertThat(story.wording(letter)).contains("Hello Ash", "your fault"));
    assertThat(story.letters(FAMILY))
        .filteredOn(letter -> story.wording(letter).contains("Thank you for what you have told"))
        .as("only who took part is thanked")
        .extracting(Letter::recipientRole)
        .containsExactly("Family addressee F1");
    assertThat(story.open()).as("nothing is sealed meanwhile").doesNotContain("orderSeal");
    assertThat(story.letters(DECISION)).as("the family hears it first").isEmpty();
    story.does("manager", "recordFamilyReading").does("head", "approveDecisionLetters");
    assertThat(story.letters(DECISION))
        .extracting(Letter::recipientKind)
        .contains("panel", "secretary-of-state", "safeguarding-partner-police")
        .anyMatch(kind -> kind.startsWith("agency-senior-manager"));
    assertThat(story.letters(DECISION))
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("decided not to publish")
                    .satisfies(
                        words ->
                            assertThat(words.contains("without the agreement of the Panel"))
                                .as(letter.recipientKind())
                                .isEqualTo(!letter.recipientKind().startsWith("agency"))));
    story.does("manager", "orderSeal").does("executive", "confirmSeal");
    assertThat(desk.the(Seals.class).of(story.reference))
        .hasValueSatisfying(seal -> assertThat(seal.orderedBy()).isNotEqualTo(seal.confirmedBy()));
    assertThat(desk.the(Publications.class).ofCase(story.reference)).isEmpty();
    assertThat(story.page("manager")).contains("The report was sealed on");
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
  @Requirement("R-145")
  @DisplayName("is sealed with someone unread only if a second person agrees why")
  void notRead() {
    Story story = late(heard(SOUTH_GLOUCESTERSHIRE));
    LocalDate newDate = story.clock("practice-review").explainedUntil();
    decided(story, "none");
    assertThat(story.clock("practice-review").state()).isEqualTo(ClockState.MET_LATE);
    toldToFamily(story);
    Map<String, Object> away =
        with("familyWhoRead", List.of("F1"), "familyWhoCouldNot", List.of("F2"));
    assertThat(
            story
                .tries("manager", "recordFamilyReading", with("familyWhoRead", List.of("F1")))
                .expect(400)
                .text())
        .as("everyone is accounted for")
        .contains("F2");
    assertThat(story.tries("manager", "recordFamilyReading", away).expect(400).text())
        .contains("what was tried");
    away.put("familyNotReadReasons", "Two letters came back, and the number is cut off.");
    story.does("manager", "recordFamilyReading", away);
    assertThat(story.open()).contains("agreeNotRead").doesNotContain("approveDecisionLetters");
    desk.the(RuntimeService.class)
        .createProcessInstanceByKey("sealing")
        .businessKey(story.reference)
        .execute();
    assertThat(story.tries("manager", "orderSeal", with()).expect(400).text())
        .as("a seal that is ordered another way is refused as well")
        .contains("the family has to see the report first");
    story.does(
        "head",
        "agreeNotRead",
        with(
            "notReadAgreed",
            false,
            "notReadAgreedReasons",
            null,
            "notReadChanges",
            "Ask the social worker for a new address."));
    story.tries("manager", "orderSeal", with()).expect(400);
    story.does("manager", "recordFamilyReading", away).does("head", "agreeNotRead");
    story.does("manager", "orderSeal").does("head", "approveDecisionLetters");

    story.on(newDate.plusDays(1).toString());
    assertThat(story.letters("notices/new-date-passed"))
        .as("nothing is to be published any more")
        .isEmpty();
    assertThat(story.open()).doesNotContain("explainReviewDelay");
  }

  /** The six months pass, and a new date is named. */
  private static Story late(Story story) {
    story.on(story.clock("practice-review").dueOn().plusDays(1).toString());
    assertThat(story.open()).contains("explainReviewDelay");
    // The reminder and the passing of the date ask one after the other where both days have gone.
    while (story.open().contains("explainReviewDelay")) {
      story.does("manager", "explainReviewDelay").does("la", "approveReviewDelay");
    }
    return story;
  }

  /** The executive decides; the Panel took no side, so it says why. */
  private static Story decided(Story story, String mode) {
    return story.does("executive", "decidePublication", with("publicationMode", mode));
  }

  /** Letters are translated where their reader needs it. */
  private static Story readable(Story story) {
    return story.open().contains("arrangePublicationLanguage")
        ? story.does("manager", "arrangePublicationLanguage")
        : story;
  }

  /** The letters to the family are written, approved and brought to them. */
  private static void toldToFamily(Story story) {
    story.tries("manager", "arrangeFamilyReading", with("childrenTold", List.of("C2"))).expect(400);
    story
        .does("manager", "arrangeFamilyReading", with("childrenTold", List.of("C1")))
        .does("head", "approveFamilyNotice");
    readable(story).does("manager", "recordFamilyTold");
  }

  @Test
  @Requirement("R-148")
  @DisplayName("is kept back against the Panel only with a reason, which the Panel is told")
  void againstPanel() {
    Story story = asked(SOUTH_GLOUCESTERSHIRE);
    assertThat(story.letters("publication/request-not-to-publish"))
        .filteredOn(letter -> letter.recipientKind().equals("panel"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(story.wording(letter))
                    .contains("Please tell us whether you agree, by "));
    Map<String, Object> silent =
        with("panelView", "no-answer", "panelComments", null, "panelCommentsOn", null);
    assertThat(story.tries("manager", "recordPanelComments", silent).expect(400).text())
        .contains("is not over yet");
    story.does("manager", "recordPanelComments", with("panelView", "does-not-agree"));
    Map<String, Object> mute = with("publicationMode", "none", "againstPanelReasons", null);
    assertThat(story.tries("executive", "decidePublication", mute).expect(400).text())
        .contains("the Panel has not agreed");
    decided(story, "nspcc");
    story.does("head", "approveDecisionLetters");
    assertThat(story.letters(DECISION))
        .hasSize(5)
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("against the view of the Panel", "The NSPCC alone", "took no side"));
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
    decided(story, "improvements");
    toldToFamily(story);
    story.does("manager", "recordFamilyReading").does("head", "approveDecisionLetters");
    assertThat(
            story
                .tries(
                    "manager",
                    "writeImprovements",
                    with(
                        "improvementInformation",
                        List.of(
                            Map.of(
                                "name",
                                "improvements.pdf",
                                "mediaType",
                                "application/pdf",
                                "content",
                                "bm90IGEgUERG"))))
                .expect(400)
                .text())
        .contains("no readable PDF");
    assertThat(story.open()).as("sealing follows at once when all know").contains("orderSeal");
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
        .does("manager", "arrangeFamilyReading", with("familyReading", null))
        .does("head", "approveFamilyNotice");
    readable(story)
        .does("manager", "recordFamilyTold")
        .does("manager", "approveAgenciesNotice")
        .does("manager", "recordFamilyReading", TOLD_ONLY)
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
    decided(story, "nspcc").does("head", "approveDecisionLetters");
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

    // The report is changed, and so is what is published in its place.
    story.presses("manager", "events/report-change", with()).expect(200);
    story
        .does(
            "manager",
            "proposeReportChange",
            with("changedReport", ReportFile.uploaded("A court has found this too.")))
        .does("la", "giveChangeView")
        .does("police", "giveChangeView")
        .does("health", "giveChangeView")
        .does("executive", "decideReportChange");
    assertThat(story.open()).contains("makeAnonymisedReport");
    story.does(
        "manager",
        "makeAnonymisedReport",
        with("anonymisedReport", ReportFile.uploaded("A small child was hurt; a court says so.")));
    assertThat(story.open()).contains("checkPublicVersion");
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
