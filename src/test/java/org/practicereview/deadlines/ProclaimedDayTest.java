package org.practicereview.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.audit.AuditEntry;
import org.practicereview.deadlines.ClockChange.Kind;
import org.practicereview.deadlines.Explanation.CountedDay;

@DisplayName("When a bank holiday is proclaimed,")
class ProclaimedDayTest {

  private static final String BY = "admin";
  private static final LocalDate MOURNING = LocalDate.of(2026, 11, 24);

  private final ClocksBench bench = new ClocksBench(LocalDate.of(2026, 11, 20));
  private final Clocks clocks = bench.clocks;
  private final String reference = aCase();

  private String aCase() {
    String opened = bench.newCase();
    bench.fact(opened, "", "notificationSentOn", "2026-11-20");
    bench.fact(opened, "", "decisionToInitiateOn", "2026-11-20");
    bench.fact(opened, "", "publicationPlannedOn", "2026-12-01");
    return opened;
  }

  private void proclaimed() {
    clocks.proclaim(MOURNING, "Day of mourning", BY);
    clocks.moveDates();
  }

  @Test
  @DisplayName("open clocks that count it move later, and everyone is told")
  void moves() {
    clocks.start(new ClockName(reference, "rapid-review", ""), BY);

    List<Deadline> moved =
        clocks.proclaim(MOURNING, "Day of mourning", BY).stream().map(ClockEffect::after).toList();
    clocks.moveDates();

    Deadline review = clocks.find(new ClockName(reference, "rapid-review", "")).orElseThrow();
    assertThat(moved).containsExactly(review);
    assertThat(review.dueOn()).isEqualTo("2026-12-14");
    assertThat(review.originalDueOn()).isEqualTo("2026-12-14");
    assertThat(review.calendarVersion()).isEqualTo(1);
    assertThat(clocks.changes(review.id()))
        .last()
        .extracting(ClockChange::kind)
        .isEqualTo(Kind.RECALCULATED);
    assertThat(bench.events)
        .hasSize(2)
        .last()
        .isInstanceOfSatisfying(
            ClockMoved.class,
            event -> {
              assertThat(event.before().dueOn()).isEqualTo("2026-12-11");
              assertThat(event.after()).isEqualTo(review);
              assertThat(event.why()).contains("Day of mourning");
            });
    assertThat(bench.audit.of(reference))
        .last()
        .extracting(AuditEntry::sentence)
        .asString()
        .contains("Monday 14 December 2026 instead of Friday 11 December 2026");
    assertThat(clocks.proclaimed())
        .extracting(ProclaimedDay::name)
        .containsExactly("Day of mourning");
    assertThat(clocks.calendar().isWorkingDay(MOURNING)).isFalse();
  }

  @Test
  @DisplayName("a clock that was kept after all others had moved is found, and moves")
  void behind() {
    proclaimed();
    clocks.start(new ClockName(reference, "rapid-review", ""), BY);
    bench.isBehind(reference);
    assertThat(clocks.movedDates()).as("no one knows").isEmpty();

    bench.moved.lookAgain();
    assertThat(clocks.movedDates()).isPresent();
    clocks.moveDates();

    assertThat(
            clocks
                .find(new ClockName(reference, "rapid-review", ""))
                .orElseThrow()
                .calendarVersion())
        .isEqualTo(1);
    assertThat(clocks.movedDates()).isEmpty();
    bench.moved.lookAgain();
    assertThat(clocks.movedDates()).as("nothing is behind").isEmpty();
  }

  @Test
  @DisplayName("clocks that do not count it stay")
  void stays() {
    clocks.start(new ClockName(reference, "practice-review", ""), BY);
    clocks.start(new ClockName(reference, "rapid-review", ""), BY);

    clocks.proclaim(LocalDate.of(2026, 12, 14), "Day of mourning", BY);
    clocks.moveDates();

    assertThat(clocks.find(new ClockName(reference, "practice-review", "")).orElseThrow().dueOn())
        .isEqualTo("2027-05-20");
    assertThat(clocks.find(new ClockName(reference, "rapid-review", "")).orElseThrow().dueOn())
        .isEqualTo("2026-12-11");
    assertThat(bench.events)
        .singleElement()
        .isInstanceOfSatisfying(
            CalendarChanged.class, event -> assertThat(event.effects()).isEmpty());
  }

  @Test
  @DisplayName("clocks already met stay as they were, and so does their explanation")
  void met() {
    clocks.start(new ClockName(reference, "rapid-review", ""), BY);
    bench.today("2026-12-11");
    Deadline met =
        clocks.stop(new ClockName(reference, "rapid-review", ""), LocalDate.of(2026, 12, 11), BY);

    assertThat(clocks.proclaim(MOURNING, "Day of mourning", BY)).isEmpty();

    assertThat(clocks.find(new ClockName(reference, "rapid-review", ""))).contains(met);
    Explanation explanation = clocks.explain(new ClockName(reference, "rapid-review", ""));
    assertThat(explanation.days())
        .last()
        .extracting(CountedDay::date)
        .isEqualTo(LocalDate.of(2026, 12, 11));
  }

  @Test
  @DisplayName("an agreed date is kept while it is the later one")
  void extended() {
    clocks.start(new ClockName(reference, "panel-response", ""), LocalDate.of(2026, 11, 20), BY);
    clocks.extend(
        new ClockName(reference, "panel-response", ""), "Inquest", LocalDate.of(2026, 12, 18), BY);

    proclaimed();

    Deadline review = clocks.find(new ClockName(reference, "panel-response", "")).orElseThrow();
    assertThat(review.dueOn()).isEqualTo("2026-12-18");
    assertThat(review.originalDueOn()).isEqualTo("2026-12-07");
  }

  @Test
  @DisplayName("a notice must be given earlier, since it may not get shorter")
  void notice() {
    clocks.start(new ClockName(reference, "publication-notice", ""), BY);
    assertThat(
            clocks.find(new ClockName(reference, "publication-notice", "")).orElseThrow().dueOn())
        .isEqualTo("2026-11-19");

    proclaimed();

    assertThat(
            clocks.find(new ClockName(reference, "publication-notice", "")).orElseThrow().dueOn())
        .isEqualTo("2026-11-18");
  }

  @Test
  @DisplayName("clocks started afterwards skip it and name it")
  void startedAfterwards() {
    proclaimed();
    assertThat(clocks.start(new ClockName(reference, "rapid-review", ""), BY).dueOn())
        .isEqualTo("2026-12-14");
    assertThat(clocks.explain(new ClockName(reference, "rapid-review", "")).days())
        .contains(new CountedDay(MOURNING, "Tuesday", 0, "Day of mourning"));
  }

  @Test
  @DisplayName("a day off as it is, or one without a name, is refused")
  void refused() {
    assertThatThrownBy(() -> clocks.proclaim(LocalDate.of(2026, 11, 21), "Party", BY))
        .isInstanceOf(ClockRefused.class)
        .hasMessage("Saturday 21 November 2026 is no working day as it is (Saturday)");
    assertThatThrownBy(() -> clocks.proclaim(LocalDate.of(2026, 12, 28), "Party", BY))
        .isInstanceOf(ClockRefused.class)
        .hasMessageContaining("Boxing Day (substitute day)");
    assertThatThrownBy(() -> clocks.proclaim(MOURNING, " ", BY))
        .isInstanceOf(ClockRefused.class)
        .hasMessageContaining("needs a name");
    proclaimed();
    assertThatThrownBy(() -> clocks.proclaim(MOURNING, "Day of mourning", BY))
        .isInstanceOf(ClockRefused.class);
    assertThat(clocks.proclaimed()).hasSize(1);
  }

  @Test
  @DisplayName("its effect is told before, and nothing has changed by then")
  void effect() {
    clocks.start(new ClockName(reference, "rapid-review", ""), BY);
    Deadline before = clocks.find(new ClockName(reference, "rapid-review", "")).orElseThrow();

    assertThat(clocks.effectOfProclaiming(MOURNING, "Day of mourning"))
        .singleElement()
        .satisfies(
            effect -> {
              assertThat(effect.before()).isEqualTo(before);
              assertThat(effect.after().dueOn()).isEqualTo("2026-12-14");
            });

    assertThat(clocks.find(new ClockName(reference, "rapid-review", ""))).contains(before);
    assertThat(clocks.proclaimed()).isEmpty();
    assertThat(bench.events).isEmpty();
    assertThatThrownBy(() -> clocks.effectOfProclaiming(LocalDate.of(2026, 11, 21), "Party"))
        .isInstanceOf(ClockRefused.class);
  }

  @Test
  @DisplayName("it can be taken back: the clocks return, and everyone is told")
  void takenBack() {
    Deadline before = clocks.start(new ClockName(reference, "rapid-review", ""), BY);
    proclaimed();
    clocks.start(new ClockName(reference, "publication-notice", ""), BY);
    bench.events.clear();
    assertThat(clocks.effectOfTakingBack(MOURNING))
        .extracting(effect -> effect.after().dueOn())
        .containsExactlyInAnyOrder(before.dueOn(), LocalDate.of(2026, 11, 19));

    assertThat(clocks.takeBack(MOURNING, "It is the 25th", BY)).hasSize(2);
    clocks.moveDates();

    Deadline again = clocks.find(new ClockName(reference, "rapid-review", "")).orElseThrow();
    assertThat(again.dueOn()).isEqualTo(before.dueOn());
    assertThat(again.reminderOn()).isEqualTo(before.reminderOn());
    assertThat(again.calendarVersion()).isEqualTo(2);
    assertThat(clocks.proclaimed()).isEmpty();
    assertThat(clocks.calendar().isWorkingDay(MOURNING)).isTrue();
    assertThat(bench.events).filteredOn(ClockMoved.class::isInstance).hasSize(2);
    assertThat(bench.events)
        .first()
        .isInstanceOfSatisfying(
            CalendarChanged.class,
            event -> {
              assertThat(event.what()).contains("no bank holiday after all", "It is the 25th");
              assertThat(event.effects()).hasSize(2);
            });
    assertThat(clocks.explain(new ClockName(reference, "rapid-review", "")).days())
        .contains(new CountedDay(MOURNING, "Tuesday", 2, ""));

    proclaimed();
    assertThat(clocks.find(new ClockName(reference, "rapid-review", "")).orElseThrow().dueOn())
        .isEqualTo("2026-12-14");
  }

  @Test
  @DisplayName("it is not taken back without a reason, or twice, or when it never was one")
  void notTakenBack() {
    proclaimed();
    assertThatThrownBy(() -> clocks.takeBack(MOURNING, " ", BY)).hasMessageContaining("Say why");
    clocks.takeBack(MOURNING, "Wrong year", BY);
    assertThatThrownBy(() -> clocks.takeBack(MOURNING, "Wrong year", BY))
        .isInstanceOf(ClockRefused.class)
        .hasMessageContaining("was not entered, or was taken back");
  }

  @Test
  @DisplayName("the day is entered at once, and the dates of each case move together afterwards")
  void inTheBackground() {
    clocks.start(new ClockName(reference, "rapid-review", ""), BY);
    clocks.start(new ClockName(reference, "publication-notice", ""), BY);
    String other = aCase();
    clocks.start(new ClockName(other, "rapid-review", ""), BY);

    assertThat(clocks.proclaim(MOURNING, "Day of mourning", BY)).hasSize(3);

    assertThat(clocks.calendar().isWorkingDay(MOURNING)).isFalse();
    assertThat(clocks.movedDates()).contains(new WorkedOut(0, 3));
    assertThat(due(reference, "rapid-review")).isEqualTo("2026-12-11");
    // Whoever acts on one clock of a case meets all of its dates as they hold now.
    clocks.explainDelay(
        new ClockName(reference, "rapid-review", ""), "Illness", LocalDate.of(2026, 12, 18), BY);
    assertThat(due(reference, "rapid-review")).isEqualTo("2026-12-14");
    assertThat(due(reference, "publication-notice")).isEqualTo("2026-11-18");
    assertThat(due(other, "rapid-review")).isEqualTo("2026-12-11");
    assertThat(clocks.movedDates()).contains(new WorkedOut(2, 3));

    clocks.moveDates();

    assertThat(due(other, "rapid-review")).isEqualTo("2026-12-14");
    assertThat(clocks.movedDates()).isEmpty();
    int told = bench.events.size();
    clocks.moveDates();
    assertThat(bench.events).hasSize(told);
  }

  @Test
  @DisplayName(
      "it can be taken back while dates are moved: those not moved yet stay where they are")
  void takenBackMeanwhile() {
    clocks.start(new ClockName(reference, "rapid-review", ""), BY);
    String other = aCase();
    Deadline untouched = clocks.start(new ClockName(other, "rapid-review", ""), BY);
    clocks.proclaim(MOURNING, "Day of mourning", BY);
    clocks.explainDelay(
        new ClockName(reference, "rapid-review", ""), "Illness", LocalDate.of(2026, 12, 18), BY);
    bench.events.clear();

    // The partnerships were told of both, and are told of both again.
    assertThat(clocks.takeBack(MOURNING, "Wrong year", BY)).hasSize(2);
    clocks.moveDates();

    assertThat(due(reference, "rapid-review")).isEqualTo("2026-12-11");
    assertThat(due(other, "rapid-review")).isEqualTo("2026-12-11");
    assertThat(clocks.changes(untouched.id())).hasSize(1);
    assertThat(bench.events)
        .filteredOn(ClockMoved.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            ClockMoved.class,
            event -> assertThat(event.after().caseReference()).isEqualTo(reference));
    assertThat(clocks.movedDates()).isEmpty();
  }

  @Test
  @DisplayName("a case that fails leaves the others alone, and goes on where it was")
  void failing() {
    Deadline first = clocks.start(new ClockName(reference, "rapid-review", ""), BY);
    String other = aCase();
    clocks.start(new ClockName(other, "publication-notice", ""), BY);
    clocks.start(new ClockName(other, "rapid-review", ""), BY);
    clocks.proclaim(MOURNING, "Day of mourning", BY);
    bench.failing = other;

    clocks.moveDates();

    assertThat(due(reference, "rapid-review")).isEqualTo("2026-12-14");
    assertThat(due(other, "publication-notice")).as("half of a case").isEqualTo("2026-11-19");
    assertThat(due(other, "rapid-review")).isEqualTo("2026-12-11");
    assertThat(clocks.movedDates()).contains(new WorkedOut(1, 3));

    bench.failing = "";
    clocks.moveDates();
    assertThat(due(other, "rapid-review")).as("not before the next turn").isEqualTo("2026-12-11");
    bench.nextTurn();
    clocks.moveDates();
    assertThat(due(other, "rapid-review")).isEqualTo("2026-12-14");
    assertThat(clocks.changes(first.id())).hasSize(2);
    assertThat(clocks.movedDates()).isEmpty();
  }

  private LocalDate due(String caseReference, String rule) {
    return clocks.find(new ClockName(caseReference, rule, "")).orElseThrow().dueOn();
  }
}
