package org.practicereview.actionplan;

import static org.practicereview.actionplan.PlanQuestions.ACTIONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_CODE;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DECISION;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DECISIONS;
import static org.practicereview.actionplan.PlanQuestions.ACTION_DUE_ON;
import static org.practicereview.actionplan.PlanQuestions.ACTION_EXTENDED_TO;
import static org.practicereview.actionplan.PlanQuestions.ACTION_RECOMMENDATION;
import static org.practicereview.actionplan.PlanQuestions.AGREE_ACTION_PLAN;
import static org.practicereview.actionplan.PlanQuestions.APPROVE_ACTION_PLAN;
import static org.practicereview.actionplan.PlanQuestions.DECIDE_PLAN_REPORT;
import static org.practicereview.actionplan.PlanQuestions.PLAN_APPROVED;
import static org.practicereview.actionplan.PlanQuestions.PLAN_APPROVED_ON;
import static org.practicereview.actionplan.PlanQuestions.PLAN_DECIDED_ON;
import static org.practicereview.actionplan.PlanQuestions.PLAN_DECISION;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATIONS;
import static org.practicereview.actionplan.PlanQuestions.RECOMMENDATION_NUMBER;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseWords;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The action plans of cases, as the answers of those concerned tell them. */
@Service
public class ActionPlans {

  private static final String OPENED = "action-opened";
  private static final String EXTENDED = "action-extended";

  private final Answers answers;
  private final CaseFacts facts;
  private final NationalFindings findings;
  private final NeededBesides besides;
  private final CaseWords words;
  private final AuditTrail audit;
  private final Clock clock;

  ActionPlans(
      Answers answers,
      CaseFacts facts,
      NationalFindings findings,
      NeededBesides besides,
      CaseWords words,
      AuditTrail audit,
      Clock clock) {
    this.words = words;
    this.answers = answers;
    this.facts = facts;
    this.findings = findings;
    this.besides = besides;
    this.audit = audit;
    this.clock = clock;
  }

  /** The actions of the plan in its order; empty while none was agreed. */
  public List<PlannedAction> of(String caseReference) {
    List<FormAnswers> given = answers.of(caseReference);
    boolean approved = approvedOn(caseReference).isPresent();
    List<PlannedAction> actions = new ArrayList<>();
    int number = 0;
    for (Map<String, Object> row : rows(caseReference)) {
      String code = code(++number);
      ActionHistory history = new ActionHistory(code, row, approved);
      given.forEach(history::read);
      actions.add(history.told());
    }
    return actions;
  }

  /** Whether a plan was agreed or drafted at all. */
  public boolean exists(String caseReference) {
    return !rows(caseReference).isEmpty();
  }

  /** When the executive approved the plan: the day from which its quarters are counted. */
  public Optional<LocalDate> approvedOn(String caseReference) {
    return answers
        .latest(caseReference, APPROVE_ACTION_PLAN.id(), "")
        .filter(given -> PLAN_APPROVED.in(given.values()))
        .map(given -> PLAN_APPROVED_ON.in(given.values()).orElseThrow());
  }

  /** When the executive signed the plan off as complete; empty while it is live. */
  public Optional<LocalDate> signedOffOn(String caseReference) {
    return decisions(caseReference)
        .reduce((earlier, later) -> later)
        .filter(given -> PLAN_DECISION.is("SIGNED_OFF", given.values()))
        .map(given -> PLAN_DECIDED_ON.in(given.values()).orElseThrow());
  }

  /** The number of the report that is to be made next: one more than the executive has decided. */
  public int nextReport(String caseReference) {
    return 1 + (int) decisions(caseReference).count();
  }

  /** What the executive decided on the plan since it last approved it, from the oldest on. */
  private Stream<FormAnswers> decisions(String caseReference) {
    Instant approved =
        answers
            .latest(caseReference, APPROVE_ACTION_PLAN.id(), "")
            .map(FormAnswers::at)
            .orElse(Instant.MIN);
    return answers.of(caseReference).stream()
        .filter(one -> DECIDE_PLAN_REPORT.is(one.form()))
        .filter(one -> !one.at().isBefore(approved));
  }

  /** Numbers of recommendations of the report that no action of these rows answers, in order. */
  public List<String> withoutAction(String caseReference, List<Map<String, Object>> actions) {
    TreeSet<String> answered = new TreeSet<>();
    actions.forEach(row -> answered.add(ACTION_RECOMMENDATION.in(row)));
    return recommendations(caseReference).stream()
        .map(row -> RECOMMENDATION_NUMBER.in(row))
        .filter(number -> !answered.contains(number))
        .toList();
  }

  /** Numbers of recommendations that no action of the plan answers, in order. */
  public List<String> withoutAction(String caseReference) {
    return withoutAction(caseReference, rows(caseReference));
  }

  /**
   * What needs an action, as rows: the recommendations of the signed-off report, the policies that
   * have to change ({@code P1}), the follow-up of learning ({@code L}) where the partnership agrees
   * it at sign-off, and those findings of a national review ({@code N1}) of which the sub-group
   * says so. Empty where the report is sealed and there is nothing else.
   */
  public List<Map<String, Object>> recommendations(String caseReference) {
    List<Map<String, Object>> all = new ArrayList<>(RECOMMENDATIONS.in(facts.of(caseReference)));
    all.addAll(besides.policies(caseReference));
    if (!all.isEmpty()) {
      all.addAll(besides.followUp(caseReference));
    }
    all.addAll(findings.toActOn(caseReference));
    return all;
  }

  /**
   * Gives each action of the approved plan a scope of its own, so that what is said of it, its
   * clock and its letters are kept apart from those of the others.
   */
  @Transactional
  public void open(String caseReference, String by) {
    List<Map<String, Object>> rows = rows(caseReference);
    List<String> open = openActions(caseReference);
    int number = 0;
    for (Map<String, Object> row : rows) {
      String code = code(++number);
      if (open.contains(code)) {
        store(caseReference, OPENED, code, row, by);
      }
    }
    audit.record(caseReference, by, "The action plan was opened with " + open.size() + " actions.");
  }

  /** The codes of the actions that someone still has to see through. */
  public List<String> openActions(String caseReference) {
    return of(caseReference).stream()
        .filter(action -> action.state().isOpen())
        .map(PlannedAction::code)
        .toList();
  }

  /** The rows of the plan as it was last put together; empty while there is none. */
  public List<Map<String, Object>> rows(String caseReference) {
    return answers
        .latest(caseReference, AGREE_ACTION_PLAN.id(), "")
        .map(given -> ACTIONS.in(given.values()))
        .orElse(List.of());
  }

  /** The codes of the actions for which the executive's latest decision gives more time. */
  public List<String> extendedLast(String caseReference) {
    return answers.latest(caseReference, DECIDE_PLAN_REPORT.id(), "").stream()
        .flatMap(given -> ACTION_DECISIONS.in(given.values()).stream())
        .filter(row -> ACTION_DECISION.is("extend", row))
        .map(row -> ACTION_CODE.in(row))
        .toList();
  }

  /** Gives an action the date that the executive's latest decision says. */
  @Transactional
  public void extend(String caseReference, String code, String by) {
    answers.latest(caseReference, DECIDE_PLAN_REPORT.id(), "").stream()
        .flatMap(given -> ACTION_DECISIONS.in(given.values()).stream())
        .filter(row -> ACTION_CODE.is(code, row))
        .findFirst()
        .ifPresent(
            row -> {
              Object until = row.get(ACTION_EXTENDED_TO.key());
              store(caseReference, EXTENDED, code, Map.of(ACTION_DUE_ON.key(), until), by);
              audit.record(
                  caseReference,
                  by,
                  words.say(caseReference, "The executive gave ")
                      + code.replace('-', ' ')
                      + " more time.");
            });
  }

  private void store(
      String caseReference, String form, String code, Map<String, Object> values, String by) {
    answers.store(
        new FormAnswers(
            caseReference, form, "", "actionPlan", scope(code), values, by, clock.instant()));
  }

  /** The code of the action with this number, counted from 1. */
  public static String code(int number) {
    return "action-" + number;
  }

  /** The scope of what is said of an action, of its letters and of its clock. */
  public static String scope(String code) {
    return Scope.item(code);
  }

  /** An answer as text; a whole number without its decimals, nothing as empty. */
  public static String text(Object value) {
    if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
      return String.valueOf(number.longValue());
    }
    return value == null ? "" : String.valueOf(value).strip();
  }
}
