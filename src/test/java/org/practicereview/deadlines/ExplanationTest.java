package org.practicereview.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.Explanation.CountedDay;
import org.practicereview.partnership.ClockRule;
import org.practicereview.requirements.Requirement;

@DisplayName("A clock explains itself")
class ExplanationTest {

  private static final String NOTIFICATION = "serious-incident-notification";
  private static final String BY = "es-head";

  private final ClocksBench bench = new ClocksBench(LocalDate.of(2026, 4, 2));
  private final Clocks clocks = bench.clocks;
  private final String reference = bench.newCase();

  @Test
  @DisplayName("day by day, with the reason why a day does not count")
  void dayByDay() {
    bench.fact(reference, "", "incidentOn", "2026-03-30");
    bench.fact(reference, "", "awareOn", "2026-04-01T22:15+01:00");
    clocks.start(new ClockName(reference, NOTIFICATION, ""), BY);

    Explanation explanation = clocks.explain(new ClockName(reference, NOTIFICATION, ""));

    assertThat(explanation.days())
        .containsExactly(
            new CountedDay(LocalDate.of(2026, 4, 2), "Thursday", 1, ""),
            new CountedDay(LocalDate.of(2026, 4, 3), "Friday", 0, "Good Friday"),
            new CountedDay(LocalDate.of(2026, 4, 4), "Saturday", 0, "Saturday"),
            new CountedDay(LocalDate.of(2026, 4, 5), "Sunday", 0, "Sunday"),
            new CountedDay(LocalDate.of(2026, 4, 6), "Monday", 0, "Easter Monday"),
            new CountedDay(LocalDate.of(2026, 4, 7), "Tuesday", 2, ""),
            new CountedDay(LocalDate.of(2026, 4, 8), "Wednesday", 3, ""),
            new CountedDay(LocalDate.of(2026, 4, 9), "Thursday", 4, ""),
            new CountedDay(LocalDate.of(2026, 4, 10), "Friday", 5, ""));
    assertThat(explanation.sentence())
        .isEqualTo(
            "The clock \"Notification\" is due on Friday 10 April 2026: 5 working"
                + " days after Wednesday 1 April 2026, when the local authority became aware of the"
                + " incident (Children Act 2004, section 16C; Working Together to Safeguard Children"
                + " 2023, chapter 5).");
    assertThat(explanation.dates())
        .isEqualTo(
            Map.of(
                "the incident happened", LocalDate.of(2026, 3, 30),
                "the local authority became aware of the incident", LocalDate.of(2026, 4, 1)));
  }

  @Test
  @Requirement("D-10")
  @DisplayName("by the incident where the partnership counts from it, and shows both dates")
  void fromTheIncident() {
    bench.partnershipSays(NOTIFICATION, new ClockRule("incidentOn", null, null, null, null));
    bench.fact(reference, "", "incidentOn", "2026-03-30");
    bench.fact(reference, "", "awareOn", "2026-04-01");
    clocks.start(new ClockName(reference, NOTIFICATION, ""), BY);

    Explanation explanation = clocks.explain(new ClockName(reference, NOTIFICATION, ""));

    assertThat(explanation.deadline().dueOn()).isEqualTo("2026-04-08");
    assertThat(explanation.sentence())
        .contains("Monday 30 March 2026, when the incident happened")
        .contains("guidance counts 5 working days after Wednesday 1 April 2026")
        .contains("to Friday 10 April 2026", "to Wednesday 8 April 2026; the earlier date holds");
    assertThat(explanation.deadline().twoDates().guidanceDueOn()).isEqualTo("2026-04-10");
    assertThat(explanation.dates()).hasSize(2).containsKey("the incident happened");
  }

  @Test
  @DisplayName("month by month, to the corresponding date or the last of a short month")
  void months() {
    bench.today("2026-08-31");
    bench.fact(reference, "", "decisionToInitiateOn", "2026-08-31");
    clocks.start(new ClockName(reference, "practice-review", ""), BY);

    assertThat(clocks.explain(new ClockName(reference, "practice-review", "")).days())
        .extracting(CountedDay::date)
        .containsExactly(
            LocalDate.of(2026, 9, 30),
            LocalDate.of(2026, 10, 31),
            LocalDate.of(2026, 11, 30),
            LocalDate.of(2026, 12, 31),
            LocalDate.of(2027, 1, 31),
            LocalDate.of(2027, 2, 28));
  }

  @Test
  @DisplayName("backwards for a notice")
  void backwards() {
    bench.fact(reference, "", "publicationPlannedOn", "2026-04-14");
    clocks.start(new ClockName(reference, "publication-notice", ""), BY);

    Explanation explanation = clocks.explain(new ClockName(reference, "publication-notice", ""));

    assertThat(explanation.days())
        .hasSize(13)
        .endsWith(new CountedDay(LocalDate.of(2026, 4, 1), "Wednesday", 7, ""));
    assertThat(explanation.deadline().dueOn()).isEqualTo("2026-03-31");
    assertThat(explanation.sentence()).contains("7 full working days before Tuesday 14 April 2026");
  }

  @Test
  @DisplayName("with where a date on a day off moves; the six months stay")
  void dayOff() {
    bench.today("2026-02-10");
    bench.fact(reference, "", "briefingOn", "2026-01-24");
    bench.fact(reference, "", "decisionToInitiateOn", "2025-10-04");
    clocks.start(new ClockName(reference, "learning-follow-up", ""), BY);
    clocks.start(new ClockName(reference, "practice-review", ""), BY);

    Explanation followUp = clocks.explain(new ClockName(reference, "learning-follow-up", ""));
    assertThat(followUp.deadline().dueOn()).isEqualTo("2026-03-09");
    assertThat(followUp.sentence())
        .contains("that would be Saturday 7 March 2026, which is no working day, so it moves on");
    assertThat(clocks.find(new ClockName(reference, "practice-review", "")).orElseThrow().dueOn())
        .as("a Saturday")
        .isEqualTo("2026-04-04");
  }

  @Test
  @DisplayName("with everything that was done to it")
  void changes() {
    clocks.start(new ClockName(reference, "referral-decision", ""), BY);
    clocks.extend(
        new ClockName(reference, "referral-decision", ""),
        "Inquest",
        LocalDate.of(2026, 4, 20),
        BY);
    clocks.explainDelay(
        new ClockName(reference, "referral-decision", ""),
        "Inquest",
        LocalDate.of(2026, 4, 27),
        BY);

    Explanation explanation = clocks.explain(new ClockName(reference, "referral-decision", ""));

    assertThat(explanation.changes())
        .extracting(ClockChange::reason)
        .containsExactly("", "Inquest", "Inquest");
    assertThat(explanation.sentence())
        .contains("it was put off to Monday 20 April 2026")
        .contains("the new date is Monday 27 April 2026");
  }

  @Test
  @DisplayName("only if it was started")
  void never() {
    assertThatThrownBy(() -> clocks.explain(new ClockName(reference, "rapid-review", "")))
        .isInstanceOf(ClockRefused.class)
        .hasMessageContaining("never started");
  }
}
