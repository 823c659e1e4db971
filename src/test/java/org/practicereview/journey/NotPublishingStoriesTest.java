package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.Seals;
import org.practicereview.letters.Letter;
import org.practicereview.publication.Publications;
import org.practicereview.publication.PublishedItem;

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
  @DisplayName("is sealed by two people if nothing is published, and told by word of mouth")
  void nothing() {
    Story story = heard(SOUTH_GLOUCESTERSHIRE);
    story.does("executive", "decidePublication");
    assertThat(story.clock("practice-review").isOpen()).isFalse();
    story.does("manager", "orderSeal");
    story.does("executive", "confirmSeal");
    assertThat(desk.the(Seals.class).of(story.reference))
        .hasValueSatisfying(seal -> assertThat(seal.orderedBy()).isNotEqualTo(seal.confirmedBy()));
    assertThat(desk.the(Publications.class).ofCase(story.reference)).isEmpty();
    assertThat(story.page("manager")).contains("The report is sealed since");
    story.goesOnUntil("briefPractitioners");
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
    story.does(
        "manager",
        "writeImprovements",
        with(
            "improvementInformation",
            ReportFile.uploaded("Services will pass on what they see on the same day.")));
    assertThat(story.clock("practice-review").isOpen()).isFalse();
    story
        .does("manager", "planPublication", with("publicationMode", "improvements"))
        .does("head", "approveReportToBodies")
        .does("manager", "recordBodiesComments")
        .does("manager", "approveAgenciesNotice")
        .does("manager", "arrangeFamilyReading")
        .goesOnUntil("publishReport")
        .does("manager", "publishReport");
    PublishedItem item = desk.the(Publications.class).ofCase(story.reference).get(0);
    assertThat(item.kind()).isEqualTo("improvements");
    if (story.open().contains("prepareNspccCopy")) {
      story.does("manager", "prepareNspccCopy").does("manager", "recordNspcc");
    }
    story.does("manager", "orderSeal").does("head", "confirmSeal");
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
  @DisplayName("goes to the NSPCC without the place, and not with it")
  void anonymous() {
    Story story = heard(SOUTH_GLOUCESTERSHIRE);
    story.does("executive", "decidePublication", with("publicationMode", "nspcc"));
    story
        .does("manager", "planPublication", with("publicationMode", "nspcc"))
        .goesOnUntil("publishReport")
        .does("manager", "publishReport");
    assertThat(desk.the(Publications.class).ofCase(story.reference)).isEmpty();
    story.tries("manager", "prepareNspccCopy", with("nspccAnonymous", false)).expect(400);
    assertThat(
            story
                .tries(
                    "manager",
                    "prepareNspccCopy",
                    with(
                        "nspccAnonymous",
                        true,
                        "anonymisedReport",
                        ReportFile.uploaded("In South Gloucestershire a baby was hurt.")))
                .expect(400)
                .text())
        .contains("must not say", "South Gloucestershire");
    assertThat(
            story
                .tries(
                    "manager",
                    "prepareNspccCopy",
                    with(
                        "nspccAnonymous",
                        true,
                        "anonymisedReport",
                        ReportFile.uploaded("Report " + story.reference)))
                .expect(400)
                .text())
        .as("what we call the case begins with the place")
        .contains("must not say " + story.reference);
    story.does(
        "manager",
        "prepareNspccCopy",
        with(
            "nspccAnonymous",
            true,
            "anonymisedReport",
            ReportFile.uploaded("In one area a baby was hurt.")));
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
            });
    story.does("manager", "recordNspcc");
    assertThat(desk.the(Seals.class).isSealed(story.reference)).isFalse();
  }
}
