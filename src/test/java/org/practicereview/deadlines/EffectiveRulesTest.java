package org.practicereview.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicereview.deadlines.process.PackagedRules;
import org.practicereview.partnership.ClockRule;
import org.practicereview.requirements.Requirement;

@DisplayName("A partnership's rules")
class EffectiveRulesTest {

  private final ClocksBench bench = new ClocksBench(LocalDate.of(2026, 11, 20));

  @Test
  @DisplayName("are those of the table where its profile is silent")
  void silent() {
    assertThat(bench.clocks.rule("essex", "rapid-review"))
        .isEqualTo(new PackagedRules().find("rapid-review").orElseThrow());
  }

  @Test
  @DisplayName("set local lengths freely")
  void local() {
    bench.partnershipSays("agency-return", new ClockRule(null, 8, null, 2, null));
    Rule rule = bench.clocks.rule("essex", "agency-return");
    assertThat(rule.length()).isEqualTo(8);
    assertThat(rule.reminderBefore()).isEqualTo(2);
    assertThat(rule.unit()).isEqualTo(Unit.WORKING_DAYS);
  }

  @ParameterizedTest
  @CsvSource({
    "rapid-review, 15, WORKING_DAYS, true",
    "rapid-review, 10, WORKING_DAYS, true",
    "rapid-review, 16, WORKING_DAYS, false",
    "rapid-review, 15, CALENDAR_DAYS, true",
    "rapid-review, 16, CALENDAR_DAYS, false",
    "rapid-review, 1, MONTHS, false",
    "practice-review, 6, MONTHS, true",
    "practice-review, 7, MONTHS, false",
    "practice-review, 168, CALENDAR_DAYS, true",
    "practice-review, 169, CALENDAR_DAYS, false",
    "practice-review, 20, WORKING_DAYS, false",
    "publication-notice, 10, FULL_WORKING_DAYS, true",
    "publication-notice, 10, WORKING_DAYS, false",
    "publication-notice, 6, FULL_WORKING_DAYS, false",
    "publication-notice, 14, CALENDAR_DAYS, false",
    "publication-kept, 24, MONTHS, true",
    "publication-kept, 11, MONTHS, false"
  })
  @DisplayName("may be stricter than law and guidance, never laxer")
  void national(String rule, int length, String unit, boolean allowed) {
    bench.partnershipSays(rule, new ClockRule(null, length, unit, null, null));
    if (allowed) {
      assertThatCode(() -> bench.clocks.rule("essex", rule)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> bench.clocks.rule("essex", rule))
          .isInstanceOf(ClockRefused.class)
          .hasMessageContaining("a partnership may not relax")
          .hasMessageContaining("Essex");
    }
  }

  @Test
  @DisplayName("must give the length that no source gives, and nothing stands in for it")
  void noDefault() {
    assertThatThrownBy(() -> bench.clocks.rule("essex", "impact-contact"))
        .isInstanceOf(ClockRefused.class)
        .hasMessageContaining("sets no length, and no source gives one");
    bench.partnershipSays("impact-contact", new ClockRule(null, 4, "MONTHS", null, null));
    assertThat(bench.clocks.rule("essex", "impact-contact").lengthInWords()).isEqualTo("4 months");
  }

  @Test
  @Requirement("R-123")
  @DisplayName("never count a national clock from a later date than the national one")
  void laterTrigger() {
    bench.partnershipSays("rapid-review", new ClockRule("agencyAskedOn", null, null, null, null));
    String reference = bench.newCase();
    bench.fact(reference, "", "notificationSentOn", "2026-11-16");
    bench.fact(reference, "", "agencyAskedOn", "2026-11-18");
    Deadline review = bench.clocks.start(new ClockName(reference, "rapid-review", ""), "es-head");
    // Both dates are kept, and the earlier one drives.
    assertThat(review.twoDates().guidanceDueOn()).isEqualTo("2026-12-07");
    assertThat(review.twoDates().localDueOn()).isEqualTo("2026-12-09");
    assertThat(review.dueOn()).isEqualTo("2026-12-07");
    assertThat(review.overdueAt()).isEqualTo("2026-12-08T09:00:00Z");
    assertThat(review.counting().trigger()).isEqualTo("notificationSentOn");
  }

  @Test
  @DisplayName("count a national clock from guidance's own date while theirs is not known")
  void onlyGuidancesDateKnown() {
    bench.partnershipSays("rapid-review", new ClockRule("agencyAskedOn", null, null, null, null));
    String reference = bench.newCase();
    bench.fact(reference, "", "notificationSentOn", "2026-11-16");
    Deadline review = bench.clocks.start(new ClockName(reference, "rapid-review", ""), "es-head");
    assertThat(review.dueOn()).isEqualTo("2026-12-07");
    assertThat(review.twoDates()).isNull();
    bench.fact(reference, "", "agencyAskedOn", "2026-11-13");
    assertThat(bench.clocks.start(new ClockName(reference, "rapid-review", ""), "es-head").dueOn())
        .isEqualTo("2026-12-04");
  }

  @ParameterizedTest
  @CsvSource({
    "practice-review, NEXT, false",
    "practice-review, PREVIOUS, true",
    "publication-kept, NEXT, true",
    "publication-kept, PREVIOUS, false",
    "publication-notice, NEXT, false",
    "agency-return, NEXT, true"
  })
  @DisplayName("move no national date off a day off to where it gives more time")
  void dayOff(String rule, String dayOff, boolean allowed) {
    bench.partnershipSays(rule, new ClockRule(null, null, null, null, dayOff));
    if (allowed) {
      assertThat(bench.clocks.rule("essex", rule).dayOff()).isEqualTo(DayOff.valueOf(dayOff));
    } else {
      assertThatThrownBy(() -> bench.clocks.rule("essex", rule))
          .isInstanceOf(ClockRefused.class)
          .hasMessageContaining("moves a date on a day off");
    }
  }
}
