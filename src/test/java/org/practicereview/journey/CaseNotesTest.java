package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Seals;
import org.practicereview.notes.TextSeal;
import org.practicereview.oversight.CaseNotes;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("A manager's notes on a case")
class CaseNotesTest extends StoryTest {

  private static final String MINE = "Ask the nurse about <i>Robin</i>\nbefore Friday";
  private static final String OURS = "The grandmother prefers to be called after 5pm";

  @Test
  @DisplayName("are read by their author, or by those who may know the child, and by no one else")
  void readers() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")));
    write(story, "manager", MINE, "me");
    write(story, "manager", OURS, "colleagues");

    String page = "/case/" + story.reference;
    Document own = page(story.user("manager"), page);
    assertThat(own.select("#case-notes ~ article").eachText())
        .hasSize(2)
        .anyMatch(note -> note.contains("you, for yourself") && note.contains("<i>Robin</i>"))
        .anyMatch(note -> note.contains("you, for colleagues") && note.contains(OURS));
    for (String knows : List.of("head", "la", "police", "reviewer")) {
      assertThat(page(story.user(knows), page).text())
          .as(knows)
          .contains(OURS, "Business manager SGCP, for colleagues")
          .doesNotContain("Ask the nurse", "Write a note", "Take it back");
    }
    for (String doesNotKnow : List.of("executive", "auditor", "author-police")) {
      assertThat(page(story.user(doesNotKnow), page).html())
          .as(doesNotKnow)
          .doesNotContain("prefers to be called", "Ask the nurse", "case-notes");
    }
    assertThat(trail(story)).filteredOn(line -> line.contains("note for colleagues")).hasSize(1);
    assertThat(rows(story, "select sealed from review.case_note where case_reference = ?"))
        .noneMatch(kept -> kept.contains("prefers to be called") || kept.contains("Ask the nurse"));

    String path = page + "/case-notes";
    story.user("head").submitPage(page, path, with("text", "Mine")).expect(403);
    story.user("executive").submitPage(page, path, with("text", "Mine")).expect(403);
    desk.user("es-manager").submitPage("/cases", path, with("text", "Mine")).expect(404);
    assertThat(page(story.user("manager"), page).select("#case-notes ~ article")).hasSize(2);
    assertThat(refused(story, "  ")).contains("A note cannot be empty. Nothing was changed.");
    assertThat(refused(story, "long ".repeat(801)))
        .contains("up to 4,000 characters", "long long long");
    invariantsHold(story);
  }

  @Test
  @DisplayName("are there as before when they were sealed again with another key")
  void sealedAgain() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    write(story, "manager", OURS, "colleagues");
    byte[] before = sealed(story);
    TextSeal seal = desk.the(TextSeal.class);

    desk.the(CaseNotes.class)
        .sealAgain(
            (place, closed) ->
                Optional.of(place)
                    .filter(one -> one.contains(story.reference))
                    .map(one -> seal.close(one, seal.open(one, closed))));

    assertThat(sealed(story)).isNotEqualTo(before);
    assertThat(page(story.user("head"), "/case/" + story.reference).text()).contains(OURS);
  }

  private byte[] sealed(Story story) {
    return desk.the(JdbcTemplate.class)
        .queryForObject(
            "select sealed from review.case_note where case_reference = ?",
            byte[].class,
            story.reference);
  }

  @Test
  @DisplayName(
      "are taken back by their author alone, which destroys what they say and leaves a trace")
  void takenBack() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    Story other = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    write(story, "manager", OURS, "colleagues");
    String page = "/case/" + story.reference;
    String id = shared(story);
    String back = page + "/case-notes/" + id + "/take-back";

    story.user("head").submitPage(page, back, with()).expect(404);
    desk.user("es-manager").submitPage("/cases", back, with()).expect(404);
    story
        .user("manager")
        .submitPage(page, back.replace(story.reference, other.reference), with())
        .expect(404);
    assertThat(page(story.user("head"), page).text()).contains(OURS);

    story.user("manager").submitPage(page, back, with()).expect(302);
    assertThat(page(story.user("head"), page).text())
        .contains("for colleagues Taken back by its author")
        .doesNotContain("prefers to be called");
    assertThat(rows(story, "select sealed from review.case_note where case_reference = ?"))
        .containsExactly("");
    assertThat(trail(story)).anyMatch(line -> line.contains("was taken back by its author"));
    story.user("manager").submitPage(page, back, with()).expect(302);
    assertThat(page(story.user("manager"), page).text()).contains("taken back already");
    invariantsHold(story);
  }

  @Test
  @DisplayName("are sealed with the report, and do not open when they were moved to someone else")
  void underSeal() {
    Story story = underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11"));
    write(story, "manager", MINE, "me");
    write(story, "manager", OURS, "colleagues");
    String page = "/case/" + story.reference;
    String id = shared(story);

    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    rows.update(
        "update review.case_note set author = 'sg-head' where case_reference = ?"
            + " and not for_colleagues",
        story.reference);
    assertThat(page(story.user("head"), page).text())
        .contains("you, for yourself", "cannot be opened", OURS)
        .doesNotContain("Ask the nurse");

    desk.the(Seals.class).seal(story.reference, "sg-head", "sg-la");
    assertThat(page(story.user("manager"), page).text())
        .contains("The report is sealed, and the notes on this case with it.")
        .doesNotContain("prefers to be called", "Write a note");
    assertThat(page(story.user("head"), page).text()).doesNotContain("prefers to be called");
    assertThat(refused(story, "Words of the report")).contains("is sealed, and its notes with it");
    story
        .user("manager")
        .submitPage(page, page + "/case-notes/" + id + "/take-back", with())
        .expect(302);
    assertThat(
            rows.queryForObject(
                "select count(*) from review.case_note where case_reference = ?"
                    + " and sealed is not null",
                Integer.class,
                story.reference))
        .as("nothing is destroyed under a seal")
        .isEqualTo(2);
  }

  private static void write(Story story, String who, String text, String readers) {
    String page = "/case/" + story.reference;
    story
        .user(who)
        .submitPage(page, page + "/case-notes", with("text", text, "for", readers))
        .expect(302);
  }

  private static String refused(Story story, String text) {
    String page = "/case/" + story.reference;
    return story
        .user("manager")
        .submitPage(page, page + "/case-notes", with("text", text, "for", "me"))
        .expect(200)
        .text();
  }

  private static Document page(TasklistUser user, String page) {
    return Jsoup.parse(user.get(page).expect(200).text());
  }

  private List<String> trail(Story story) {
    return desk.the(AuditTrail.class).of(story.reference).stream()
        .map(AuditEntry::sentence)
        .toList();
  }

  /** The id of the note for colleagues. */
  private String shared(Story story) {
    return desk.the(JdbcTemplate.class)
        .queryForObject(
            "select id from review.case_note where case_reference = ? and for_colleagues",
            String.class,
            story.reference);
  }

  private List<String> rows(Story story, String sql) {
    return desk.the(JdbcTemplate.class)
        .query(
            sql,
            (row, number) -> {
              byte[] cell = row.getBytes(1);
              return cell == null ? "" : new String(cell, StandardCharsets.UTF_8);
            },
            story.reference);
  }
}
