package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseReach;
import org.practicereview.oversight.Recurring;
import org.practicereview.oversight.Recurring.Again;
import org.practicereview.oversight.Recurring.OfAgency;
import org.practicereview.oversight.Recurring.Recommended;
import org.practicereview.oversight.Recurring.ThemeYears;
import org.practicereview.oversight.Recurring.Unproven;
import org.practicereview.oversight.ReportYear;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("What we keep learning")
class KeepLearningTest extends StoryTest {

  private static final ReportYear YEAR = new ReportYear(2016);
  private static final String OWN = "test-theme";
  private static final String OTHER = "test-other";

  private JdbcClient jdbc;

  /** Cases of years long before those of other stories. */
  @BeforeEach
  void cases() {
    jdbc = desk.the(JdbcClient.class);
    // 2016/17: three cases, one named twice; 2015/16: one, named again a year later.
    caseWith("KL-SG-1", SOUTH_GLOUCESTERSHIRE)
        .theme("FINDING", "", OWN, "2016-04-01")
        .theme("RECOMMENDATION", "1", OWN, "2016-05-01")
        .theme("RECOMMENDATION", "2", OTHER, "2016-05-01")
        .action("action-1", "1", "police", "COMPLETE", "2016-09-01", true)
        .action("action-2", "1", "health", "CARRIED_OVER", "2016-10-01", false)
        .action("action-3", "2", "health", "OPEN", "2016-11-01", false);
    caseWith("KL-SG-2", SOUTH_GLOUCESTERSHIRE)
        .theme("RECOMMENDATION", "4", OWN, "2017-03-31")
        .action("action-1", "4", "police", "OPEN", "2999-01-01", false)
        .action("action-2", "4", "police", "PLANNED", "2016-01-01", false);
    caseWith("KL-SG-3", SOUTH_GLOUCESTERSHIRE).theme("EARLY_LEARNING", "x", OWN, "2016-12-01");
    caseWith("KL-SG-4", SOUTH_GLOUCESTERSHIRE)
        .theme("FINDING", "", OWN, "2015-06-01")
        .theme("ACTION", "action-1", OWN, "2016-06-01")
        // What an agency thought is not what the case showed.
        .theme("RETURN", "police", OTHER, "2015-06-01");
    // Sealed, and elsewhere.
    caseWith("KL-SG-5", SOUTH_GLOUCESTERSHIRE)
        .theme("RECOMMENDATION", "1", OTHER, "2016-06-01")
        .action("action-1", "1", "police", "COMPLETE", "2016-06-01", false);
    jdbc.sql("insert into review.seal values ('KL-SG-5', 'one', 'two', current_timestamp)")
        .update();
    caseWith("KL-ES-1", ESSEX)
        .theme("RECOMMENDATION", "1", OTHER, "2016-06-01")
        .action("action-1", "1", "police", "COMPLETE", "2016-06-01", false);
    caseWith("KL-ST-1", STAFFORDSHIRE).theme("FINDING", "", OWN, "2016-06-01");
  }

  @AfterEach
  void removed() {
    for (String table : List.of("plan_action", "case_theme", "seal")) {
      jdbc.sql("delete from review." + table + " where case_reference like 'KL-%'").update();
    }
    jdbc.sql("delete from review.case_file where reference like 'KL-%'").update();
  }

  @Test
  @DisplayName("is what a person counts by hand, each partnership by itself")
  void figures() {
    Recurring recurring = desk.the(Recurring.class);
    assertThat(recurring.themes(YEAR, "", reach(SOUTH_GLOUCESTERSHIRE)))
        .filteredOn(one -> one.theme().startsWith("test-"))
        .containsExactly(
            new ThemeYears(SOUTH_GLOUCESTERSHIRE, OWN, List.of(3, 1, 0, 0)),
            new ThemeYears(SOUTH_GLOUCESTERSHIRE, OTHER, List.of(1, 0, 0, 0)));
    assertThat(recurring.cases(OWN, YEAR, "", reach(SOUTH_GLOUCESTERSHIRE)))
        .containsExactly("KL-SG-2", "KL-SG-3", "KL-SG-1");
    assertThat(recurring.themes(YEAR, "", reach(STAFFORDSHIRE)))
        .filteredOn(one -> one.theme().startsWith("test-"))
        .containsExactly(new ThemeYears(STAFFORDSHIRE, OWN, List.of(1, 0, 0, 0)));

    assertThat(recurring.again("", reach(SOUTH_GLOUCESTERSHIRE)))
        .filteredOn(one -> one.theme().startsWith("test-"))
        .as("sealed reports and other partnerships make nothing recur")
        .singleElement()
        .extracting(Again::theme, Again::cases)
        .containsExactly(OWN, 2L);
    assertThat(recurring.again("", reach(SOUTH_GLOUCESTERSHIRE)))
        .filteredOn(one -> one.theme().equals(OWN))
        .flatExtracting(Again::recommendations)
        .containsExactlyInAnyOrder(
            new Recommended("KL-SG-1", "1", 2, 1, 1), new Recommended("KL-SG-2", "4", 2, 0, 0));

    assertThat(recurring.unproven("", reach(SOUTH_GLOUCESTERSHIRE)))
        .filteredOn(one -> one.caseReference().startsWith("KL-"))
        .extracting(Unproven::caseReference, Unproven::code)
        .containsExactly(tuple("KL-SG-1", "action-2"), tuple("KL-SG-1", "action-3"));
    assertThat(recurring.unproven("", reach(ESSEX)))
        .filteredOn(one -> one.caseReference().startsWith("KL-"))
        .extracting(Unproven::caseReference)
        .containsExactly("KL-ES-1");

    jdbc.sql(
            "update review.plan_action set agency = 'kl-' || agency where case_reference like 'KL-%'")
        .update();
    assertThat(recurring.agencies("", reach(SOUTH_GLOUCESTERSHIRE)))
        .filteredOn(one -> one.agency().startsWith("kl-"))
        .containsExactly(
            new OfAgency(SOUTH_GLOUCESTERSHIRE, "kl-health", 2, 0, 0, 1, 0),
            new OfAgency(SOUTH_GLOUCESTERSHIRE, "kl-police", 3, 1, 1, 0, 0));
  }

  @Test
  @DisplayName("is shown to those who see every case, and never of another partnership")
  void shown() {
    Story story = story(SOUTH_GLOUCESTERSHIRE, "2026-03-02");
    for (String who : List.of("manager", "subgroup", "oversight", "executive")) {
      String page = story.user(who).get("/learning?year=2019").expect(200).text();
      assertThat(page)
          .contains(
              "2016/17", "KL-SG-1", "2 recommendations in 2 cases", "Carried over at sign-off")
          .doesNotContain("KL-ES-1", "KL-SG-5", "KL-ST-1");
    }
    String cases =
        story.user("manager").get("/learning/cases?theme=" + OWN + "&year=2019").expect(200).text();
    assertThat(cases).contains("0 cases");
    for (String outsider : List.of("author-police", "reviewer")) {
      story.user(outsider).get("/learning").expect(403);
      story.user(outsider).get("/learning/cases?theme=" + OWN).expect(403);
    }
    story.user("manager").get("/learning?partnership=essex").expect(404);
    assertThat(desk.visitor().get("/learning").status()).isIn(302, 401);
  }

  private static CaseReach reach(String partnership) {
    List<String> own = List.of(partnership);
    return new CaseReach(Desk.today(), "x", List.of(), own, own, own, List.of(), List.of());
  }

  private One caseWith(String reference, String partnership) {
    jdbc.sql(
            """
            insert into review.case_file (reference, partnership, partnership_name, guidance, state,
              opened_at, opened_by)
            values (?, ?, 'Example', '2023', 'closed', current_timestamp, 'test')""")
        .params(reference, partnership)
        .update();
    return new One(reference);
  }

  private final class One {

    private final String reference;

    private One(String reference) {
      this.reference = reference;
    }

    One theme(String kind, String item, String theme, String on) {
      jdbc.sql("insert into review.case_theme values (?, ?, ?, ?, ?)")
          .params(reference, kind, item, theme, LocalDate.parse(on))
          .update();
      return this;
    }

    One action(
        String code, String recommendation, String agency, String state, String due, boolean said) {
      jdbc.sql("insert into review.plan_action values (?, ?, ?, ?, ?, ?, ?)")
          .params(reference, code, recommendation, agency, state, LocalDate.parse(due), said)
          .update();
      return this;
    }
  }
}
