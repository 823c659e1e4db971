package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The yearly report of a partnership")
class YearlyReportTest extends StoryTest {

  private static final String REPORT = "/learning/yearly-report";
  private static final String WORDS = "Ask who lives in the home.";
  private static final String ACTION = "Add the question to the first visit.";
  private static final String IMPACT = "Two children were found who no one knew of.";
  private static final String GONE_AGENCY = "clinical-commissioning";
  private static final String UNPUBLISHED = "Nothing of this may be read.";

  private JdbcClient jdbc;

  @BeforeEach
  void aYear() {
    jdbc = desk.the(JdbcClient.class);
    Desk.itIs(LocalDate.of(2019, 5, 1));
    for (int number = 1; number <= 6; number++) {
      String reference = caseWith("YR-" + number, STAFFORDSHIRE);
      given(reference, "submit-notification", "", "2019-05-01", with());
      given(reference, "submit-notification", "", "2019-05-02", with());
      if (number < 3) {
        given(reference, "send-rapid-review", "", "2020-03-31", with());
      }
      given(
          reference,
          "prepare-rapid-review-report",
          "",
          "2019-05-03",
          with(
              "findingThemes", number < 6 ? List.of("neglect", "disability") : List.of("neglect")));
    }
    given("YR-1", "submit-notification", "", "2020-04-01", with());
    plan("YR-1", "consider-alternative-review", WORDS, ACTION);
    plan("YR-2", "complete-contents", UNPUBLISHED, UNPUBLISHED);
    publishedBrief("YR-2");
    plan(caseWith("YR-7", STAFFORDSHIRE), "consider-alternative-review", "Sealed.", "Sealed.");
    jdbc.sql("insert into review.seal values ('YR-7', 'one', 'two', current_timestamp)").update();
    plan(caseWith("YR-8", ESSEX), "consider-alternative-review", "Elsewhere.", "Elsewhere.");
    Desk.itIs(LocalDate.of(2026, 3, 2));
  }

  @AfterEach
  void removed() {
    for (String table :
        List.of("published_item", "plan_action", "case_theme", "seal", "form_answers")) {
      jdbc.sql("delete from review." + table + " where case_reference like 'YR-%'").update();
    }
    jdbc.sql("delete from review.case_file where reference like 'YR-%'").update();
  }

  @Test
  @DisplayName("comes with a sheet for the case review tracker, which quotes nothing")
  void tracker() throws Exception {
    String sheet = "/learning/case-review-tracker.xlsx";
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(desk.user("st-manager").download(sheet)))) {
      workbook
          .getFirstSheet()
          .read()
          .forEach(
              row ->
                  rows.add(row.stream().map(cell -> cell == null ? "" : cell.getText()).toList()));
    }
    assertThat(rows.get(1)).contains("Local reference", "Type of review", "Publication link");
    assertThat(rows)
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains("YR-1", "Disabled children and complex needs, Neglect")
                    .contains("Not held in this service", "Not decided"))
        .anySatisfy(row -> assertThat(row).contains("YR-2", "Learning brief published"))
        .anySatisfy(
            row -> assertThat(row).contains("YR-7").noneMatch(cell -> cell.endsWith(" complete")))
        .noneSatisfy(row -> assertThat(row).contains("YR-8"));
    assertThat(rows.toString()).doesNotContain(WORDS, ACTION, "Sealed.");
    assertThat(rows.stream().filter(row -> row.contains("YR-1")).findFirst().orElseThrow())
        .contains("1 of 2 complete");
    for (String outsider : List.of("st-oversight", "st-executive", "st-author-police")) {
      desk.user(outsider).get(sheet).expect(403);
    }
    desk.user("sg-manager").get(sheet + "?partnership=staffordshire").expect(404);
  }

  @Test
  @DisplayName("holds figures, recommendations with what difference they made, what does not move")
  void document() throws Exception {
    byte[] file = desk.user("st-manager").download(REPORT + ".docx?year=2019");
    String text = text(file);
    assertThat(text)
        .contains(
            "reviews in 2019/20",
            "Serious incident notifications made6",
            "Rapid reviews sent to the Panelfewer than 5",
            "Neglect6",
            "Disabled children and complex needs5",
            WORDS,
            ACTION,
            IMPACT,
            GONE_AGENCY,
            "What is not moving",
            "It waits for the new computer.",
            "Not given: the report is not published")
        .doesNotContain("YR-", UNPUBLISHED, "Sealed.", "Elsewhere.");
  }

  @Test
  @DisplayName("counts what a person counts by hand, each of three partnerships by itself")
  void eachPartnership() throws Exception {
    Desk.itIs(LocalDate.of(2019, 5, 1));
    for (int number = 1; number <= 9; number++) {
      String own = caseWith("YR-SG-" + number, SOUTH_GLOUCESTERSHIRE);
      given(own, "submit-notification", "", "2019-06-03", with());
      if (number > 2) {
        given(own, "send-rapid-review", "", "2019-06-24", with());
      }
      if (number <= 5) {
        given(own, "prepare-rapid-review-report", "", "2019-06-20", themes("sharing-information"));
        String other = caseWith("YR-ES-" + number, ESSEX);
        given(other, "submit-notification", "", "2020-03-31", with());
        // The year ends on 31 March.
        given(other, "send-rapid-review", "", "2020-04-01", with());
      }
    }
    // What answers a national review is no case, and is counted nowhere as one.
    String file = caseWith("YR-ES-6", ESSEX);
    jdbc.sql("update review.case_file set kind = 'national-review' where reference = ?")
        .param(file)
        .update();
    given(file, "submit-notification", "", "2020-03-31", with());
    Desk.itIs(LocalDate.of(2026, 3, 2));
    String year = ".docx?year=2019";
    assertThat(text(desk.user("sg-manager").download(REPORT + year)))
        .contains(
            "Serious incident notifications made9",
            "Rapid reviews sent to the Panel7",
            "Sharing information in a timely and appropriate way5")
        .doesNotContain("Neglect6");
    assertThat(text(desk.user("es-manager").download(REPORT + year)))
        .contains("Serious incident notifications made5", "Rapid reviews sent to the Panel0");
    assertThat(text(desk.user("st-manager").download(REPORT + year)))
        .contains("Serious incident notifications made6", "Neglect6");
  }

  private static Map<String, Object> themes(String theme) {
    return with("findingThemes", List.of(theme));
  }

  @Test
  @DisplayName("is a workbook, too, with a sheet for each table")
  void workbook() throws Exception {
    byte[] file = desk.user("st-manager").download(REPORT + ".xlsx?year=2019");
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
          .containsExactly(
              "Kept to time",
              "Decisions and steps",
              "Themes",
              "Recommendations and actions",
              "National reviews",
              "What is not moving");
      List<String> cells = new ArrayList<>();
      List<Row> rows = workbook.getSheet(3).orElseThrow().read();
      rows.forEach(row -> row.forEach(cell -> cells.add(cell == null ? "" : cell.getRawValue())));
      assertThat(cells).contains(WORDS, IMPACT, "Complete").doesNotContain(UNPUBLISHED);
    }
  }

  @Test
  @DisplayName("is given to those alone who may judge what may leave the partnership")
  void access() {
    for (String type : List.of(".docx", ".xlsx")) {
      for (String who : List.of("st-subgroup", "st-oversight", "st-author-police", "st-reviewer")) {
        assertThat(desk.user(who).get(REPORT + type).status()).as(who).isEqualTo(403);
      }
      desk.user("st-manager").get(REPORT + type + "?partnership=essex").expect(404);
    }
    assertThat(desk.user("st-manager").get("/learning").text()).contains(REPORT);
    assertThat(desk.user("st-subgroup").get("/learning").text()).doesNotContain(REPORT);
  }

  private static String text(byte[] docx) throws Exception {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (part.getName().equals("word/document.xml")) {
          return DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(zip.readAllBytes()))
              .getDocumentElement()
              .getTextContent();
        }
      }
    }
    throw new AssertionError("It has no text");
  }

  /** A brief may be public where the report is kept back. */
  private void publishedBrief(String reference) {
    jdbc.sql(
            """
            insert into review.published_item (id, case_reference, partnership, kind, title,
              summary, published_on, published_at, published_by, earliest_removal_on)
            values (?, ?, ?, 'learning-brief', 'A brief', 'It is short.', ?, current_timestamp,
              'st-manager', ?)""")
        .params(
            "brief-" + reference,
            reference,
            STAFFORDSHIRE,
            LocalDate.of(2019, 6, 1),
            LocalDate.of(2020, 6, 1))
        .update();
  }

  private void plan(String reference, String form, String words, String action) {
    given(
        reference,
        form,
        "",
        "2019-05-04",
        with(
            "recommendations",
            List.of(with("recommendationNumber", 1, "recommendationText", words))));
    given(
        reference,
        "agree-action-plan",
        "",
        "2019-05-05",
        with(
            "actions",
            List.of(
                action(action, "police", "2019-09-01"),
                action(action, GONE_AGENCY, "2019-06-01"))));
    given(
        reference,
        "approve-action-plan",
        "",
        "2019-05-06",
        with("planApproved", true, "planApprovedOn", "2019-05-06"));
    given(
        reference,
        "report-on-action",
        "item:action-1",
        "2019-08-01",
        with("actionComplete", true, "actionImpact", IMPACT));
    given(
        reference,
        "review-action-evidence",
        "item:action-1",
        "2019-08-02",
        with("evidenceAccepted", true));
    given(
        reference,
        "report-on-action",
        "item:action-2",
        "2019-08-01",
        with("actionComplete", false, "actionProgress", "It waits for the new computer."));
  }

  private static Map<String, Object> action(String text, String agency, String due) {
    return with(
        "actionRecommendation",
        "1",
        "actionText",
        text,
        "actionAgency",
        agency,
        "actionDueOn",
        due);
  }

  private void given(
      String reference, String form, String scope, String day, Map<String, Object> values) {
    desk.the(Answers.class)
        .store(
            new FormAnswers(
                reference,
                form,
                "",
                "test",
                scope,
                values,
                "st-manager",
                LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));
  }

  private String caseWith(String reference, String partnership) {
    jdbc.sql(
            """
            insert into review.case_file (reference, partnership, partnership_name, guidance, state,
              opened_at, opened_by)
            values (?, ?, 'Example', '2023', 'closed', current_timestamp, 'test')""")
        .params(reference, partnership)
        .update();
    return reference;
  }
}
