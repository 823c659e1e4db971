package org.practicereview.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.practicereview.deadlines.ClockState.CANCELLED;
import static org.practicereview.deadlines.ClockState.MET;
import static org.practicereview.deadlines.ClockState.MET_LATE;
import static org.practicereview.deadlines.ClockState.OVERDUE;
import static org.practicereview.deadlines.ClockState.OVERDUE_AGREED;
import static org.practicereview.deadlines.ClockState.OVERDUE_EXPLAINED;
import static org.practicereview.deadlines.ClockState.PAUSED;
import static org.practicereview.deadlines.ClockState.RUNNING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practicereview.audit.AuditEntry;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.deadlines.ClockChange.Kind;

/** 20 November 2026 is a Friday; the next bank holidays are 25 and 28 December. */
@DisplayName("A clock")
class ClocksTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final String REVIEW = "rapid-review";
  private static final String DECISION = "referral-decision";
  private static final String BY = "es-manager";

  private final ClocksBench bench = new ClocksBench(FRIDAY);
  private final Clocks clocks = bench.clocks;
  private String reference;

  @BeforeEach
  void aCase() {
    reference = bench.newCase();
    bench.fact(reference, "", "referralReceivedOn", "2026-11-20");
    bench.fact(reference, "", "notificationSentOn", "2026-11-20");
  }

  @Test
  @DisplayName("counts from the date that its rule names")
  void starts() {
    Deadline review = clocks.start(new ClockName(reference, REVIEW, ""), BY);

    assertThat(review.dueOn()).isEqualTo("2026-12-11");
    assertThat(review.originalDueOn()).isEqualTo("2026-12-11");
    assertThat(review.reminderOn()).isEqualTo("2026-12-08");
    assertThat(review.state()).isEqualTo(RUNNING);
    assertThat(review.dueAt()).isEqualTo("2026-12-11T17:00:00Z");
    assertThat(review.reminderAt()).isEqualTo("2026-12-08T09:00:00Z");
    assertThat(review.overdueAt()).isEqualTo("2026-12-12T09:00:00Z");
    assertThat(clocks.find(new ClockName(reference, REVIEW, ""))).contains(review);
    assertThat(clocks.of(reference)).containsExactly(review);
    assertThat(trail())
        .endsWith("The clock \"Rapid review\" started; it is due on Friday 11 December 2026.");
  }

  @Test
  @DisplayName("has its moments in London time in summer too")
  void summer() {
    bench.today("2027-06-01");
    bench.fact(reference, "", "notificationSentOn", "2027-06-01");
    assertThat(clocks.start(new ClockName(reference, REVIEW, ""), BY).dueAt())
        .isEqualTo(Instant.parse("2027-06-22T16:00:00Z"));
  }

  @Test
  @DisplayName("takes the day from London, not from Greenwich")
  void londonDay() {
    // Half past midnight on 2 June in London, still 1 June in Greenwich.
    bench.at("2027-06-01T23:30:00Z");
    bench.fact(reference, "", "notificationSentOn", "2027-06-02");
    assertThat(clocks.start(new ClockName(reference, REVIEW, ""), BY).dueOn())
        .isEqualTo("2027-06-23");
  }

  @Test
  @DisplayName("is left alone when it is started again from the same date")
  void startedTwice() {
    Deadline first = clocks.start(new ClockName(reference, DECISION, ""), BY);
    clocks.extend(
        new ClockName(reference, DECISION, ""), "Court hearing", first.dueOn().plusDays(7), BY);

    assertThat(clocks.start(new ClockName(reference, DECISION, ""), BY).dueOn())
        .isEqualTo("2026-12-02");
    assertThat(clocks.of(reference)).hasSize(1);
  }

  @Test
  @DisplayName("is corrected when its date turns out to be another")
  void corrected() {
    clocks.start(new ClockName(reference, REVIEW, ""), BY);
    bench.fact(reference, "", "notificationSentOn", "2026-11-18");

    Deadline corrected = clocks.start(new ClockName(reference, REVIEW, ""), BY);

    assertThat(corrected.triggerOn()).isEqualTo("2026-11-18");
    assertThat(corrected.dueOn()).isEqualTo("2026-12-09");
    assertThat(clocks.of(reference)).containsExactly(corrected);
    assertThat(bench.events).singleElement().isInstanceOf(ClockMoved.class);
  }

  @Test
  @DisplayName("can run a second time after it has ended")
  void again() {
    bench.fact(reference, "", "rapidReviewSentOn", "2026-11-20");
    clocks.start(new ClockName(reference, "panel-response", ""), BY);
    clocks.stop(new ClockName(reference, "panel-response", ""), FRIDAY, BY);
    bench.today("2026-12-01");

    Deadline second =
        clocks.start(new ClockName(reference, "panel-response", ""), LocalDate.of(2026, 12, 1), BY);

    assertThat(second.dueOn()).isEqualTo("2026-12-15");
    assertThat(clocks.of(reference)).extracting(Deadline::state).containsExactly(MET, RUNNING);
    assertThat(clocks.find(new ClockName(reference, "panel-response", ""))).contains(second);
  }

  @Test
  @DisplayName("counts a referral from the day the case was opened if nothing else is known")
  void openedToday() {
    String bare = bench.newCase();
    assertThat(clocks.start(new ClockName(bare, DECISION, ""), BY).triggerOn()).isEqualTo(FRIDAY);
  }

  @Test
  @DisplayName("runs once for each agency, and tells the case file when the return is due")
  void perAgency() {
    for (String agency : List.of("police", "health")) {
      bench.caseFile.agencies().ask(reference, agency, FRIDAY, BY);
      bench.fact(reference, agency, "agencyAskedOn", "2026-11-20");
      clocks.start(new ClockName(reference, "agency-return", agency), BY);
    }
    clocks.extend(
        new ClockName(reference, "agency-return", "health"),
        "Records abroad",
        LocalDate.of(2026, 12, 4),
        BY);
    clocks.stop(new ClockName(reference, "agency-return", "police"), FRIDAY, BY);

    assertThat(
            clocks.find(new ClockName(reference, "agency-return", "police")).orElseThrow().state())
        .isEqualTo(MET);
    assertThat(clocks.open("essex"))
        .singleElement()
        .extracting(Deadline::scope)
        .isEqualTo("health");
    assertThat(bench.caseFile.agencies().of(reference))
        .extracting(CaseAgency::agency, CaseAgency::dueOn)
        .containsExactlyInAnyOrder(
            tuple("police", LocalDate.of(2026, 11, 27)),
            tuple("health", LocalDate.of(2026, 12, 4)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25, MET",
    "2026-11-26, MET_LATE",
  })
  @DisplayName("is met until the end of its last day, and met late after")
  void met(LocalDate on, ClockState state) {
    clocks.start(new ClockName(reference, DECISION, ""), BY);
    bench.today("2026-11-30");

    Deadline met = clocks.stop(new ClockName(reference, DECISION, ""), on, BY);

    assertThat(met.state()).isEqualTo(state);
    assertThat(met.endedOn()).isEqualTo(on);
    assertThat(met.isOpen()).isFalse();
    assertThat(clocks.open("essex")).isEmpty();
    assertThat(bench.events).containsExactly(new ClockEnded(met, BY));
  }

  @Test
  @DisplayName("is overdue from the day after its last day, without anyone doing anything")
  void overdue() {
    clocks.start(new ClockName(reference, REVIEW, ""), BY);
    bench.today("2026-12-11");
    assertThat(state(REVIEW)).isEqualTo(RUNNING);
    bench.today("2026-12-12");
    assertThat(state(REVIEW)).isEqualTo(OVERDUE);
    assertThat(clocks.open("essex")).singleElement().extracting(Deadline::state).isEqualTo(OVERDUE);
  }

  @Test
  @DisplayName("is overdue, explained, until the date that was announced has passed; nothing moves")
  void explained() {
    clocks.start(new ClockName(reference, REVIEW, ""), BY);
    bench.today("2026-12-10");
    LocalDate announced = LocalDate.of(2026, 12, 18);

    Deadline explained =
        clocks.explainDelay(
            new ClockName(reference, REVIEW, ""), "Criminal proceedings", announced, BY);

    assertThat(explained.state()).isEqualTo(RUNNING);
    assertThat(explained.dueOn()).isEqualTo("2026-12-11");
    assertThat(explained.overdueAt()).isEqualTo("2026-12-12T09:00:00Z");
    assertThat(explained.reminderOn()).isEqualTo("2026-12-08");
    assertThat(explained.newDatePassedAt()).contains(Instant.parse("2026-12-19T09:00:00Z"));
    bench.today("2026-12-14");
    assertThat(state(REVIEW)).isEqualTo(OVERDUE_EXPLAINED);
    assertThat(clocks.find(new ClockName(reference, REVIEW, "")).orElseThrow().stateInWords())
        .isEqualTo("overdue, delay explained, new date 18 December 2026");
    bench.today("2026-12-19");
    assertThat(state(REVIEW)).isEqualTo(OVERDUE);
    assertThat(
            clocks
                .stop(new ClockName(reference, REVIEW, ""), LocalDate.of(2026, 12, 16), BY)
                .state())
        .isEqualTo(MET_LATE);
  }

  @Test
  @DisplayName("keeps the date that the Panel agreed to beside its own, which stands")
  void agreed() {
    clocks.start(new ClockName(reference, REVIEW, ""), BY);
    bench.today("2026-12-10");
    AgreedDate letter =
        new AgreedDate(LocalDate.of(2027, 1, 15), LocalDate.of(2026, 12, 9), "CSPRP/117");

    Deadline agreed = clocks.agree(new ClockName(reference, REVIEW, ""), letter, BY);

    assertThat(agreed.agreed()).isEqualTo(letter);
    assertThat(agreed.dueOn()).isEqualTo("2026-12-11");
    assertThat(agreed.reminderOn()).isEqualTo("2026-12-08");
    assertThat(agreed.overdueAt()).isEqualTo("2026-12-12T09:00:00Z");
    assertThat(agreed.stateInWords()).isEqualTo("running");
    bench.today("2026-12-14");
    assertThat(clocks.open("essex"))
        .singleElement()
        .satisfies(
            clock -> {
              assertThat(clock.dueOn()).isEqualTo("2026-12-11");
              assertThat(clock.stateInWords())
                  .isEqualTo("overdue, new date agreed 15 January 2027");
            });
    assertThat(clocks.explain(new ClockName(reference, REVIEW, "")).sentence())
        .contains("agreed to a second date, Friday 15 January 2027", "CSPRP/117");
    assertThat(trail())
        .last()
        .asString()
        .contains("is due on Friday 11 December 2026; the Panel has agreed", "CSPRP/117");
    // What is explained later does not undo the agreement, and lasts longer than it.
    clocks.explainDelay(
        new ClockName(reference, REVIEW, ""), "Illness", LocalDate.of(2027, 2, 1), BY);
    assertThat(state(REVIEW)).isEqualTo(OVERDUE_AGREED);
    bench.today("2027-01-16");
    assertThat(state(REVIEW)).isEqualTo(OVERDUE_EXPLAINED);
    bench.today("2027-02-02");
    assertThat(state(REVIEW)).isEqualTo(OVERDUE);
    assertThat(
            clocks
                .stop(new ClockName(reference, REVIEW, ""), LocalDate.of(2027, 1, 15), BY)
                .state())
        .isEqualTo(MET_LATE);
  }

  @Test
  @DisplayName("of local practice is met within the time it was extended by")
  void extendedLocally() {
    clocks.start(new ClockName(reference, DECISION, ""), BY);
    Deadline extended =
        clocks.extend(
            new ClockName(reference, DECISION, ""), "Inquest", LocalDate.of(2026, 12, 2), BY);
    assertThat(extended.dueOn()).isEqualTo("2026-12-02");
    assertThat(extended.originalDueOn()).isEqualTo("2026-11-25");
    assertThat(extended.reminderOn()).isEqualTo("2026-12-01");
    bench.today("2026-12-02");
    assertThat(state(DECISION)).isEqualTo(RUNNING);
    assertThat(
            clocks
                .stop(new ClockName(reference, DECISION, ""), LocalDate.of(2026, 12, 2), BY)
                .state())
        .isEqualTo(MET);
  }

  @Test
  @DisplayName("of law or guidance is neither extended nor paused: its date stands")
  void lawStands() {
    Deadline before = clocks.start(new ClockName(reference, REVIEW, ""), BY);
    LocalDate later = LocalDate.of(2026, 12, 18);
    assertThatThrownBy(
            () -> clocks.extend(new ClockName(reference, REVIEW, ""), "Inquest", later, BY))
        .isInstanceOf(ClockRefused.class)
        .hasMessageContaining("set by law or national guidance and cannot be extended");
    assertThatThrownBy(() -> clocks.pause(new ClockName(reference, REVIEW, ""), "Inquest", BY))
        .isInstanceOf(ClockRefused.class)
        .hasMessageContaining("set by law or national guidance and cannot be paused");
    assertThat(clocks.find(new ClockName(reference, REVIEW, ""))).contains(before);
    assertThat(clocks.changes(before.id())).hasSize(1);
  }

  @Test
  @DisplayName("stands still while paused and is due later by the working days it stood still")
  void paused() {
    clocks.start(new ClockName(reference, DECISION, ""), BY);
    bench.today("2026-11-23");
    clocks.pause(new ClockName(reference, DECISION, ""), "Police ask to wait", BY);
    bench.today("2026-12-01");
    assertThat(state(DECISION)).isEqualTo(PAUSED);

    Deadline resumed = clocks.resume(new ClockName(reference, DECISION, ""), "Police agree", BY);

    // Six working days stood still, from 24 November to 1 December.
    assertThat(resumed.dueOn()).isEqualTo("2026-12-03");
    assertThat(resumed.originalDueOn()).isEqualTo("2026-11-25");
    assertThat(resumed.state()).isEqualTo(RUNNING);
    assertThat(bench.events).hasSize(2).allMatch(ClockMoved.class::isInstance);
  }

  @Test
  @DisplayName("can be paused more than once, and each pause counts")
  void pausedTwice() {
    clocks.start(new ClockName(reference, DECISION, ""), BY);
    clocks.pause(new ClockName(reference, DECISION, ""), "Police ask to wait", BY);
    bench.today("2026-11-24");
    clocks.resume(new ClockName(reference, DECISION, ""), "Police agree", BY);
    clocks.pause(new ClockName(reference, DECISION, ""), "Police ask again", BY);
    bench.today("2026-11-27");

    // Two working days and then three, after 25 November.
    assertThat(clocks.resume(new ClockName(reference, DECISION, ""), "Police agree", BY).dueOn())
        .isEqualTo("2026-12-02");
  }

  @Test
  @DisplayName("that is met while paused has stood still up to that day")
  void metWhilePaused() {
    clocks.start(new ClockName(reference, DECISION, ""), BY);
    clocks.pause(new ClockName(reference, DECISION, ""), "Police ask to wait", BY);
    bench.today("2026-12-08");
    Deadline met =
        clocks.stop(new ClockName(reference, DECISION, ""), LocalDate.of(2026, 12, 7), BY);
    assertThat(met.state()).isEqualTo(MET);
    assertThat(met.dueOn()).isEqualTo("2026-12-10");
  }

  @Test
  @DisplayName("keeps an agreed date through a pause by moving it along")
  void pausedAfterExtension() {
    clocks.start(new ClockName(reference, DECISION, ""), BY);
    clocks.extend(new ClockName(reference, DECISION, ""), "Inquest", LocalDate.of(2026, 12, 2), BY);
    clocks.pause(new ClockName(reference, DECISION, ""), "Police ask to wait", BY);
    bench.today("2026-11-24");
    assertThat(clocks.resume(new ClockName(reference, DECISION, ""), "Police agree", BY).dueOn())
        .isEqualTo("2026-12-04");
  }

  @Test
  @DisplayName("of what must be kept is never late: a report can stay longer than its year")
  void kept() {
    bench.fact(reference, "", "publishedOn", "2026-11-20");
    clocks.start(new ClockName(reference, "publication-kept", ""), BY);
    bench.today("2027-12-01");
    assertThat(state("publication-kept")).isEqualTo(RUNNING);
    assertThat(
            clocks
                .stop(
                    new ClockName(reference, "publication-kept", ""),
                    LocalDate.of(2027, 11, 22),
                    BY)
                .state())
        .isEqualTo(MET);
  }

  @Test
  @DisplayName("can be cancelled with all others of the case")
  void cancelled() {
    clocks.start(new ClockName(reference, REVIEW, ""), BY);
    clocks.start(new ClockName(reference, DECISION, ""), BY);
    clocks.stop(new ClockName(reference, DECISION, ""), FRIDAY, BY);

    List<Deadline> cancelled = clocks.cancelAll(reference, "Notification withdrawn", BY);

    assertThat(cancelled).singleElement().extracting(Deadline::state).isEqualTo(CANCELLED);
    assertThat(state(REVIEW)).isEqualTo(CANCELLED);
    assertThat(state(DECISION)).isEqualTo(MET);
  }

  @Test
  @DisplayName("keeps what was done to it, with the reason; the trail keeps it without")
  void changes() {
    Deadline review = clocks.start(new ClockName(reference, DECISION, ""), BY);
    clocks.extend(
        new ClockName(reference, DECISION, ""),
        "Told by Robin Example",
        LocalDate.of(2026, 12, 14),
        "es-la");

    assertThat(clocks.changes(review.id()))
        .extracting(
            ClockChange::kind,
            ClockChange::by,
            ClockChange::reason,
            ClockChange::dueBefore,
            ClockChange::dueAfter)
        .containsExactly(
            tuple(Kind.STARTED, BY, "", null, LocalDate.of(2026, 11, 25)),
            tuple(
                Kind.EXTENDED,
                "es-la",
                "Told by Robin Example",
                LocalDate.of(2026, 11, 25),
                LocalDate.of(2026, 12, 14)));
    assertThat(trail())
        .last()
        .asString()
        .contains("extended from Wednesday 25 November 2026 to Monday 14 December 2026")
        .doesNotContain("Robin");
  }

  @Test
  @DisplayName("refuses what makes no sense, and says why")
  void refusals() {
    refused(
        () -> clocks.start(new ClockName(reference, "tea-break", ""), BY),
        "no clock \"tea-break\"");
    refused(
        () -> clocks.start(new ClockName(reference, "agency-return", ""), BY),
        "once for each agency");
    refused(
        () -> clocks.start(new ClockName(reference, REVIEW, "police"), BY), "for the whole case");
    refused(
        () -> clocks.start(new ClockName(reference, "practice-review", ""), BY),
        "does not know it");
    bench.fact(reference, "", "panelResponseOn", "2026-11-21");
    refused(
        () -> clocks.start(new ClockName(reference, "panel-answers", ""), BY), "is in the future");
    refused(
        () -> clocks.pause(new ClockName(reference, REVIEW, ""), "Why not", BY), "never started");

    clocks.start(new ClockName(reference, DECISION, ""), BY);
    LocalDate later = LocalDate.of(2026, 12, 18);
    refused(
        () -> clocks.extend(new ClockName(reference, DECISION, ""), " ", later, BY),
        "without a reason");
    refused(
        () -> clocks.explainDelay(new ClockName(reference, DECISION, ""), "", later, BY),
        "without a reason");
    refused(
        () -> clocks.pause(new ClockName(reference, DECISION, ""), null, BY), "without a reason");
    refused(
        () -> clocks.cancel(new ClockName(reference, DECISION, ""), "", BY), "without a reason");
    refused(
        () ->
            clocks.extend(
                new ClockName(reference, DECISION, ""), "Inquest", LocalDate.of(2026, 11, 25), BY),
        "needs a new date after Wednesday 25 November 2026");
    refused(
        () -> clocks.extend(new ClockName(reference, DECISION, ""), "Inquest", null, BY),
        "needs a new date");
    refused(
        () -> clocks.explainDelay(new ClockName(reference, DECISION, ""), "Inquest", FRIDAY, BY),
        "needs a new date after");
    refused(
        () -> clocks.resume(new ClockName(reference, DECISION, ""), "Go on", BY), "is not paused");
    refused(
        () -> clocks.stop(new ClockName(reference, DECISION, ""), FRIDAY.plusDays(1), BY),
        "is in the future");
    refused(
        () -> clocks.stop(new ClockName(reference, DECISION, ""), FRIDAY.minusDays(1), BY),
        "before the date it counts from");

    refused(() -> agree(DECISION, "2026-12-18", "2026-11-20", "X/1"), "needs no agreement");
    clocks.start(new ClockName(reference, REVIEW, ""), BY);
    refused(() -> agree(REVIEW, "2026-12-11", "2026-11-20", "X/1"), "needs a new date after");
    refused(() -> agree(REVIEW, "2026-12-18", "2026-11-21", "X/1"), "today or earlier");
    refused(() -> agree(REVIEW, "2026-12-18", "2026-11-19", "X/1"), "cannot be older");
    refused(
        () -> agree(REVIEW, "2026-12-18", "2026-11-20", " "), "reference of the Panel's letter");

    clocks.pause(new ClockName(reference, DECISION, ""), "Wait", BY);
    refused(
        () -> clocks.pause(new ClockName(reference, DECISION, ""), "Wait", BY), "paused already");
    refused(
        () -> clocks.extend(new ClockName(reference, DECISION, ""), "Inquest", later, BY),
        "is paused");
    clocks.resume(new ClockName(reference, DECISION, ""), "Go on", BY);
    bench.today("2026-12-14");
    refused(() -> clocks.pause(new ClockName(reference, DECISION, ""), "Wait", BY), "is overdue");
    refused(
        () ->
            clocks.extend(
                new ClockName(reference, DECISION, ""), "Inquest", LocalDate.of(2026, 12, 12), BY),
        "that has not passed");

    clocks.stop(new ClockName(reference, DECISION, ""), LocalDate.of(2026, 12, 14), BY);
    refused(
        () -> clocks.pause(new ClockName(reference, DECISION, ""), "Wait", BY),
        "was met late on Monday 14 December 2026 and cannot be paused");
    refused(() -> clocks.stop(new ClockName(reference, DECISION, ""), FRIDAY, BY), "cannot be met");
    refused(
        () -> clocks.cancel(new ClockName(reference, DECISION, ""), "Over", BY),
        "cannot be cancelled");
    refused(
        () -> clocks.extend(new ClockName(reference, DECISION, ""), "Inquest", later, BY),
        "be extended");
    refused(
        () -> clocks.explainDelay(new ClockName(reference, DECISION, ""), "x", later, BY),
        "be explained");
    refused(
        () -> clocks.resume(new ClockName(reference, DECISION, ""), "Go on", BY),
        "cannot be resumed");
  }

  private void agree(String rule, String until, String letterOn, String letterReference) {
    AgreedDate date =
        new AgreedDate(LocalDate.parse(until), LocalDate.parse(letterOn), letterReference);
    clocks.agree(new ClockName(reference, rule, ""), date, BY);
  }

  private ClockState state(String rule) {
    return clocks.find(new ClockName(reference, rule, "")).orElseThrow().state();
  }

  private List<String> trail() {
    return bench.audit.of(reference).stream().map(AuditEntry::sentence).toList();
  }

  private void refused(ThrowingCallable verb, String why) {
    int lines = bench.audit.of(reference).size();
    assertThatThrownBy(verb).isInstanceOf(ClockRefused.class).hasMessageContaining(why);
    assertThat(bench.audit.of(reference)).as("nothing is done").hasSize(lines);
  }
}
