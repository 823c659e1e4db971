package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.practicereview.journey.Story.with;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.casefile.SealedReport;
import org.practicereview.casefile.Seals;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;
import org.practicereview.outbox.AttachmentSource;
import org.practicereview.outbox.MailState;
import org.practicereview.outbox.Outbox;
import org.practicereview.publication.PublicationGate;
import org.practicereview.publication.Publications;
import org.practicereview.requirements.Requirement;

@DisplayName("A sealed report")
class SealedReportTest extends StoryTest {

  private static final List<String> KINDS =
      List.of(
          "draft-report", "final-report", "publication-copy", "pre-event-summary", "nspcc-pack");

  private static final List<String> PEOPLE =
      List.of(
          "es-head",
          "es-manager",
          "es-la",
          "es-police",
          "es-health",
          "es-executive",
          "es-subgroup",
          "es-reviewer",
          "es-communications",
          "es-learning",
          "es-oversight",
          "es-auditor",
          "es-author-police",
          "es-approver-police",
          "sg-manager",
          "modeller",
          "admin");

  @Test
  @Requirement({"R-150", "R-152"})
  @DisplayName("is had by no one, in no form, by no door")
  void closed() {
    Story story = story(ESSEX, "2026-05-11");
    story.referredBy("manager", with()).goesOnUntil("planPublication");
    ReportFile.signedOff(story, "The words of the report.");
    KINDS.forEach(kind -> file(story, kind, kind + " words"));
    file(story, "upload-somewhere", "final-report words");
    Document other = file(story, "rapid-review-report", "Not the report.");
    Facts.say(
        story,
        java.util.Map.of(
            "improvementsRecommended", "Words of the report.", "plainFact", "Something else."));
    story
        .does("manager", "planPublication")
        .does("executive", "agreePublicationChange")
        .does("head", "approveReportToBodies");
    Letter letter = story.letters("publication/report-to-bodies").get(0);
    assertThat(letter.state()).isEqualTo(LetterState.SENT);
    letterOf(story, "es-manager", letter, 200);

    assertThatThrownBy(() -> seal(story, "es-manager", "es-manager"))
        .hasMessageContaining("two people");
    seal(story, "es-manager", "es-executive");

    List<Document> documents = desk.the(Documents.class).of(story.reference);
    List<Document> sealed =
        documents.stream().filter(document -> document.accessClass().equals("SEALED")).toList();
    assertThat(sealed)
        .extracting(Document::kind)
        .containsAll(KINDS)
        .contains("upload-somewhere", "letter")
        .doesNotContain("rapid-review-report");
    for (String person : PEOPLE) {
      for (Document document : sealed) {
        assertThat(
                desk.user(person)
                    .get("/case/" + story.reference + "/documents/" + document.id())
                    .status())
            .as(person + " " + document.kind())
            .isIn(403, 404);
      }
      letterOf(story, person, letter, 403);
      assertThat(desk.user(person).get("/case/" + story.reference).text())
          .as(person)
          .doesNotContain("Words of the report.");
    }
    sealed.forEach(
        document ->
            Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                    () -> desk.the(Documents.class).content(document.id()),
                    () -> desk.the(AttachmentSource.class).content(document.id()))
                .forEach(door -> assertThatThrownBy(door).isInstanceOf(SealedReport.class)));
    assertThatThrownBy(() -> desk.the(Letters.class).previewHtml(letter.id()))
        .isInstanceOf(SealedReport.class);
    assertThatThrownBy(() -> desk.the(Letters.class).text(letter.id()))
        .isInstanceOf(SealedReport.class);
    // No mail with it leaves any more.
    assertThat(desk.the(Outbox.class).carrying(sealed.stream().map(Document::id).toList()))
        .isNotEmpty()
        .allSatisfy(mail -> assertThat(mail.state()).isEqualTo(MailState.CANCELLED));
    assertThat(desk.the(CaseFacts.class).of(story.reference))
        .containsKey("plainFact")
        .doesNotContainKey("improvementsRecommended");
    assertThat(desk.the(Answers.class).latest(story.reference, "told-elsewhere", ""))
        .hasValueSatisfying(
            given -> assertThat(given.values()).doesNotContainKey("improvementsRecommended"));
    // Everything else goes on: other files, and the learning brief.
    assertThat(
            desk.user("es-manager")
                .get("/case/" + story.reference + "/documents/" + other.id())
                .status())
        .isEqualTo(200);
    Document brief = file(story, "learning-brief", "What we learned.");
    String id =
        desk.the(Publications.class).publishBrief(brief, "What we learned.", "es-learning").id();
    assertThat(desk.visitor().get("/published/" + id).expect(200).text())
        .contains("Learning brief", "What we learned.");
    // The same file again comes under the seal too.
    Document again = file(story, "found-later", "final-report words");
    assertThat(desk.the(Documents.class).get(again.id()).accessClass()).isEqualTo("SEALED");
    assertThat(desk.the(PublicationGate.class).obstacles(story.reference, Desk.today()))
        .contains("The report is sealed");
    story.trailTells("The report was sealed on the order of es-manager.");
  }

  private void letterOf(Story story, String person, Letter letter, int status) {
    assertThat(desk.user(person).get("/letters/" + letter.id() + "/letter.pdf").status())
        .as(person)
        .isIn(status == 200 ? List.of(200) : List.of(403, 404));
  }

  private void seal(Story story, String orderedBy, String confirmedBy) {
    desk.the(Seals.class).seal(story.reference, orderedBy, confirmedBy);
  }

  private Document file(Story story, String kind, String words) {
    return desk.the(Documents.class)
        .store(
            new NewDocument(
                story.reference,
                kind,
                kind + ".pdf",
                "application/pdf",
                ReportFile.plain(words),
                "PARTNERSHIP",
                "",
                "es-manager"));
  }
}
