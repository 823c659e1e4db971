package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.ClockChange.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class JdbcClocks implements Clocks {

  private final ClockTable table;
  private final CalendarTable calendars;
  private final EffectiveRules rules;
  private final TriggerDates triggers;
  private final CaseFiles cases;
  private final ClockRecorder recorder;
  private final Proclamations proclamations;
  private final MovedDates moved;

  JdbcClocks(
      ClockTable table,
      CalendarTable calendars,
      EffectiveRules rules,
      TriggerDates triggers,
      CaseFiles cases,
      ClockRecorder recorder,
      Proclamations proclamations,
      MovedDates moved) {
    this.table = table;
    this.calendars = calendars;
    this.rules = rules;
    this.triggers = triggers;
    this.cases = cases;
    this.recorder = recorder;
    this.proclamations = proclamations;
    this.moved = moved;
  }

  @Override
  public Deadline start(ClockName clock, String by) {
    CaseFile file = cases.get(clock.caseReference());
    Rule rule = rules.of(file.partnership(), clock.rule());
    requireScope(rule, clock.scope());
    return start(file, triggers.of(file, rule, clock.scope()), clock.scope(), by);
  }

  @Override
  public Deadline start(ClockName clock, LocalDate from, String by) {
    CaseFile file = cases.get(clock.caseReference());
    Rule rule = rules.of(file.partnership(), clock.rule());
    requireScope(rule, clock.scope());
    return start(file, CountedRule.from(rule.countingFrom(""), from), clock.scope(), by);
  }

  @Override
  public Deadline startDueOn(ClockName clock, String dueFact, String by) {
    CaseFile file = cases.get(clock.caseReference());
    Rule rule = rules.of(file.partnership(), clock.rule()).dueOn(dueFact);
    requireScope(rule, clock.scope());
    return start(file, triggers.of(file, rule, clock.scope()), clock.scope(), by);
  }

  @Override
  public Deadline start(ClockName clock, LocalDate from, int times, String by) {
    CaseFile file = cases.get(clock.caseReference());
    Rule rule = rules.of(file.partnership(), clock.rule());
    requireScope(rule, clock.scope());
    return start(file, CountedRule.from(rule.times(times), from), clock.scope(), by);
  }

  private Deadline start(CaseFile file, CountedRule counted, String scope, String by) {
    VersionedCalendar calendar = calendars.current();
    Optional<CaseClock> running =
        table
            .lock(file.reference(), counted.rule().id(), scope)
            .filter(clock -> clock.state.isOpen());
    if (running.isEmpty()) {
      CaseClock started =
          CaseClock.start(file.reference(), file.partnership(), scope, counted, today(), calendar);
      return recorder.started(started, by, calendar);
    }
    CaseClock clock = running.get();
    Deadline before = clock.asOf(today(), calendar.days());
    if (clock.countsFrom(counted)) {
      return before;
    }
    clock.correct(counted, today(), calendar);
    return recorder.changed(clock, before, Kind.CORRECTED, "", by, calendar);
  }

  @Override
  public Deadline stop(ClockName clock, LocalDate on, String by) {
    return change(clock, Kind.MET, "", by, (one, calendar) -> one.stop(on, today(), calendar));
  }

  @Override
  public Deadline cancel(ClockName clock, String reason, String by) {
    return change(
        clock, Kind.CANCELLED, reason, by, (one, calendar) -> one.cancel(reason, today()));
  }

  @Override
  public List<Deadline> cancelAll(String caseReference, String reason, String by) {
    return table.of(caseReference).stream()
        .filter(clock -> clock.state.isOpen())
        .map(
            clock -> cancel(new ClockName(caseReference, clock.rule.id(), clock.scope), reason, by))
        .toList();
  }

  @Override
  public Deadline extend(ClockName clock, String reason, LocalDate newDate, String by) {
    return change(
        clock, Kind.EXTENDED, reason, by, (one, calendar) -> one.extend(reason, newDate, today()));
  }

  @Override
  public Deadline explainDelay(ClockName clock, String reason, LocalDate newDate, String by) {
    return change(
        clock,
        Kind.EXPLAINED,
        reason,
        by,
        (one, calendar) -> one.explainDelay(reason, newDate, today()));
  }

  @Override
  public Deadline agree(ClockName clock, AgreedDate date, String by) {
    return change(clock, Kind.AGREED, "", by, (one, calendar) -> one.agree(date, today()));
  }

  @Override
  public Deadline pause(ClockName clock, String reason, String by) {
    return change(clock, Kind.PAUSED, reason, by, (one, calendar) -> one.pause(reason, today()));
  }

  @Override
  public Deadline resume(ClockName clock, String reason, String by) {
    return change(
        clock, Kind.RESUMED, reason, by, (one, calendar) -> one.resume(reason, today(), calendar));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Deadline> of(String caseReference) {
    return shown(table.of(caseReference));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Deadline> find(ClockName clock) {
    return table
        .latest(clock.caseReference(), clock.rule(), clock.scope())
        .map(one -> one.asOf(today(), calendars.current().days()));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Integer> openByRule() {
    return table.openByRule();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Deadline> open(String partnership) {
    return shown(table.open(partnership));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Deadline> openOf(Collection<String> caseReferences) {
    return caseReferences.isEmpty() ? List.of() : shown(table.openOf(caseReferences));
  }

  @Override
  @Transactional(readOnly = true)
  public List<ClockChange> changes(String clockId) {
    return table.changes(clockId);
  }

  @Override
  @Transactional(readOnly = true)
  public Explanation explain(ClockName clock) {
    return explain(List.of(find(clock).orElseThrow(() -> neverStarted(clock)))).get(0);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Explanation> explain(List<Deadline> deadlines) {
    Map<Integer, WorkingDayCalendar> calendar = new HashMap<>();
    deadlines.forEach(one -> calendar.computeIfAbsent(one.calendarVersion(), calendars::version));
    Map<String, List<ClockChange>> changes =
        table.changes(deadlines.stream().map(Deadline::id).toList());
    return deadlines.stream()
        .map(
            one ->
                explained(
                    one,
                    calendar.get(one.calendarVersion()),
                    changes.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private Explanation explained(
      Deadline deadline, WorkingDayCalendar calendar, List<ClockChange> changes) {
    return new Explanation(
        deadline,
        Explanations.sentence(deadline, calendar),
        Explanations.days(deadline, calendar),
        triggers.around(cases.get(deadline.caseReference()), deadline.rule(), deadline.scope()),
        changes);
  }

  @Override
  public Rule rule(String partnership, String rule) {
    return rules.of(partnership, rule);
  }

  @Override
  @Transactional(readOnly = true)
  public WorkingDayCalendar calendar() {
    return calendars.current().days();
  }

  @Override
  @Transactional(readOnly = true)
  public List<ProclaimedDay> proclaimed() {
    return calendars.days();
  }

  @Override
  public List<ClockEffect> proclaim(LocalDate date, String name, String by) {
    return proclamations.proclaim(date, name, by);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ClockEffect> effectOfProclaiming(LocalDate date, String name) {
    return proclamations.effectOf(date, name);
  }

  @Override
  public List<ClockEffect> takeBack(LocalDate date, String reason, String by) {
    return proclamations.takeBack(date, reason, by);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ClockEffect> effectOfTakingBack(LocalDate date) {
    return proclamations.effectOfTakingBack(date);
  }

  @Override
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void moveDates() {
    moved.work();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<WorkedOut> movedDates() {
    return moved.progress();
  }

  private Deadline change(
      ClockName name,
      Kind kind,
      String reason,
      String by,
      BiConsumer<CaseClock, VersionedCalendar> verb) {
    VersionedCalendar calendar = calendars.current();
    if (calendar.workingOut()) {
      // Whoever acts does so on the dates that hold now, in the whole case.
      moved.workOut(name.caseReference(), calendar);
    }
    CaseClock clock =
        table
            .lock(name.caseReference(), name.rule(), name.scope())
            .orElseThrow(() -> neverStarted(name));
    Deadline before = clock.asOf(today(), calendar.days());
    verb.accept(clock, calendar);
    return recorder.changed(clock, before, kind, reason, by, calendar);
  }

  private List<Deadline> shown(List<CaseClock> clocks) {
    WorkingDayCalendar calendar = calendars.current().days();
    return clocks.stream().map(clock -> clock.asOf(today(), calendar)).toList();
  }

  private static ClockRefused neverStarted(ClockName clock) {
    return new ClockRefused(clock + " was never started");
  }

  private static void requireScope(Rule rule, String scope) {
    if (rule.perAgency() == scope.isEmpty()) {
      throw new ClockRefused(
          "The clock \""
              + rule.name()
              + (rule.perAgency()
                  ? "\" runs once for each agency; it is not said for which"
                  : "\" is one for the whole case, not for \"" + scope + "\""));
    }
  }

  private LocalDate today() {
    return recorder.today();
  }
}
