package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.practicereview.journey.Story.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.deadlines.ClockState;
import org.practicereview.journey.TasklistUser.Answer;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.publication.FamilyReading;
import org.practicereview.publication.PublicationGate;
import org.practicereview.publication.Publications;
import org.practicereview.publication.PublishedItem;
import org.practicereview.register.Matters;
import org.practicereview.register.ParallelProceedings;
import org.practicereview.requirements.Requirement;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A report that is published")
class PublicationStoriesTest extends StoryTest {

  private static final String WORDS = "Services did not pass on what they saw.";

  /** The report is signed off; today is a Monday. */
  private Story signedOff(String partnership) {
    Story story = story(partnership, "2026-05-11");
    story.referredBy("manager", with()).goesOnUntil("planPublication");
    ReportFile.signedOff(story, WORDS);
    return story.on("2027-03-01");
  }

  /** Everyone who has to know before the day knows. */
  private static Story told(Story story) {
    int before = story.letters("publication/agencies-notice").size();
    story
        .does("head", "approveReportToBodies")
        .does("manager", "confirmBodiesTold")
        .does("manager", "arrangeFamilyReading")
        .does("head", "approveFamilyNotice");
    assertThat(story.letters("publication/agencies-notice"))
        .as("the family hears it before the agencies are written to")
        .hasSize(before);
    if (story.open().contains("arrangePublicationLanguage")) {
      assertThat(story.letters("publication/family-publication"))
          .as("no letter goes before its reader can read it")
          .filteredOn(letter -> letter.state() == LetterState.APPROVED)
          .isNotEmpty()
          .allSatisfy(letter -> assertThat(letter.sentBy()).isNull());
      story
          .tries("manager", "arrangePublicationLanguage", with("familyLetterTranslations", null))
          .expect(400);
      story.does("manager", "arrangePublicationLanguage");
    }
    return story
        .does("manager", "recordFamilyTold")
        .does("manager", "approveAgenciesNotice")
        .does("manager", "recordFamilyReading");
  }

  @Test
  @Requirement({"R-027", "R-048", "R-137", "R-144", "R-164"})
  @DisplayName("goes to the bodies and the family first, and to everyone on its day")
  void published() throws IOException {
    Story story = signedOff(SOUTH_GLOUCESTERSHIRE);
    story.does("communications", "planPublication", with("publicationPlannedOn", "2027-03-15"));
    assertThat(story.clock("publication-notice").dueOn()).isEqualTo("2027-03-03");
    story.on("2027-03-02");
    told(story);
    assertThat(story.clock("publication-notice").state()).isEqualTo(ClockState.MET);
    assertThat(story.letters("publication/report-to-bodies"))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("panel", "secretary-of-state", "ofsted");
    story.on("2027-03-12").does("manager", "recordBodiesComments");
    assertThat(story.open()).doesNotContain("publishReport");
    assertThat(desk.visitor().get("/published").expect(200).text())
        .doesNotContain("passing on what they see");
    story.on("2027-03-15").does("communications", "publishReport");

    PublishedItem item = item(story);
    Answer page = desk.visitor().get("/published/" + item.id()).expect(200);
    assertThat(page.text())
        .contains("Child safeguarding practice review 2027/", "pass on what they", "15 March 2027")
        .doesNotContain(story.reference, "Linden", "Robin Sample");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(desk.visitor().get("/published").expect(200).text()).contains(item.id());
    assertThat(desk.visitor().get("/published/feed.xml").expect(200).text()).contains(item.id());
    assertThat(desk.visitor().get("/sitemap.xml").expect(200).text()).contains(item.id());
    assertThat(desk.visitor().get("/robots.txt").expect(200).text()).contains("Disallow: /");
    assertThat(desk.visitor().get("/published/" + item.id() + "/report.pdf").header("ETag"))
        .contains(item.sha256());
    assertThat(story.clock("practice-review").endedOn()).isEqualTo("2027-03-15");
    assertThat(story.open()).contains("prepareNspccCopy");
    story.does("manager", "prepareNspccCopy").does("manager", "recordNspcc");
    assertThat(pack(story))
        .containsOnlyKeys("report.pdf", "about-this-report.txt")
        .extracting(files -> new String(files.get("about-this-report.txt"), StandardCharsets.UTF_8))
        .asString()
        .contains("South Gloucestershire Children's Partnership", "Age group: 1 to 5");
    story.trailTells(
        "The version for publication was made, SHA-256",
        "The Panel got the version for publication on Tuesday 2 March 2027, in another way",
        "\"Child safeguarding practice review 2027/",
        "The pack for the NSPCC was made.");
  }

  @Test
  @DisplayName("is the file that the bodies were sent, without what its pages do not show")
  void plain() throws IOException {
    Story story = signedOff(SOUTH_GLOUCESTERSHIRE);
    story.does("manager", "planPublication");
    Document copy = document(story, "publication-copy");
    byte[] file = desk.the(Documents.class).content(copy.id());
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain(ReportFile.HIDDEN);
    try (PDDocument pdf = Loader.loadPDF(file)) {
      assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
      assertThat(pdf.getDocumentInformation().getProducer()).isNull();
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Child safeguarding practice review");
      assertThat(pdf.getDocumentCatalog().getMetadata()).isNull();
      assertThat(pdf.getPage(0).getAnnotations()).isEmpty();
      assertThat(new PDFTextStripper().getText(pdf)).contains(WORDS);
      pdf.save(new java.io.ByteArrayOutputStream());
    }
  }

  @Test
  @Requirement({"R-101", "R-146"})
  @DisplayName("is refused a day too early, in words, whatever door is used")
  void tooEarly() {
    Story story = signedOff(SOUTH_GLOUCESTERSHIRE);
    // A Monday; seven full working days lie between today and the Thursday after next.
    assertThat(
            story
                .tries("manager", "planPublication", with("publicationPlannedOn", "2027-03-10"))
                .expect(400)
                .text())
        .contains("the earliest date is Thursday 11 March 2027");
    assertThat(
            story
                .tries("manager", "planPublication", with("publicationPlannedOn", "2027-03-13"))
                .expect(400)
                .text())
        .contains("Saturday 13 March 2027 is no working day");
    story.does("manager", "planPublication", with("publicationPlannedOn", "2027-03-11"));
    story.on("2027-03-02");
    told(story).does("manager", "recordBodiesComments");
    story.on("2027-03-11");
    assertThat(story.tries("manager", "publishReport", with()).expect(400).text())
        .contains(
            "The Panel has had the report since Tuesday 2 March 2027", "Friday 12 March 2027");
    assertThat(desk.the(Publications.class).ofCase(story.reference)).isEmpty();
    assertThatThrownBy(() -> desk.the(Publications.class).publish(story.reference, "sg-manager"))
        .hasMessageContaining("can be published on Friday 12 March 2027 at the earliest");
    assertThat(desk.the(Publications.class).ofCase(story.reference)).isEmpty();
    story.on("2027-03-12").does("manager", "publishReport");
    assertThat(item(story).publishedOn()).isEqualTo("2027-03-12");
  }

  @Test
  @Requirement("R-101")
  @DisplayName("counts as told to a body once its mail was taken, and says which body was not told")
  void noticeByMail() {
    Story story = signedOff(SOUTH_GLOUCESTERSHIRE);
    story.does("manager", "planPublication", with("publicationPlannedOn", "2027-03-15"));
    story.on("2027-03-02").does("head", "approveReportToBodies");
    Map<String, Object> byMail = with("bodiesToldAnotherWay", List.of());
    assertThat(story.tries("manager", "confirmBodiesTold", byMail).expect(400).text())
        .contains("The Panel and The Secretary of State and Ofsted");
    mail(story, "panel", "ACCEPTED");
    mail(story, "secretary-of-state", "ACCEPTED");
    mail(story, "ofsted", "FAILED");
    assertThat(story.tries("manager", "confirmBodiesTold", byMail).expect(400).text())
        .contains("no mail with this version was taken yet for Ofsted");
    Map<String, Object> row =
        with("bodyTold", "ofsted", "bodyToldOn", "2027-02-26", "bodyToldHow", "By courier");
    assertThat(
            story
                .tries("manager", "confirmBodiesTold", with("bodiesToldAnotherWay", List.of(row)))
                .expect(400)
                .text())
        .contains("the version for publication was made later, on Monday 1 March 2027");
    row.put("bodyToldOn", "2027-03-03");
    story.on("2027-03-04");
    story.does("manager", "confirmBodiesTold", with("bodiesToldAnotherWay", List.of(row)));
    assertThat(story.clock("publication-notice").endedOn()).isEqualTo("2027-03-03");
    story
        .does("manager", "arrangeFamilyReading")
        .goesOnUntil("recordBodiesComments")
        .does("manager", "recordBodiesComments", byMail)
        .goesOnUntil("publishReport");

    // The mail to the Panel turns out not to have gone after all.
    mail(story, "panel", "UNKNOWN");
    assertThat(story.tries("manager", "publishReport", with()).expect(400).text())
        .contains("The Panel has not been told: the letter with this version is perhaps sent")
        .doesNotContain("Ofsted has not been told");
    mail(story, "panel", "ACCEPTED");
    story.does("manager", "publishReport");
    assertThat(item(story).publishedOn()).isEqualTo("2027-03-15");
  }

  /** The outbox says this of the letter to a body. */
  private void mail(Story story, String body, String state) {
    Letter letter =
        story.letters("publication/report-to-bodies").stream()
            .filter(one -> one.recipientKind().equals(body))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    desk.the(JdbcClient.class)
        .sql("update review.outbox set state = ?, accepted_at = ? where id = ?")
        .params(state, OffsetDateTime.parse("2027-03-02T11:00:00Z"), letter.mail().id())
        .update();
  }

  @Test
  @DisplayName("is refused in another version than the one that was sent, and then sent again")
  void anotherVersion() {
    Story story = signedOff(SOUTH_GLOUCESTERSHIRE);
    story.does("manager", "planPublication", with("publicationPlannedOn", "2027-03-15"));
    told(story).does("manager", "recordBodiesComments");
    ReportFile.signedOff(story, WORDS + " And neither did schools.");
    story.on("2027-03-15");
    assertThat(story.tries("manager", "publishReport", with()).expect(400).text())
        .contains("The report was changed after it was sent to the bodies");
    story.does(
        "manager",
        "publishReport",
        with(
            "publicationGoesAhead",
            false,
            "publicationPutOffReasons",
            "A sentence was added, so it goes to the bodies again."));
    assertThat(
            story
                .tries("manager", "planPublication", with("publicationPlannedOn", "2027-03-24"))
                .expect(400)
                .text())
        .contains("the earliest date is Thursday 25 March 2027");
    story.does("manager", "planPublication", with("publicationPlannedOn", "2027-03-25"));
    told(story).does("manager", "recordBodiesComments");
    assertThat(story.letters("publication/report-to-bodies")).hasSize(6);
    story.on("2027-03-25").does("manager", "publishReport");
    assertThat(item(story).sha256()).isEqualTo(document(story, "publication-copy").sha256());
  }

  @Test
  @DisplayName("may be published later without new days of notice, but not while it is held")
  void laterDay() {
    Story story = signedOff(SOUTH_GLOUCESTERSHIRE);
    story.does("manager", "planPublication", with("publicationPlannedOn", "2027-03-15"));
    told(story).does("manager", "recordBodiesComments");
    story.on("2027-03-15");
    story.does(
        "manager",
        "publishReport",
        with("publicationGoesAhead", false, "publicationPutOffReasons", "A birthday."));
    story.does("manager", "planPublication", with("publicationPlannedOn", "2027-03-17"));
    assertThat(story.clock("publication-notice").triggerOn()).isEqualTo("2027-03-17");
    told(story).does("manager", "recordBodiesComments");
    story.on("2027-03-17");
    ParallelProceedings proceedings = desk.the(ParallelProceedings.class);
    desk.the(Matters.class)
        .open(story.reference, "item:parallel-proceedings-1", "parallel-proceedings", "sg-head");
    proceedings.hold(story.reference, "item:parallel-proceedings-1", "sg-head");
    assertThat(story.tries("manager", "publishReport", with()).expect(400).text())
        .contains("Publication is held for");
    assertThat(desk.the(Publications.class).ofCase(story.reference)).isEmpty();
    proceedings.lift(story.reference, "item:parallel-proceedings-1", "sg-head");
    story.does("manager", "publishReport");
    assertThat(item(story).publishedOn()).isEqualTo("2027-03-17");
  }

  @Test
  @DisplayName("can be changed after sign-off, with new agreement of the partners and new notice")
  void changed() {
    Story story = signedOff(SOUTH_GLOUCESTERSHIRE);
    story.does("manager", "planPublication", with("publicationPlannedOn", "2027-03-15"));
    story.does("head", "approveReportToBodies").does("manager", "confirmBodiesTold");
    story.on("2027-03-08");
    story.presses("manager", "events/report-change", with()).expect(200);
    story.does(
        "manager",
        "proposeReportChange",
        with("changedReport", ReportFile.uploaded(WORDS + " A court has found this too.")));
    story.does("la", "giveChangeView").does("health", "giveChangeView");
    assertThat(story.open()).doesNotContain("decideReportChange");
    story.does("police", "giveChangeView", with("changeView", "does-not-agree"));
    assertThat(story.tries("executive", "decideReportChange", with()).expect(400).text())
        .contains("a change needs all three partners; not in agreement: Police");
    story.does("executive", "decideReportChange", with("reportChangeAgreed", false));
    story.trailTells("A change of the signed-off report was not agreed.");
    assertThat(story.open()).contains("recordBodiesComments");

    story.presses("manager", "events/report-change", with()).expect(200);
    story
        .does(
            "manager",
            "proposeReportChange",
            with("changedReport", ReportFile.uploaded(WORDS + " A court has found this too.")))
        .does("la", "giveChangeView")
        .does("police", "giveChangeView", with("changeView", "with-reservations"))
        .does("health", "giveChangeView")
        .does("executive", "decideReportChange");
    assertThat(story.open())
        .contains("planPublication")
        .doesNotContain("recordBodiesComments", "publishReport");
    assertThat(
            story
                .tries("manager", "planPublication", with("publicationPlannedOn", "2027-03-17"))
                .expect(400)
                .text())
        .contains("the earliest date is Thursday 18 March 2027");
    story.does("manager", "planPublication", with("publicationPlannedOn", "2027-03-18"));
    told(story).goesOnUntil("publishReport").does("manager", "publishReport");
    assertThat(item(story).publishedOn()).isEqualTo("2027-03-18");
    assertThat(item(story).sha256()).isEqualTo(document(story, "publication-copy").sha256());
    story.trailTells("A changed report took the place of the signed-off one, SHA-256");
    story.presses("manager", "events/report-change", with()).expect(200);
    assertThat(
            story
                .tries(
                    "manager",
                    "proposeReportChange",
                    with("changedReport", ReportFile.uploaded("Too late.")))
                .expect(400)
                .text())
        .contains("the report is published");
  }

  @Test
  @Requirement("R-068")
  @DisplayName(
      "stops with all that goes before it while proceedings hold it, and everyone hears so")
  void held() {
    Story story = signedOff(SOUTH_GLOUCESTERSHIRE);
    story.does("manager", "planPublication", with("publicationPlannedOn", "2027-03-15"));
    story
        .does("head", "approveReportToBodies")
        .does("manager", "confirmBodiesTold")
        .does("manager", "arrangeFamilyReading");
    assertThat(story.open()).contains("approveFamilyNotice", "recordBodiesComments");
    arrived(story, "ofsted");
    story.presses("manager", "events/parallel-proceedings", with()).expect(200);
    story.does(
        "manager",
        "registerProceedings",
        with(
            "publicationHeld", true,
            "holdAskedBy", "The prosecutor",
            "holdReasons", "A jury must not read it."));
    assertThat(story.open())
        .contains("planPublication")
        .doesNotContain(
            "approveOnHoldToFamily",
            "approveFamilyNotice",
            "recordBodiesComments",
            "publishReport");
    assertThat(story.letters("publication/family-publication"))
        .isNotEmpty()
        .allSatisfy(letter -> assertThat(letter.state()).isEqualTo(LetterState.DISCARDED));
    assertThat(story.letters("publication/report-to-bodies"))
        .filteredOn(letter -> letter.state() == LetterState.DISCARDED)
        .as("what the mail server has not taken is called back")
        .singleElement()
        .satisfies(letter -> assertThat(letter.recipientKind()).isEqualTo("ofsted"))
        .satisfies(letter -> assertThat(letter.status()).contains("cancelled: Publication is"));
    assertThat(story.letters("notices/letters-called-back"))
        .extracting(Letter::recipientKind)
        .containsExactlyInAnyOrder("business-manager", "head-of-safeguarding", "communications");
    story.trailTells("was cancelled: Publication is");
    assertThat(story.clock("publication-day").isOpen()).isFalse();
    assertThat(story.tries("manager", "planPublication", with()).expect(400).text())
        .contains("Publication is held for parallel proceedings");
    assertThat(story.letters("publication/on-hold"))
        .extracting(Letter::recipientKind)
        .as("only those who know the day; Ofsted was told by phone")
        .containsExactlyInAnyOrder("panel", "secretary-of-state", "ofsted", "communications");
    assertThat(story.letters("publication/on-hold"))
        .allSatisfy(letter -> assertThat(story.wording(letter)).contains("press office"));
    assertThat(story.letters("publication/on-hold-family")).isEmpty();

    arrived(story, "");
    story.goesOnUntil("checkProceedings", Set.of("planPublication"));
    story.does(
        "manager",
        "checkProceedings",
        with("holdLiftingAsked", true, "holdLiftingReasons", "The trial is over."));
    assertThat(story.letters("publication/hold-lifted")).isEmpty();
    story.does("la", "approveHoldLifting");
    assertThat(story.letters("publication/hold-lifted"))
        .hasSameSizeAs(story.letters("publication/on-hold"));
    assertThat(story.open()).doesNotContain("approveLiftedToFamily");
  }

  @Test
  @Requirement({"R-068", "R-100"})
  @DisplayName("on hold is told to everyone who was told a day, and to no one else")
  void heldAfterMoreWereTold() {
    Story story = signedOff(SOUTH_GLOUCESTERSHIRE);
    Facts.say(
        story,
        Map.of(
            "otherAreas",
            List.of(
                Map.of(
                    "otherAreaId", "A1",
                    "otherAreaName", "Suffolk",
                    "otherAreaEmail", "partnership@suffolk.example"))));
    story
        .does("manager", "planPublication")
        .does("head", "approveReportToBodies")
        .does("manager", "confirmBodiesTold")
        .does("manager", "arrangeFamilyReading", with("childrenTold", List.of("C1")))
        .does("head", "approveFamilyNotice");
    if (story.open().contains("arrangePublicationLanguage")) {
      story.does("manager", "arrangePublicationLanguage");
    }
    story.does("manager", "recordFamilyTold").does("manager", "approveOtherAreaNotice");
    assertThat(story.open()).contains("approveAgenciesNotice");
    arrived(story, "");
    story.presses("manager", "events/parallel-proceedings", with()).expect(200);
    story.does(
        "manager",
        "registerProceedings",
        with(
            "publicationHeld", true,
            "holdAskedBy", "The prosecutor",
            "holdReasons", "A jury must not read it."));
    assertThat(story.letters("publication/on-hold"))
        .extracting(Letter::recipientKind)
        .as("the agencies were not written to yet")
        .containsExactlyInAnyOrder(
            "panel", "secretary-of-state", "ofsted", "rows:otherAreas:A1", "communications");
    assertThat(recipients(story, "publication/on-hold-family"))
        .contains("rows:childContacts:C1")
        .containsExactlyInAnyOrderElementsOf(recipients(story, "publication/family-publication"))
        .hasSizeGreaterThan(1);
    Facts.say(story, Map.of("childContacts", List.of(childWhoNeedsAnInterpreter())));
    story.does("head", "approveOnHoldToFamily");
    assertThat(story.open())
        .as("no letter goes before its reader can read it")
        .contains("arrangeLetterLanguage")
        .doesNotContain("recordFamilyToldOfHold");
    assertThat(
            story
                .tries("manager", "arrangeLetterLanguage", with("familyLetterTranslations", null))
                .expect(400)
                .text())
        .contains("need a file for F2");
    assertThat(
            OpenForm.asItOpens(
                story.user("manager"), story.task("manager", "arrangeLetterLanguage")))
        .extractingByKey("languageHelp")
        .asString()
        .as("the child who gets a letter, what they need, and no day of an earlier letter")
        .contains("C1", "Ash", "Speaks Polish: an interpreter", "Invented Languages")
        .doesNotContain("languageHelpReadyOn");
    story.does("manager", "arrangeLetterLanguage").does("manager", "recordFamilyToldOfHold");
    assertThat(story.letters("publication/on-hold-family"))
        .allSatisfy(letter -> assertThat(letter.sentBy()).isNotNull());

    arrived(story, "");
    changesHold(story, with("holdLiftingAsked", true, "holdLiftingReasons", "The trial is over."));
    story.does("la", "approveHoldLifting");
    assertThat(recipients(story, "publication/hold-lifted"))
        .containsExactlyInAnyOrderElementsOf(recipients(story, "publication/on-hold"));
    assertThat(recipients(story, "publication/hold-lifted-family"))
        .containsExactlyInAnyOrderElementsOf(recipients(story, "publication/on-hold-family"));
    story
        .does("head", "approveLiftedToFamily")
        .does("manager", "arrangeLetterLanguage")
        .does("manager", "recordFamilyToldOfLifting");

    arrived(story, "");
    changesHold(
        story, with("holdAsked", true, "holdAskedBy", "The judge", "newHoldReasons", "A retrial."));
    arrived(story, "");
    changesHold(
        story, with("holdLiftingAsked", true, "holdLiftingReasons", "There is no retrial."));
    assertThat(story.open()).contains("approveOnHoldToFamily");
    story.does("la", "approveHoldLifting");
    assertThat(story.open())
        .contains("approveLiftedToFamily")
        .doesNotContain("approveOnHoldToFamily");
    assertThat(story.letters("publication/on-hold-family"))
        .filteredOn(letter -> letter.state() == LetterState.DISCARDED)
        .as("what is not true any longer does not go")
        .isNotEmpty();

    arrived(story, "");
    changesHold(
        story, with("holdAsked", true, "holdAskedBy", "The judge", "newHoldReasons", "No."));
    assertThat(story.open())
        .contains("approveOnHoldToFamily")
        .doesNotContain("approveLiftedToFamily");
    arrived(story, "");
    changesHold(story, with("holdLiftingAsked", true, "holdLiftingReasons", "It is over."));
    story.does("la", "approveHoldLifting");
    story
        .does("head", "approveLiftedToFamily")
        .does("manager", "arrangeLetterLanguage")
        .does("manager", "recordFamilyToldOfLifting");
    story.does("manager", "planPublication").goesOnUntil("publishReport");
    story.does("manager", "publishReport");
    assertThat(item(story).publishedOn()).isEqualTo(Desk.today());
  }

  private static Map<String, Object> childWhoNeedsAnInterpreter() {
    return with(
        "childContactId", "C1",
        "childContactName", "Ash",
        "childContactAgeGroup", "younger",
        "childContactNeeds", "Speaks Polish",
        "childContactInterpreter", "interpreter");
  }

  private static List<String> recipients(Story story, String template) {
    return story.letters(template).stream().map(Letter::recipientKind).toList();
  }

  private static void changesHold(Story story, Map<String, Object> answers) {
    story
        .goesOnUntil(
            "checkProceedings",
            Set.of("planPublication", "approveOnHoldToFamily", "approveLiftedToFamily"))
        .does("manager", "checkProceedings", answers);
  }

  /** The mail server takes all mail of the case but that to one recipient. */
  private void arrived(Story story, String but) {
    desk.the(JdbcClient.class)
        .sql(
            """
            update review.outbox set state = 'ACCEPTED', accepted_at = queued_at
            where case_reference = :case and state = 'QUEUED' and id not in
              (select mail_id from review.letter
               where case_reference = :case and mail_id is not null and recipient_kind = :but)""")
        .param("case", story.reference)
        .param("but", but)
        .update();
  }

  @Test
  @DisplayName("is not published before the day that everyone was told")
  void notBeforeItsDay() {
    Story story = signedOff(ESSEX);
    story
        .does("manager", "planPublication", with("publicationPlannedOn", "2027-03-22"))
        .does("executive", "agreePublicationChange");
    told(story).does("manager", "recordBodiesComments");
    story.on("2027-03-19");
    assertThat(story.open()).doesNotContain("publishReport");
    assertThat(
            desk.the(PublicationGate.class)
                .obstacles(story.reference, java.time.LocalDate.parse("2027-03-19")))
        .singleElement()
        .asString()
        .contains("planned for Monday 22 March 2027");
  }

  @Test
  @Requirement("D-26")
  @DisplayName("needs a media statement where the partnership makes one")
  void mediaStatement() {
    Story story = signedOff(ESSEX);
    story.tries("manager", "planPublication", with("mediaStatement", null)).expect(400);
    story.tries("manager", "planPublication", with("publicationMode", "nspcc")).expect(400);
    story.does("manager", "planPublication");
    assertThat(story.open()).contains("agreePublicationChange");
    Story other = signedOff(STAFFORDSHIRE);
    other.does("manager", "planPublication", with("mediaStatement", null));
    assertThat(other.open()).contains("approveReportToBodies");
  }

  @Test
  @Requirement("R-099")
  @DisplayName("goes back to the executive where its day or the media statement is changed")
  void changedAfterSignOff() {
    Story story = story(ESSEX, "2027-01-11");
    String agreed = "We are sorry, and we have begun to change.";
    story
        .referredBy("manager", with())
        .goesOnUntil("decideSignOff")
        .does("executive", "decideSignOff", with("mediaStatement", agreed))
        .goesOnUntil("planPublication");
    LocalDate day =
        story.desk.the(CaseFacts.class).date(story.reference, "publicationPlannedOn").orElseThrow();
    Map<String, Object> asAgreed =
        with("publicationPlannedOn", day.toString(), "mediaStatement", agreed);
    Map<String, Object> otherWords =
        with("publicationPlannedOn", day.toString(), "mediaStatement", "We have nothing to say.");

    story.does("communications", "planPublication", otherWords);
    assertThat(story.open())
        .contains("agreePublicationChange")
        .doesNotContain("approveReportToBodies");
    assertThat(
            story.filledIn(
                "executive", story.task("executive", "agreePublicationChange"), Map.of()))
        .containsEntry("agreedMediaStatement", agreed)
        .containsEntry("mediaStatement", "We have nothing to say.");
    story
        .tries("executive", "agreePublicationChange", with("publicationChangeAgreed", false))
        .expect(400);
    story.does(
        "executive",
        "agreePublicationChange",
        with(
            "publicationChangeAgreed",
            false,
            "publicationChangeReasons",
            "Say that we are sorry."));
    assertThat(story.filledIn("manager", story.task("manager", "planAgain"), Map.of()))
        .containsEntry("publicationChangeReasons", "Say that we are sorry.");
    story.does("manager", "planAgain", asAgreed);
    assertThat(story.open())
        .as("as it was signed off: no one is asked again")
        .contains("approveReportToBodies")
        .doesNotContain("agreePublicationChange");
    assertThat(story.clock("publication-day").dueOn()).isEqualTo(day);
  }

  @Test
  @Requirement({"R-068", "R-099"})
  @DisplayName("is planned again where proceedings hold it while the executive decides")
  void heldWhileTheExecutiveDecides() {
    Story story = signedOff(ESSEX);
    Map<String, Object> plan = with("publicationPlannedOn", "2027-03-22");
    story.does("communications", "planPublication", plan);
    String hold = "item:parallel-proceedings-1";
    story.presses("manager", "events/parallel-proceedings", with()).expect(200);
    story.does(
        "manager",
        "registerProceedings",
        with(
            "publicationHeld", true,
            "holdAskedBy", "The prosecutor",
            "holdReasons", "A jury must not read it."));
    assertThat(story.open()).contains("agreePublicationChange");
    assertThat(story.tries("executive", "agreePublicationChange", with()).expect(400).text())
        .contains("Publication is held for", "Choose No");
    story.does(
        "executive",
        "agreePublicationChange",
        with("publicationChangeAgreed", false, "publicationChangeReasons", "It is held."));
    assertThat(story.tries("communications", "planAgain", plan).expect(400).text())
        .contains("Publication is held for");
    ParallelProceedings proceedings = desk.the(ParallelProceedings.class);
    proceedings.lift(story.reference, hold, "sg-head");

    story.does("communications", "planAgain", plan);
    desk.the(Documents.class)
        .store(
            new NewDocument(
                story.reference,
                "final-report",
                "Report.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                ReportFile.plain("Not a PDF."),
                "PARTNERSHIP",
                "",
                "es-executive"));
    assertThat(story.tries("executive", "agreePublicationChange", with()).expect(400).text())
        .contains("The file to be published is no PDF", "Choose No");
    ReportFile.signedOff(story, WORDS);
    story.tries("executive", "agreePublicationChange", with()).expect(204);
    proceedings.hold(story.reference, hold, "sg-head");
    desk.runJobs(story.reference);
    assertThat(story.open())
        .as("a hold that comes after the decision, before anything is written")
        .contains("planPublication")
        .doesNotContain("approveReportToBodies", "arrangeFamilyReading");
    assertThat(story.letters("publication/report-to-bodies")).isEmpty();
    assertThat(story.clock("publication-day").isOpen()).isFalse();
    assertThat(story.clock("publication-notice").isOpen()).isFalse();
    proceedings.lift(story.reference, hold, "sg-head");
    story.does("communications", "planPublication", plan);
    assertThat(story.open())
        .as("the executive agreed to this day before")
        .contains("approveReportToBodies", "arrangeFamilyReading")
        .doesNotContain("agreePublicationChange");
  }

  @Test
  @Requirement("R-100")
  @DisplayName("is told to a child by the promised letter, also where no adult is written to")
  void childAlone() {
    Story story = signedOff(SOUTH_GLOUCESTERSHIRE);
    story.does("manager", "planPublication");
    story.does(
        "manager",
        "arrangeFamilyReading",
        with(
            "familyNotTold",
            desk.the(FamilyReading.class).toTell(story.reference),
            "familyNotToldReasons",
            "They asked us on 2 May to be left alone.",
            "childrenTold",
            List.of("C1")));
    assertThat(story.open()).contains("approveFamilyNotice");
    assertThat(story.letters("publication/family-publication"))
        .extracting(Letter::recipientKind)
        .containsExactly("rows:childContacts:C1");
  }

  @Test
  @Requirement({"R-100", "R-102", "R-145"})
  @DisplayName("is told to the family, to agencies and to other areas by letter")
  void letters() {
    Story story = story(ESSEX, "2026-05-11");
    story.referredBy("manager", with()).goesOnUntil("planPublication");
    ReportFile.signedOff(story, WORDS);
    Facts.say(
        story,
        Map.of(
            "familyContacts",
            List.of(
                relative("F1", "Robin Sample's mother", "no"),
                relative("F2", "A grandmother", "done"),
                relative("F3", "An uncle", "yes")),
            "otherAreas",
            List.of(
                Map.of(
                    "otherAreaId", "A1",
                    "otherAreaName", "Suffolk",
                    "otherAreaEmail", "partnership@suffolk.example"))));
    story.does("manager", "planPublication").does("executive", "agreePublicationChange");
    story
        .tries("manager", "arrangeFamilyReading", with("familyNotTold", List.of("F3")))
        .expect(400);
    Map<String, Object> leftAlone =
        with("familyNotTold", List.of("F3"), "familyNotToldReasons", "He asked us on 2 May.");
    leftAlone.put("familyNotTold", List.of("F3", "F9"));
    assertThat(story.tries("manager", "arrangeFamilyReading", leftAlone).expect(400).text())
        .contains("there is no F9");
    leftAlone.put("familyNotTold", List.of("F3"));
    story.does("manager", "arrangeFamilyReading", leftAlone);
    assertThat(story.open())
        .contains("approveFamilyNotice")
        .doesNotContain("approveOtherAreaNotice", "approveAgenciesNotice");
    assertThat(story.letters("publication/family-publication"))
        .as("whatever stands in the column for the invitation")
        .extracting(Letter::recipientName)
        .containsExactlyInAnyOrder("Robin Sample's mother", "A grandmother");
    assertThat(story.letters("publication/family-publication"))
        .allSatisfy(
            letter -> {
              assertThat(letter.sentBy()).isNull();
              assertThat(story.wording(letter)).contains("Linden", "The family centre");
            });
    story.does("head", "approveFamilyNotice");
    assertThat(story.open()).as("made ready is not told").doesNotContain("approveOtherAreaNotice");
    story.does("manager", "recordFamilyTold").does("manager", "approveOtherAreaNotice");
    assertThat(story.letters("publication/other-area-notice"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.address()).isEqualTo("partnership@suffolk.example");
              assertThat(story.wording(letter))
                  .contains("We will send you the learning brief")
                  .doesNotContain("learningPriority", "Health visiting and early years");
            });
  }

  private static Map<String, Object> relative(String code, String name, String invited) {
    return Map.of(
        "familyContactId", code, "familyContactName", name, "familyContactWriteTo", invited);
  }

  private PublishedItem item(Story story) {
    return desk.the(Publications.class).ofCase(story.reference).stream()
        .filter(item -> !item.isBrief())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private Document document(Story story, String kind) {
    return desk.the(Documents.class).of(story.reference).stream()
        .filter(document -> document.kind().equals(kind))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private Map<String, byte[]> pack(Story story) throws IOException {
    byte[] content = desk.the(Documents.class).content(document(story, "nspcc-pack").id());
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
