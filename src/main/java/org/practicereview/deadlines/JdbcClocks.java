package org.practicereview.deadlines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.ClockChange.Kind;
import org.springframework.stereotype.Service;
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

  JdbcClocks(
      ClockTable table,
      CalendarTable calendars,
      EffectiveRules rules,
      TriggerDates triggers,
      CaseFiles cases,
      ClockRecorder recorder,
      Proclamations proclamations) {
    this.table = table;
    this.calendars = calendars;
    this.rules = rules;
    this.triggers = triggers;
    this.cases = cases;
    this.recorder = recorder;
    this.proclamations = proclamations;
  }

  @Override
  public Deadline start(String caseReference, String ruleId, String scope, String by) {
    CaseFile file = cases.get(caseReference);
    Rule rule = rules.of(file.partnership(), ruleId);
    requireScope(rule, scope);
    return start(file, triggers.of(file, rule, scope), scope, by);
  }

  @Override
  public Deadline start(
      String caseReference, String ruleId, String scope, LocalDate from, String by) {
    CaseFile file = cases.get(caseReference);
    Rule rule = rules.of(file.partnership(), ruleId);
    requireScope(rule, scope);
    return start(file, CountedRule.from(rule.countingFrom(""), from), scope, by);
  }

  @Override
  public Deadline startDueOn(
      String caseReference, String ruleId, String scope, String dueFact, String by) {
    CaseFile file = cases.get(caseReference);
    Rule rule = rules.of(file.partnership(), ruleId).dueOn(dueFact);
    requireScope(rule, scope);
    return start(file, triggers.of(file, rule, scope), scope, by);
  }

  @Override
  public Deadline start(
      String caseReference, String ruleId, String scope, LocalDate from, int times, String by) {
    CaseFile file = cases.get(caseReference);
    Rule rule = rules.of(file.partnership(), ruleId);
    requireScope(rule, scope);
    return start(file, CountedRule.from(rule.times(times), from), scope, by);
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
  public Deadline stop(String caseReference, String rule, String scope, LocalDate on, String by) {
    return change(
        locked(caseReference, rule, scope),
        Kind.MET,
        "",
        by,
        (clock, calendar) -> clock.stop(on, today(), calendar));
  }

  @Override
  public Deadline cancel(
      String caseReference, String rule, String scope, String reason, String by) {
    return cancel(locked(caseReference, rule, scope), reason, by);
  }

  @Override
  public List<Deadline> cancelAll(String caseReference, String reason, String by) {
    return table.of(caseReference).stream()
        .filter(clock -> clock.state.isOpen())
        .map(clock -> cancel(locked(caseReference, clock.rule.id(), clock.scope), reason, by))
        .toList();
  }

  private Deadline cancel(CaseClock clock, String reason, String by) {
    return change(
        clock, Kind.CANCELLED, reason, by, (open, calendar) -> open.cancel(reason, today()));
  }

  @Override
  public Deadline extend(
      String caseReference,
      String rule,
      String scope,
      String reason,
      LocalDate newDate,
      String by) {
    return change(
        locked(caseReference, rule, scope),
        Kind.EXTENDED,
        reason,
        by,
        (clock, calendar) -> clock.extend(reason, newDate, today()));
  }

  @Override
  public Deadline explainDelay(
      String caseReference,
      String rule,
      String scope,
      String reason,
      LocalDate newDate,
      String by) {
    return change(
        locked(caseReference, rule, scope),
        Kind.EXPLAINED,
        reason,
        by,
        (clock, calendar) -> clock.explainDelay(reason, newDate, today()));
  }

  @Override
  public Deadline agree(
      String caseReference, String rule, String scope, AgreedDate date, String by) {
    return change(
        locked(caseReference, rule, scope),
        Kind.AGREED,
        "",
        by,
        (clock, calendar) -> clock.agree(date, today()));
  }

  @Override
  public Deadline pause(String caseReference, String rule, String scope, String reason, String by) {
    return change(
        locked(caseReference, rule, scope),
        Kind.PAUSED,
        reason,
        by,
        (clock, calendar) -> clock.pause(reason, today()));
  }

  @Override
  public Deadline resume(
      String caseReference, String rule, String scope, String reason, String by) {
    return change(
        locked(caseReference, rule, scope),
        Kind.RESUMED,
        reason,
        by,
        (clock, calendar) -> clock.resume(reason, today(), calendar));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Deadline> of(String caseReference) {
    return shown(table.of(caseReference));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Deadline> find(String caseReference, String rule, String scope) {
    return table
        .latest(caseReference, rule, scope)
        .map(clock -> clock.asOf(today(), calendars.current().days()));
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
  public Explanation explain(String caseReference, String rule, String scope) {
    return explain(
        find(caseReference, rule, scope)
            .orElseThrow(() -> neverStarted(caseReference, rule, scope)));
  }

  @Override
  @Transactional(readOnly = true)
  public Explanation explain(Deadline deadline) {
    return new Explanation(
        deadline,
        Explanations.sentence(deadline, calendars.version(deadline.calendarVersion())),
        Explanations.days(deadline, calendars.version(deadline.calendarVersion())),
        triggers.around(cases.get(deadline.caseReference()), deadline.rule(), deadline.scope()),
        table.changes(deadline.id()));
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
  public List<Deadline> proclaim(LocalDate date, String name, String by) {
    return proclamations.proclaim(date, name, by);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ClockEffect> effectOfProclaiming(LocalDate date, String name) {
    return proclamations.effectOf(date, name);
  }

  @Override
  public List<Deadline> takeBack(LocalDate date, String reason, String by) {
    return proclamations.takeBack(date, reason, by);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ClockEffect> effectOfTakingBack(LocalDate date) {
    return proclamations.effectOfTakingBack(date);
  }

  private Deadline change(
      CaseClock clock,
      Kind kind,
      String reason,
      String by,
      BiConsumer<CaseClock, VersionedCalendar> verb) {
    VersionedCalendar calendar = calendars.current();
    Deadline before = clock.asOf(today(), calendar.days());
    verb.accept(clock, calendar);
    return recorder.changed(clock, before, kind, reason, by, calendar);
  }

  private List<Deadline> shown(List<CaseClock> clocks) {
    WorkingDayCalendar calendar = calendars.current().days();
    return clocks.stream().map(clock -> clock.asOf(today(), calendar)).toList();
  }

  private CaseClock locked(String caseReference, String rule, String scope) {
    return table
        .lock(caseReference, rule, scope)
        .orElseThrow(() -> neverStarted(caseReference, rule, scope));
  }

  private static ClockRefused neverStarted(String caseReference, String rule, String scope) {
    return new ClockRefused(
        "The clock \""
            + rule
            + "\""
            + (scope.isEmpty() ? "" : " (" + scope + ")")
            + " of "
            + caseReference
            + " was never started");
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
