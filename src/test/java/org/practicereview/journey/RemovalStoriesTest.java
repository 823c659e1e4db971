package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.ClockState;
import org.practicereview.deadlines.DayOff;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.letters.Letter;
import org.practicereview.publication.FamilyReading;
import org.practicereview.publication.Publications;
import org.practicereview.publication.PublishedItem;
import org.practicereview.requirements.Requirement;

@DisplayName("A published report")
class RemovalStoriesTest extends StoryTest {

  private Story published(String partnership) {
    Story story = story(partnership, "2026-05-11");
    story.referredBy("manager", with()).goesOnUntil("publishReport");
    return story.does("communications", "publishReport", with());
  }

  private PublishedItem item(Story story) {
    return desk.the(Publications.class).ofCase(story.reference).get(0);
  }

  @Test
  @Requirement({"R-103", "D-24"})
  @DisplayName("stays a year at least, and is taken down on the day and not the day before")
  void takenDown() {
    Story story = published(ESSEX);
    PublishedItem item = item(story);
    // The last day of the year is a full one, and no one has to come in at a weekend.
    LocalDate year = item.publishedOn().plusMonths(12);
    LocalDate earliest = year.plusDays(1);
    LocalDate down = new WorkingDayCalendar(List.of()).moved(earliest, DayOff.NEXT);
    assertThat(item.earliestRemovalOn()).isEqualTo(earliest);
    story.does("manager", "prepareNspccCopy").does("manager", "recordNspcc");
    assertThat(story.clock("removal-day").dueOn()).isEqualTo(down);
    assertThat(story.clock("publication-kept").dueOn()).isEqualTo(year);

    story.on(year.toString());
    assertThat(story.open()).doesNotContain("removeReport");
    assertThatThrownBy(() -> desk.the(Publications.class).remove(story.reference, "es-manager"))
        .hasMessageContaining("stays for a year at least");
    desk.visitor().get("/published/" + item.id()).expect(200);

    story.on(down.toString());
    assertThat(story.clock("publication-kept").state()).isEqualTo(ClockState.MET);
    Desk.itIs(year);
    assertThat(story.tries("manager", "removeReport", with()).expect(400).text())
        .contains("can be taken down from");
    Desk.itIs(down);
    story.does("manager", "removeReport");
    assertThat(desk.visitor().get("/published/" + item.id()).expect(410).text())
        .contains("has been taken down");
    assertThat(desk.visitor().get("/published/" + item.id() + "/report.pdf").expect(410))
        .satisfies(
            answer -> {
              assertThat(answer.text()).contains("has been taken down");
              assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            });
    assertThat(desk.visitor().get("/published").text()).doesNotContain(item.id());
    assertThat(desk.visitor().get("/published/feed.xml").text()).doesNotContain(item.id());
    assertThat(story.clock("removal-day").isOpen()).isFalse();
    story.trailTells("\" was taken off the public pages.");
  }

  @Test
  @Requirement("D-24")
  @DisplayName("stays where the partnership takes nothing down")
  void stays() {
    Story story = published(SOUTH_GLOUCESTERSHIRE);
    story.does("manager", "prepareNspccCopy").does("manager", "recordNspcc");
    assertThat(story.clockOf("removal-day")).isEmpty();
    story.on(item(story).publishedOn().plusYears(3).toString());
    assertThat(story.open()).doesNotContain("removeReport");
    desk.visitor().get("/published/" + item(story).id()).expect(200);
    assertThat(desk.visitor().get("/published/00000000-0000").status()).isEqualTo(404);
  }

  @Test
  @DisplayName(
      "is withdrawn at once when it identifies someone, by two people, and its year counts")
  void withdrawn() {
    Story story = story(ESSEX, "2026-05-11");
    story
        .referredBy("manager", with())
        .goesOnUntil("arrangeFamilyReading")
        .does("manager", "arrangeFamilyReading", with("childrenTold", List.of("C1")))
        .goesOnUntil("publishReport")
        .does("communications", "publishReport", with());
    PublishedItem item = item(story);
    story.presses("manager", "events/take-down", with()).expect(200);
    assertThat(
            story
                .tries("executive", "orderTakeDown", with("takeDownItem", "brief"))
                .expect(400)
                .text())
        .contains("this does not stand on the public pages");
    story.does("executive", "orderTakeDown");
    desk.visitor().get("/published/" + item.id()).expect(200);
    assertThat(story.tries("executive", "confirmTakeDown", with()).expect(400).text())
        .as("whoever orders it does not confirm it")
        .contains("another person");
    story.putsBack("executive", "confirmTakeDown");
    story.does("head", "confirmTakeDown");

    assertThat(desk.visitor().get("/published/" + item.id()).expect(410).text())
        .contains("has been withdrawn")
        .doesNotContain("pass on what they");
    assertThat(desk.visitor().get("/published/" + item.id() + "/report.pdf").expect(410).text())
        .contains("has been withdrawn");
    assertThat(desk.visitor().get("/published").text()).doesNotContain(item.id());
    assertThat(desk.visitor().get("/published/feed.xml").text()).doesNotContain(item.id());
    assertThat(story.letters("publication/taken-down"))
        .extracting(Letter::recipientKind)
        .contains("panel", "secretary-of-state", "ofsted", "agency-senior-manager:police");
    assertThat(story.letters("publication/taken-down"))
        .allSatisfy(
            letter ->
                assertThat(story.wording(letter))
                    .contains("Someone could have been identified")
                    .doesNotContain("the street could be told"));
    story
        .does("head", "approveTakenDownToFamily")
        .does("manager", "arrangeLetterLanguage")
        .does("manager", "recordFamilyToldOfTakeDown");
    assertThat(story.letters("publication/taken-down-family"))
        .filteredOn(letter -> letter.recipientKind().equals("rows:childContacts:C1"))
        .as("the child who was told of publication hears it in words for a child")
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.sentBy()).isNotNull();
              assertThat(story.wording(letter))
                  .contains("Hello", "not because of anything you did")
                  .doesNotContain("the child we call");
            });
    story.trailTells("\" was withdrawn.");
    // The year of what was withdrawn goes on, and its number is not given again.
    assertThat(item(story).earliestRemovalOn())
        .isEqualTo(item.publishedOn().plusMonths(12).plusDays(1));
    story.on(item.earliestRemovalOn().toString());
    assertThat(story.clock("publication-kept").state()).isEqualTo(ClockState.MET);
    assertThat(story.open()).as("nothing is left to take down").doesNotContain("removeReport");
    assertThat(story.clock("removal-day").isOpen()).isFalse();
  }

  @Test
  @DisplayName("is replaced by a corrected version, under its title and with its year")
  void replaced() {
    Story story = published(ESSEX);
    PublishedItem item = item(story);
    story.presses("manager", "events/take-down", with()).expect(200);
    story
        .does("executive", "orderTakeDown")
        .does(
            "head",
            "confirmTakeDown",
            with("takeDownConfirmed", false, "takeDownConfirmReasons", "No one is identified."));
    desk.visitor().get("/published/" + item.id()).expect(200);
    assertThat(story.letters("publication/taken-down")).as("not confirmed, so no one").isEmpty();

    story.presses("manager", "events/take-down", with()).expect(200);
    story.tries("executive", "orderTakeDown", with("takeDownKind", "replace")).expect(400);
    story.does(
        "executive",
        "orderTakeDown",
        with(
            "takeDownKind",
            "replace",
            "takeDownReason",
            "error",
            "correctedVersion",
            ReportFile.uploaded("Services did pass on what they saw.")));
    story.does("head", "confirmTakeDown");

    List<PublishedItem> items = desk.the(Publications.class).ofCase(story.reference);
    PublishedItem corrected = items.get(items.size() - 1);
    assertThat(corrected.title()).isEqualTo(item.title());
    assertThat(corrected.publishedOn()).isEqualTo(item.publishedOn());
    assertThat(corrected.earliestRemovalOn()).isEqualTo(item.earliestRemovalOn());
    assertThat(corrected.sha256()).isNotEqualTo(item.sha256());
    assertThat(desk.visitor().get("/published/" + item.id()).expect(410).text())
        .contains("A corrected version", corrected.id());
    desk.visitor().get("/published/" + item.id() + "/report.pdf").expect(410);
    assertThat(desk.visitor().get("/published/" + corrected.id()).expect(200).text())
        .contains("Corrected");
    assertThat(desk.visitor().get("/published/" + corrected.id() + "/report.pdf").expect(200))
        .satisfies(answer -> assertThat(answer.header("ETag")).contains(corrected.sha256()));
    assertThat(story.letters("publication/taken-down"))
        .allSatisfy(
            letter -> assertThat(story.wording(letter)).contains("which is enclosed", "an error"));
    story.trailTells("\" was replaced by a corrected version.");
  }

  @Test
  @DisplayName("is neither told nor taken back by letter where the family wants to hear of nothing")
  void familyLeftAlone() {
    Story story = story(ESSEX, "2026-05-11").referredBy("manager", with());
    story.goesOnUntil("arrangeFamilyReading");
    story.does(
        "manager",
        "arrangeFamilyReading",
        with(
            "familyNotTold",
            desk.the(FamilyReading.class).toTell(story.reference),
            "familyNotToldReasons",
            "They asked us on 2 May to be left alone."));
    assertThat(story.letters("publication/family-publication")).isEmpty();
    assertThat(story.open()).contains("recordFamilyReading").doesNotContain("recordFamilyTold");
    story
        .does(
            "manager",
            "recordFamilyReading",
            with("familyWhoRead", null, "familyReadWithRole", null, "familyCopies", null))
        .goesOnUntil("publishReport")
        .does("communications", "publishReport");

    story.presses("manager", "events/take-down", with()).expect(200);
    story.does(
        "executive",
        "orderTakeDown",
        with(
            "takeDownKind",
            "replace",
            "correctedVersion",
            ReportFile.uploaded("Services did pass on what they saw.")));
    story.does("head", "confirmTakeDown");
    assertThat(story.letters("publication/taken-down")).isNotEmpty();
    assertThat(story.letters("publication/taken-down-family")).isEmpty();
    assertThat(story.open())
        .doesNotContain("approveTakenDownToFamily", "recordFamilyToldOfTakeDown");

    // A year later someone decides that the corrected version stays.
    List<PublishedItem> items = desk.the(Publications.class).ofCase(story.reference);
    PublishedItem corrected = items.get(items.size() - 1);
    story.on(story.clock("removal-day").dueOn().toString());
    Map<String, Object> stays = with("removeReport", false);
    story.tries("manager", "removeReport", stays).expect(400);
    stays.put("removalReasons", "It is read in every course.");
    story.does("manager", "removeReport", stays);
    desk.visitor().get("/published/" + corrected.id()).expect(200);
    assertThat(story.clock("removal-day").isOpen()).isFalse();
  }
}
