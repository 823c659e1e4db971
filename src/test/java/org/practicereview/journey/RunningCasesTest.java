package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.deadlines.ClockState;
import org.practicereview.deadlines.Clocks;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("Cases that run already")
class RunningCasesTest extends StoryTest {

  private static final String PAGE = "/cases/running";
  private static final String SEND = PAGE + "/" + SOUTH_GLOUCESTERSHIRE;
  private static final LocalDate DAY = LocalDate.parse("2026-05-11");

  @ParameterizedTest(name = "at the stage {0}")
  @DisplayName("go on from their stage to the end of the journey")
  @ValueSource(
      strings = {
        "Publication",
        "Drafting",
        "Awaiting the Panel",
        "Review begun",
        "Rapid review",
        "Notified"
      })
  void goOn(String stage) {
    Desk.itIs(DAY);
    Story story = taken(row(stage, "Alex Madeup " + stage.replaceAll("[^a-z]", "")));
    if (stage.equals("Publication")) {
      sendReport(story);
    }
    if (List.of("Drafting", "Publication").contains(stage)) {
      story.writtenBy(RunningCasesTest::withoutFamily);
    }
    story.goesOnUntilTheEnd();
    story.hasEnded("practice-review-complete");
    invariantsHold(story);
  }

  @Test
  @DisplayName(
      "have clocks from the dates given, names where they belong, and a trail that says so")
  void takenIn() {
    Desk.itIs(DAY);
    Map<String, Object> row = row("Drafting", "Kim Notreal");
    row.put("Reference", "SG-2025-0900");
    row.put("Notification sent on", DAY.minusDays(20));
    row.put("Local authority aware on", DAY.minusDays(40));
    row.put("Incident on", DAY.minusDays(41));
    Story story = taken(row);

    assertThat(story.reference).isEqualTo("SG-2025-0900");
    assertThat(story.clock("serious-incident-notification").state()).isEqualTo(ClockState.MET_LATE);
    assertThat(story.clock("rapid-review").state()).isEqualTo(ClockState.MET);
    assertThat(story.clock("practice-review").dueOn())
        .isEqualTo(desk.the(Clocks.class).calendar().plus(DAY.minusDays(4).plusMonths(6), 0));
    assertThat(desk.the(CasePeople.class).reviewers(story.reference))
        .containsExactly("sg-reviewer");
    story.trailTells(
        "was taken in at the stage \"Drafting\" from the spreadsheet \"cases.xlsx\", row 2");
    assertThat(story.page("manager")).contains("Kim Notreal", "Cedar");
    assertThat(story.page("executive")).doesNotContain("Kim Notreal");
    assertThat(desk.user("es-manager").get("/case/" + story.reference).status()).isEqualTo(404);
    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    assertThat(rows.queryForList("select content from review.intake", byte[].class))
        .containsOnlyNulls();
    assertThat(
            rows.queryForList(
                "select sentence from review.audit_entry where case_reference = ?",
                String.class,
                story.reference))
        .noneMatch(line -> line.contains("Notreal"));
    invariantsHold(story);
  }

  @Test
  @DisplayName("are taken in by the business manager of the partnership alone")
  void access() {
    Desk.itIs(DAY);
    for (String who : List.of("sg-head", "sg-la", "sg-executive", "sg-oversight", "sg-reviewer")) {
      desk.user(who).get(PAGE).expect(403);
      desk.user(who).get(SEND + "/template.xlsx").expect(403);
      desk.user(who).uploads("/cases", SEND, "spreadsheet", "cases.xlsx", new byte[0]).expect(403);
    }
    desk.user("es-manager").get(SEND + "/template.xlsx").expect(403);
    desk.user("es-manager").uploads(PAGE, SEND, "spreadsheet", "c.xlsx", new byte[0]).expect(403);
    desk.visitor().get(PAGE).expect(302);
    Document report = send(workbook(row("Notified", "Lee Unreal")));
    String take = report.select("form[action*=/take/]").attr("action");
    desk.user("es-manager").submitPage(PAGE, take, with()).expect(404);
    desk.user("sg-head").submitPage("/my-work", take, with()).expect(403);
  }

  @Test
  @DisplayName("are told with every fault by row and column, and none is taken until all is right")
  void findings() {
    Desk.itIs(DAY);
    int before = desk.the(CaseFiles.class).of(SOUTH_GLOUCESTERSHIRE).size();
    Map<String, Object> wrong = row("Drafting", "Jo Notreal");
    wrong.put("Reference", "SG-JO-1");
    wrong.put("Incident on", "31/02/2026");
    wrong.put("Notification sent on", DAY.plusDays(2));
    wrong.put("Agencies", "police; helth");
    wrong.put("Reviewer", "Nobody Known");
    wrong.put("Pseudonym", "");
    Map<String, Object> early = row("Notified", "Jo Notreal");
    early.put("Review decided on", DAY);
    early.put("Local authority aware on", DAY.minusDays(30));
    Map<String, Object> nameless = row("Sometime", "");
    Document report = send(workbook(wrong, early, nameless));

    assertThat(findings(report))
        .contains(
            "2 Reference A reference must not name anyone. Put right",
            "2 Incident on This date does not exist. Put right",
            "2 Notification sent on This day must be today or in the past. Put right",
            "2 Pseudonym Enter the pseudonym. It is needed at this stage. Put right")
        .anyMatch(line -> line.startsWith("2 Agencies \"helth\" is not in the profile"))
        .anyMatch(line -> line.startsWith("2 Reviewer No account with the role"))
        .anyMatch(line -> line.startsWith("3 Review decided on At the stage Notified this has not"))
        .anyMatch(line -> line.startsWith("3 Local authority aware on 11 April 2026 is before"))
        .anyMatch(line -> line.startsWith("4 Stage Choose one of these: Notified, Rapid review"));
    assertThat(report.select("form[action*=/take/]")).isEmpty();
    assertThat(desk.the(CaseFiles.class).of(SOUTH_GLOUCESTERSHIRE)).hasSize(before);

    assertThat(findings(send("No workbook".getBytes()))).isEmpty();
    assertThat(Jsoup.parse(desk.user("sg-manager").get(PAGE).text()).text())
        .contains("is of a kind");
  }

  @Test
  @DisplayName("are not taken in twice, and a child who is known is to be looked at")
  void twice() {
    Desk.itIs(DAY);
    Map<String, Object> row = row("Awaiting the Panel", "Sam Invention");
    row.put("Reference", "OLD-77");
    row.put("Next statutory date", DAY.plusDays(1));
    byte[] file = workbook(row);
    Document report = send(file);
    assertThat(findings(report)).anyMatch(line -> line.contains("No date of law or guidance runs"));
    String take = report.select("form[action*=/take/]").attr("action");
    TasklistUser manager = desk.user("sg-manager");
    manager.submitPage(PAGE, take, with()).expect(302);
    assertThat(text(manager)).contains("Look at what was found first");
    manager.submitPage(PAGE, take, with("looked", "true")).expect(302);
    assertThat(text(manager)).contains("1 case was taken in", "OLD-77");
    manager.submitPage(PAGE, take, with("looked", "true")).expect(404);

    send(file);
    assertThat(text(manager)).contains("were taken in before");
    Map<String, Object> again = row("Awaiting the Panel", "Invention, Sam");
    assertThat(findings(send(workbook(again))))
        .anyMatch(line -> line.contains("OLD-77 is about a child of the same name"));
    again.put("Reference", "old-77");
    assertThat(findings(send(workbook(again, again))))
        .anyMatch(line -> line.contains("There is a case with this reference"))
        .anyMatch(line -> line.startsWith("3 Reference Row 2 has the same reference"))
        .anyMatch(line -> line.startsWith("3 Child's name Row 2 has the same child"));
  }

  @Test
  @DisplayName("are written into a template with headings, choices, guidance and an example")
  void template() throws IOException {
    byte[] file = desk.user("sg-manager").download(SEND + "/template.xlsx");
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
          .containsExactly("Cases", "Stages", "Example", "How to fill it in");
    }
    assertThat(findings(send(file))).anyMatch(line -> line.contains("There is no case below"));
  }

  /** The report was signed off on paper: no one publishes before it is here. */
  private void sendReport(Story story) {
    String path = PAGE + "/report/" + story.reference;
    byte[] report =
        Base64.getDecoder()
            .decode(ReportFile.uploaded("A report of an invented case.").get(0).get("content"));
    desk.user("es-manager").uploads(PAGE, path, "report", "report.pdf", report).expect(404);
    story.user("head").uploads("/my-work", path, "report", "report.pdf", report).expect(403);
    TasklistUser manager = story.user("manager");
    manager.uploads(PAGE, path, "report", "report.txt", "No".getBytes()).expect(302);
    assertThat(text(manager)).contains("The report must be a PDF", "Report of " + story.reference);
    manager.uploads(PAGE, path, "report", "report.pdf", report).expect(302);
    assertThat(text(manager)).contains("was filed").doesNotContain("Report of " + story.reference);
    story.trailTells("The report that was signed off before the case was taken in was filed");
  }

  /** Where the family was written to before, the service knows no one to tell. */
  private static Map<String, Object> withoutFamily(Map<String, Object> answers) {
    if (!answers.containsKey("familyToldOfDay")) {
      return answers;
    }
    Map<String, Object> changed = new LinkedHashMap<>(answers);
    changed.keySet().removeIf(key -> key.startsWith("family"));
    changed.put("familyToldOfDay", "could-not-be-reached");
    changed.put("familyNotReadReasons", "The reviewer told them before.");
    return changed;
  }

  private Story taken(Map<String, Object> row) {
    TasklistUser manager = desk.user("sg-manager");
    Document report = send(workbook(row));
    String take = report.select("form[action*=/take/]").attr("action");
    assertThat(take).as(report.text()).isNotEmpty();
    manager.submitPage(PAGE, take, with("looked", "true")).expect(302);
    Document done = Jsoup.parse(manager.get(PAGE).expect(200).text());
    Story story = story(SOUTH_GLOUCESTERSHIRE, DAY.toString());
    story.reference = done.select("a.govuk-notification-banner__link").text();
    assertThat(story.reference).as(done.text()).isNotEmpty();
    desk.runJobs(story.reference);
    return story;
  }

  private Document send(byte[] file) {
    return Jsoup.parse(
        desk.user("sg-manager").uploads(PAGE, SEND, "spreadsheet", "cases.xlsx", file).text());
  }

  private static List<String> findings(Document report) {
    return report.select("table:has(caption:contains(What was found)) tbody tr").eachText();
  }

  private static String text(TasklistUser user) {
    return Jsoup.parse(user.get(PAGE).expect(200).text()).text();
  }

  /** What a sheet says of a case at a stage. */
  private static Map<String, Object> row(String stage, String child) {
    List<String> stages =
        List.of(
            "Notified",
            "Rapid review",
            "Awaiting the Panel",
            "Review begun",
            "Drafting",
            "Publication");
    int place = stages.indexOf(stage);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("Reference", "");
    row.put("Stage", stage);
    row.put("Child's name", child);
    row.put("Child's date of birth", DAY.minusYears(3));
    row.put("Pseudonym", place >= 4 ? "Cedar" : "");
    row.put("Incident on", DAY.minusDays(12));
    row.put("Local authority aware on", DAY.minusDays(11));
    row.put("Notification sent on", DAY.minusDays(7));
    row.put("Notification reference", "SIN-1");
    row.put("Agencies", "police");
    row.put("Rapid review report sent on", place >= 2 ? DAY.minusDays(5) : "");
    row.put("Review decided on", place >= 3 ? DAY.minusDays(4) : "");
    row.put("Reviewer", place >= 4 ? "sg-reviewer" : "");
    row.put("Report signed off on", place >= 5 ? DAY.minusDays(2) : "");
    row.put("Publication planned on", "");
    row.put("Next statutory date", "");
    return row;
  }

  @SafeVarargs
  private static byte[] workbook(Map<String, Object>... rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Cases");
      List<String> headings = new ArrayList<>(rows[0].keySet());
      for (int column = 0; column < headings.size(); column++) {
        sheet.value(0, column, headings.get(column));
        for (int row = 0; row < rows.length; row++) {
          Object value = rows[row].get(headings.get(column));
          if (value instanceof LocalDate date) {
            sheet.value(row + 1, column, date);
            sheet.style(row + 1, column).format("dd/mm/yyyy").set();
          } else {
            sheet.value(row + 1, column, (String) value);
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
