package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.practicereview.casefile.CaseReach;
import org.practicereview.oversight.ReportYear;
import org.practicereview.oversight.Timeliness;
import org.practicereview.oversight.Timeliness.Kept;
import org.practicereview.oversight.Timeliness.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Oversight")
class OversightTest extends StoryTest {

  private static final ReportYear YEAR = new ReportYear(2020);
  private static final String SIN = "serious-incident-notification";
  private static final String RETURN = "agency-return";

  private JdbcClient jdbc;

  /** A year of cases, long before those of other stories. */
  @BeforeEach
  void aYearOfCases() {
    jdbc = desk.the(JdbcClient.class);
    // South Gloucestershire: six notifications in time, five late, one called off, one in 2019/20.
    for (int number = 1; number <= 6; number++) {
      caseWith("OV-SG-" + number, SOUTH_GLOUCESTERSHIRE)
          .clock(SIN, "", "2020-05-0" + number, "2020-05-11", "2020-05-08", "MET");
    }
    for (int number = 7; number <= 9; number++) {
      caseWith("OV-SG-" + number, SOUTH_GLOUCESTERSHIRE)
          .clock(SIN, "", "2021-02-0" + number, "2021-02-16", "2021-02-18", "MET_LATE");
    }
    caseWith("OV-SG-10", SOUTH_GLOUCESTERSHIRE)
        .clock(SIN, "", "2021-03-22", "2021-03-29", "2021-04-06", "MET_LATE")
        .because("EXPLAINED", "The police gave the facts late.")
        .because("RECALCULATED", "A bank holiday was proclaimed.")
        .clock(RETURN, "police", "2021-03-22", "2021-03-29", "2021-03-30", "MET_LATE")
        .clock(RETURN, "health-icb", "2021-03-22", "2021-03-29", "2021-03-29", "MET");
    caseWith("OV-SG-11", SOUTH_GLOUCESTERSHIRE)
        .clock(SIN, "", "2021-03-24", "2021-03-31", null, "RUNNING");
    caseWith("OV-SG-12", SOUTH_GLOUCESTERSHIRE)
        .clock(SIN, "", "2020-09-01", "2020-09-08", "2020-09-03", "CANCELLED");
    caseWith("OV-SG-13", SOUTH_GLOUCESTERSHIRE)
        .clock(SIN, "", "2020-03-23", "2020-03-30", "2020-03-30", "MET");
    caseWith("OV-ES-1", ESSEX).clock(SIN, "", "2020-05-04", "2020-05-12", "2020-05-13", "MET_LATE");
    caseWith("OV-ST-1", STAFFORDSHIRE)
        .clock(SIN, "", "2020-05-04", "2020-05-12", "2020-05-12", "MET");
  }

  @AfterEach
  void removed() {
    jdbc.sql(
            "delete from review.clock_change where clock_id in (select id from review.clock"
                + " where case_reference like 'OV-%')")
        .update();
    jdbc.sql("delete from review.clock where case_reference like 'OV-%'").update();
    jdbc.sql("delete from review.case_file where reference like 'OV-%'").update();
  }

  @Test
  @DisplayName("counts what a person counts by hand, each partnership by itself")
  void figures() {
    assertThat(notifications(SOUTH_GLOUCESTERSHIRE).quarters())
        .containsExactly(
            new Kept(6, 0, 0), new Kept(0, 0, 0), new Kept(0, 0, 0), new Kept(0, 5, 0));
    assertThat(notifications(SOUTH_GLOUCESTERSHIRE).year()).isEqualTo(new Kept(6, 5, 0));
    assertThat(notifications(SOUTH_GLOUCESTERSHIRE).year().percent()).isEqualTo(55);
    assertThat(notifications(SOUTH_GLOUCESTERSHIRE).before()).isEqualTo(new Kept(1, 0, 0));
    assertThat(notifications(ESSEX).year()).isEqualTo(new Kept(0, 1, 0));
    assertThat(notifications(STAFFORDSHIRE).year()).isEqualTo(new Kept(1, 0, 0));
  }

  @Test
  @DisplayName("never says that all was in time, or nothing, when it was not")
  void rounding() {
    assertThat(new Kept(999, 1, 0).percent()).isEqualTo(99);
    assertThat(new Kept(1, 999, 0).percent()).isEqualTo(1);
    assertThat(new Kept(3, 0, 2).percent()).isEqualTo(100);
  }

  @Test
  @DisplayName("shows a manager the figures, the cases behind each, agencies and time taken")
  void shown() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-02");
    String page = story.user("manager").get("/oversight?year=2020").expect(200).text();

    assertThat(page)
        .contains(
            "6 of 11 in time (55%)",
            "the year before, 1 of 1 in time (100%)",
            "April to June 2020",
            "2020/21",
            "South Gloucestershire police")
        .doesNotContain("OV-ES-1");
    String late =
        story
            .user("manager")
            .get("/oversight/cases?rule=" + SIN + "&kept=late&year=2020&quarter=4")
            .expect(200)
            .text();
    assertThat(late)
        .contains(
            "OV-SG-10", "8 days late", "The police gave the facts late.", "OV-SG-11", "not yet")
        .doesNotContain("OV-SG-1\"", "OV-SG-12", "OV-ES-1");
    assertThat(
            story
                .user("executive")
                .get("/oversight/cases?rule=" + SIN + "&kept=late&year=2020&quarter=4")
                .expect(200)
                .text())
        .as("who may not know the child reads no reasons")
        .contains("OV-SG-10")
        .doesNotContain("The police gave the facts late.");
    assertThat(
            story
                .user("manager")
                .get("/oversight/cases?rule=" + RETURN + "&kept=late&year=2020&agency=police")
                .expect(200)
                .text())
        .contains("OV-SG-10", "1 day late");
  }

  @Test
  @DisplayName("draws the figures, to be read without colour and without a script")
  void charts() {
    Document page =
        Jsoup.parse(desk.user("sg-oversight").get("/oversight?year=2020").expect(200).text());

    assertThat(page.select("figure svg[role=img] > title").eachText())
        .contains("How dates of law and guidance were kept in 2020/21");
    assertThat(page.select("#kept ~ figure svg text").eachText())
        .contains("Notification", "April to June 2020", "6 of 6", "0 of 5", "–");
    assertThat(page.select("#kept ~ figure svg[role=img] rect.pr-hatch")).hasSize(1);
    assertThat(page.select("figure").outerHtml()).doesNotContain("style=", "<script");
    assertThat(page.select("#kept ~ table")).as("the table stays").hasSize(1);
    assertThat(
            Jsoup.parse(desk.user("es-oversight").get("/oversight?year=2022").expect(200).text())
                .select("figure"))
        .as("nothing to draw")
        .isEmpty();
  }

  @Test
  @DisplayName("shows its charts whole on a screen and on a telephone")
  @EnabledIf("org.practicereview.journey.Browser#isThere")
  void chartsInBrowser() {
    String service = "http://localhost:" + desk.port();
    try (Browser browser = Browser.open("en-GB")) {
      browser.signInToWelcome(service, "sg-oversight", "practice-review");
      browser.go(service + "/oversight?year=2020");
      browser.run("document.querySelector('#kept').scrollIntoView()");
      browser.picture(Path.of("target/pictures/oversight-charts.png"));
      browser.run("document.querySelector('#time').scrollIntoView()");
      browser.picture(Path.of("target/pictures/oversight-time.png"));
      browser.wide(390).run("document.querySelector('#kept').scrollIntoView()");
      browser.picture(Path.of("target/pictures/oversight-charts-390.png"));
      assertThat(browser.run("document.documentElement.scrollWidth <= 390").asBoolean()).isTrue();
    }
  }

  @Test
  @DisplayName("is closed to agencies and reviewers, and shows no one another partnership")
  void closed() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-02");
    for (String outsider : List.of("author-police", "reviewer")) {
      for (String door : List.of("", "/cases?rule=" + SIN, "/figures.xlsx")) {
        story.user(outsider).get("/oversight" + door).expect(403);
      }
    }
    story.user("manager").get("/oversight?partnership=essex").expect(404);
    assertThat(
            story
                .user("manager")
                .get("/oversight/cases?rule=" + SIN + "&kept=late&year=2020&quarter=1")
                .expect(200)
                .text())
        .doesNotContain("OV-ES-1");
  }

  @Test
  @DisplayName("gives no small number away in what leaves the partnership")
  void smallNumbers() throws IOException {
    byte[] file =
        story(SOUTH_GLOUCESTERSHIRE, "2026-03-02")
            .user("manager")
            .download("/oversight/figures.xlsx?year=2020");
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<List<String>> rows =
          workbook.getFirstSheet().read().stream().map(OversightTest::texts).toList();
      assertThat(rows)
          .anySatisfy(row -> assertThat(row).contains("Notification", "11", "6", "55"))
          .anySatisfy(row -> assertThat(row).contains("fewer than 5"))
          .noneSatisfy(row -> assertThat(row.subList(2, row.size())).contains("1"));
    }
  }

  private static List<String> texts(Row row) {
    return row.stream()
        .map(cell -> cell == null ? "" : Optional.ofNullable(cell.getText()).orElse(""))
        .collect(Collectors.toList());
  }

  private Measure notifications(String partnership) {
    List<String> own = List.of(partnership);
    return desk
        .the(Timeliness.class)
        .of(
            YEAR,
            "",
            new CaseReach(Desk.today(), "x", List.of(), own, own, own, List.of(), List.of()))
        .stream()
        .filter(one -> one.rule().id().equals(SIN))
        .findFirst()
        .orElseThrow();
  }

  private Clocked caseWith(String reference, String partnership) {
    jdbc.sql(
            """
            insert into review.case_file (reference, partnership, partnership_name, guidance, state,
              opened_at, opened_by)
            values (?, ?, 'Example', '2023', 'closed', current_timestamp, 'test')""")
        .params(reference, partnership)
        .update();
    return new Clocked(reference, partnership, null);
  }

  private final class Clocked {

    private final String reference;
    private final String partnership;
    private final String last;

    private Clocked(String reference, String partnership, String last) {
      this.reference = reference;
      this.partnership = partnership;
      this.last = last;
    }

    Clocked clock(String rule, String scope, String from, String due, String ended, String state) {
      String id = UUID.randomUUID().toString();
      jdbc.sql(
              """
              insert into review.clock (id, case_reference, partnership, rule, scope, name,
                trigger_key, length, unit, direction, source, citation, reminder_before, owner_role,
                escalation_roles, per_agency, trigger_on, original_due_on, due_on, paused_days,
                state, ended_on, calendar_version, open_name)
              values (?, ?, ?, ?, ?, ?, 'awareOn', 5, 'WORKING_DAYS', 'AFTER', ?, 'law', 1,
                'business-manager', '', ?, ?, ?, ?, 0, ?, ?, 0, ?)""")
          .params(
              id,
              reference,
              partnership,
              rule,
              scope,
              rule,
              scope.isEmpty() ? "GUIDANCE" : "LOCAL",
              !scope.isEmpty(),
              LocalDate.parse(from),
              LocalDate.parse(due),
              LocalDate.parse(due),
              state,
              ended == null ? null : LocalDate.parse(ended),
              ended == null ? reference + rule : null)
          .update();
      return new Clocked(reference, partnership, id);
    }

    Clocked because(String kind, String reason) {
      jdbc.sql(
              """
              insert into review.clock_change (clock_id, at, changed_by, kind, reason)
              values (?, current_timestamp, 'test', ?, ?)""")
          .params(last, kind, reason)
          .update();
      return this;
    }
  }
}
