package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.actionplan.ActionPlans;
import org.practicereview.actionplan.ActionState;
import org.practicereview.actionplan.PlannedAction;
import org.practicereview.requirements.Requirement;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("National reviews in the partnerships")
class NationalReviewsTest extends StoryTest {

  private static final String PAGE = "/national-reviews";
  private static final String FIRST = "1. Share what is known of violence at home.";
  private static final String SECOND = "2b. Ask what a day is like for the child.";
  private static final String TO_OTHERS = "Fund the training of health visitors.";

  @Test
  @Requirement("R-153")
  @DisplayName("are entered once, and get actions that are followed like a partnership's own")
  void enteredOnce() throws IOException {
    String title = "Violence at home, a thematic review";
    Story story = entered(SOUTH_GLOUCESTERSHIRE, "2026-05-11", title);
    Story essex = answeredBy(story, ESSEX);
    Story staffordshire = answeredBy(story, STAFFORDSHIRE);
    for (Story one : List.of(story, essex, staffordshire)) {
      assertThat(one.open()).containsExactly("considerRecommendations");
    }
    assertThat(story.user("manager").get("/cases?words=" + story.reference).expect(200).text())
        .as("it is no case")
        .doesNotContain("/case/" + story.reference);

    story
        .tries(
            "subgroup",
            "considerRecommendations",
            with("consideredFindings", List.of(considered(FIRST, "act"))))
        .expect(400);
    story.does(
        "subgroup",
        "considerRecommendations",
        with(
            "consideredFindings",
            List.of(considered(FIRST, "act"), considered(SECOND, "not-here"))));
    assertThat(story.open()).containsExactly("agreeActionPlan");
    story.tries("manager", "agreeActionPlan", with("actions", List.of(action("N2")))).expect(400);
    story
        .does("manager", "agreeActionPlan", with("actions", List.of(action("N1"))))
        .does("executive", "approveActionPlan");
    assertThat(story.letters("postpublication/action-given")).hasSize(1);

    story.on("2026-08-03");
    assertThat(list(story, "manager")).contains(story.reference, "late");
    assertThat(list(essex, "manager")).doesNotContain(story.reference);
    assertThat(story.letters("postpublication/action-overdue")).hasSize(1);
    String page = page(story, "executive");
    assertThat(page)
        .contains(
            title,
            "Something has to be done here",
            "It does not concern this area",
            "Addressed to others",
            TO_OTHERS,
            "Overdue",
            "The national review was opened for South Gloucestershire");
    assertThat(learning(story, "executive")).contains(title + " 1 ", " Yes 1 0 0");
    assertThat(learning(essex, "executive")).contains(title + " 1 ", " Not yet 0 0 0");
    assertThat(Jsoup.parse(story.user("executive").get(PAGE).expect(200).text()).text())
        .contains(title + " " + story.reference + " Mon 20 Apr 2026 2 Yes 1 1");

    story
        .does("author-police", "reportOnAction")
        .does("subgroup", "reviewActionEvidence")
        .does("executive", "confirmActionComplete")
        .goesOnUntilTheEnd();
    story.hasEnded("national-review-answered");
    assertThat(desk.the(ActionPlans.class).of(story.reference))
        .extracting(PlannedAction::state)
        .containsExactly(ActionState.COMPLETE);
    assertThat(sheet("sg-manager", 2026))
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains(
                        title,
                        FIRST,
                        "Something has to be done here",
                        "South Gloucestershire police",
                        "Complete"))
        .anySatisfy(
            row -> assertThat(row).contains(title, SECOND, "It does not concern this area", "None"))
        .noneSatisfy(row -> assertThat(row.toString()).contains(TO_OTHERS));
    assertThat(sheet("es-manager", 2026))
        .filteredOn(row -> row.contains(title))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).contains("Not decided yet"));
    invariantsHold(story);

    // Where nothing is to be done, the executive says so, and not those who considered it.
    nothingToDo(essex);
    nothingToDo(staffordshire);
    assertThat(page(essex, "manager")).contains("It has been done here already", "Closed");
  }

  @Test
  @DisplayName("are taken only whole and once, and lose nothing that was typed")
  void refused() {
    Desk.itIs(LocalDate.of(2026, 6, 1));
    TasklistUser manager = desk.user("sg-manager");
    int before = count();
    Map<String, Object> wrong = entry("What was typed");
    wrong.put("dateOfPublication", "2026-06-02");
    wrong.put("foundAt", "gov.uk");
    wrong.put("recommendations[1].number", "1");
    wrong.put("recommendations[2].addressed", "");
    assertThat(send(manager, wrong))
        .contains(
            "There is a problem",
            "Date of publication must be today or in the past",
            "beginning with https://",
            "Recommendation in row 2: another row has the number 1",
            "Recommendation in row 3: choose to whom it is addressed",
            "What was typed");
    Map<String, Object> none = entry("To others alone");
    none.put("recommendations[0].addressed", "others");
    none.put("recommendations[1].addressed", "others");
    assertThat(send(manager, none)).contains("Enter at least one recommendation");
    Map<String, Object> more = entry("More rows");
    more.put("more", "rows");
    assertThat(send(manager, more)).contains("More rows", "Row 7").doesNotContain("Row 8");
    assertThat(count()).isEqualTo(before);

    Story story = entered(SOUTH_GLOUCESTERSHIRE, "2026-06-01", "Once and not twice");
    Map<String, Object> again = entry("ONCE and not twice");
    again.put("foundAt", "https://other.example/review");
    assertThat(send(manager, again)).contains("has been entered already");
    assertThat(count()).isEqualTo(before + 1);

    Map<String, Object> corrected = entry("Once and not twice");
    corrected.put("recommendations[0].words", "Share it on the same day.");
    String place = PAGE + "/" + story.reference + "/correct";
    Story essex = answeredBy(story, ESSEX);
    desk.user("es-manager").get(PAGE + "/" + essex.reference + "/correct").expect(403);
    manager.submitPage(place, place, corrected).expect(302);
    assertThat(page(essex, "manager")).contains("Share it on the same day.");
    nothingToDo(essex, "1. Share it on the same day.");
    manager.get(place).expect(403);
    nothingToDo(story, "1. Share it on the same day.");
    nothingToDo(answeredBy(story, STAFFORDSHIRE), "1. Share it on the same day.");
  }

  @Test
  @DisplayName("are seen by those who see every case of the partnership, and by no one else")
  void access() {
    Story story = entered(SOUTH_GLOUCESTERSHIRE, "2026-06-08", "Who may see it");
    String own = PAGE + "/" + story.reference;
    for (String who : List.of("sg-manager", "sg-auditor", "sg-executive", "sg-learning")) {
      desk.user(who).get(own).expect(200);
      desk.user(who).get(PAGE).expect(200);
    }
    for (String who : List.of("sg-author-police", "sg-reviewer", "es-manager", "modeller")) {
      for (String path : List.of(own, own + "/correct", "/case/" + story.reference + "/plan")) {
        assertThat(desk.user(who).get(path).status()).as(who + path).isIn(403, 404);
      }
    }
    assertThat(desk.user("sg-author-police").get(PAGE).status()).isEqualTo(403);
    assertThat(desk.user("es-manager").get(PAGE).expect(200).text())
        .doesNotContain(story.reference);
    assertThat(desk.user("sg-executive").get(PAGE + "/new").status()).isEqualTo(403);
    desk.user("es-manager").get(PAGE + "?partnership=" + SOUTH_GLOUCESTERSHIRE).expect(404);
    // It is no case: what can happen in a case cannot happen to it.
    for (String action : List.of("reopening", "events/complaint", "withdrawal", "people")) {
      Map<String, Object> sent = with("facts", "New facts", "reasons", "None", "who", "a/b/c");
      assertThat(
              desk.user("sg-head")
                  .submitPage("/cases", "/case/" + story.reference + "/" + action, sent)
                  .status())
          .as(action)
          .isEqualTo(403);
    }
    Map<String, Object> entry = entry("By someone else");
    int before = count();
    for (String who : List.of("es-manager", "sg-executive")) {
      assertThat(desk.user(who).submitPage("/cases", PAGE, entry).status()).as(who).isEqualTo(403);
    }
    assertThat(count()).isEqualTo(before);
    for (String partnership : List.of(SOUTH_GLOUCESTERSHIRE, ESSEX, STAFFORDSHIRE)) {
      nothingToDo(answeredBy(story, partnership));
    }
  }

  private void nothingToDo(Story story) {
    nothingToDo(story, FIRST);
  }

  private void nothingToDo(Story story, String first) {
    Map<String, Object> done =
        with("consideredFindings", List.of(considered(first, "done"), considered(SECOND, "done")));
    story
        .does("manager", "considerRecommendations", done)
        .does("executive", "confirmNothingToDo", with("noActionConfirmed", false))
        .does("subgroup", "considerRecommendations", done)
        .does("executive", "confirmNothingToDo");
    story.hasEnded("national-review-answered");
  }

  private Story entered(String partnership, String day, String title) {
    Story story = story(partnership, day);
    desk.user("sg-manager").submitPage(PAGE + "/new", PAGE, entry(title)).expect(302);
    story.reference = reference(title, partnership);
    desk.runJobs(story.reference);
    return story;
  }

  private Story answeredBy(Story other, String partnership) {
    Story story = new Story(desk, partnership, Desk.today().toString());
    story.reference =
        other.reference.replaceFirst(
            "^[A-Z]+",
            Map.of(SOUTH_GLOUCESTERSHIRE, "SG", ESSEX, "ES", STAFFORDSHIRE, "ST").get(partnership));
    return story;
  }

  private String reference(String title, String partnership) {
    return jdbc()
        .sql(
            """
            select a.case_reference from review.national_answer a
            join review.national_review r on r.id = a.review
            join review.case_file f on f.reference = a.case_reference
            where r.title = ? and f.partnership = ?""")
        .params(title, partnership)
        .query(String.class)
        .single();
  }

  private int count() {
    return jdbc().sql("select count(*) from review.national_review").query(Integer.class).single();
  }

  private JdbcClient jdbc() {
    return desk.the(JdbcClient.class);
  }

  private static String send(TasklistUser manager, Map<String, Object> entry) {
    return Jsoup.parse(manager.submitPage(PAGE + "/new", PAGE, entry).expect(200).text())
        .select("main")
        .outerHtml();
  }

  private static Map<String, Object> entry(String title) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("partnership", SOUTH_GLOUCESTERSHIRE);
    entry.put("title", title);
    entry.put("publisher", "Child Safeguarding Practice Review Panel");
    entry.put("dateOfPublication", "2026-04-20");
    entry.put("foundAt", "https://panel.example/" + title.toLowerCase().replace(' ', '-'));
    row(entry, 0, "1", FIRST.substring(3), "local");
    row(entry, 1, "2b", SECOND.substring(4), "local");
    row(entry, 2, "3", TO_OTHERS, "others");
    return entry;
  }

  private static void row(
      Map<String, Object> entry, int at, String number, String words, String addressed) {
    String row = "recommendations[" + at + "].";
    entry.put(row + "number", number);
    entry.put(row + "words", words);
    entry.put(row + "themes", List.of("sharing-information", "child-daily-life"));
    entry.put(row + "addressed", addressed);
  }

  private static Map<String, Object> considered(String text, String view) {
    return with(
        "findingText", text, "findingView", view, "findingReasons", "An audit in the spring.");
  }

  private static Map<String, Object> action(String recommendation) {
    return with(
        "actionRecommendation", recommendation,
        "actionText", "Agree how a worry about violence at home is passed on.",
        "actionAgency", "police",
        "actionOwnerRole", "Head of public protection",
        "actionStartOn", "today",
        "actionDueOn", "today+60",
        "actionOutcome", "It is passed on the same day.",
        "actionImpactMeasure", "An audit of twenty records.");
  }

  private static String list(Story story, String who) {
    return Jsoup.parse(story.user(who).get("/lists?of=actions").expect(200).text()).text();
  }

  private static String learning(Story story, String who) {
    return Jsoup.parse(story.user(who).get("/learning").expect(200).text()).text();
  }

  private static String page(Story story, String who) {
    return Jsoup.parse(story.user(who).get(PAGE + "/" + story.reference).expect(200).text()).text();
  }

  private List<List<String>> sheet(String who, int year) throws IOException {
    byte[] file = desk.user(who).download("/learning/yearly-report.xlsx?year=" + year);
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      workbook
          .findSheet("National reviews")
          .orElseThrow()
          .read()
          .forEach(
              row ->
                  rows.add(row.stream().map(cell -> cell == null ? "" : cell.getText()).toList()));
    }
    return rows;
  }
}
