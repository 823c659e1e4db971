package org.practicereview.actionplan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The action plans of cases, as the answers of those concerned tell them. */
@Service
public class ActionPlans {

  static final String AGREED = "agree-action-plan";
  static final String APPROVED = "approve-action-plan";
  static final String DECIDED = "decide-plan-report";
  static final String ROWS = "actions";

  private static final String OPENED = "action-opened";
  private static final String EXTENDED = "action-extended";

  private final Answers answers;
  private final CaseFacts facts;
  private final AuditTrail audit;
  private final Clock clock;

  ActionPlans(Answers answers, CaseFacts facts, AuditTrail audit, Clock clock) {
    this.answers = answers;
    this.facts = facts;
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
        .latest(caseReference, APPROVED, "")
        .filter(given -> Boolean.TRUE.equals(given.values().get("planApproved")))
        .map(given -> LocalDate.parse(String.valueOf(given.values().get("planApprovedOn"))));
  }

  /** When the executive signed the plan off as complete; empty while it is live. */
  public Optional<LocalDate> signedOffOn(String caseReference) {
    return answers
        .latest(caseReference, DECIDED, "")
        .filter(given -> "SIGNED_OFF".equals(given.values().get("planDecision")))
        .map(given -> LocalDate.parse(String.valueOf(given.values().get("planDecidedOn"))));
  }

  /** The number of the report that is to be made next: one more than the executive has decided. */
  public int nextReport(String caseReference) {
    return 1
        + (int)
            answers.of(caseReference).stream().filter(one -> one.form().equals(DECIDED)).count();
  }

  /** Numbers of recommendations of the report that no action of these rows answers, in order. */
  public List<String> withoutAction(String caseReference, List<Map<String, Object>> actions) {
    TreeSet<String> answered = new TreeSet<>();
    actions.forEach(row -> answered.add(text(row.get("actionRecommendation"))));
    return recommendations(caseReference).stream()
        .map(row -> text(row.get("recommendationNumber")))
        .filter(number -> !answered.contains(number))
        .toList();
  }

  /** The recommendations of the signed-off report, as rows. */
  public List<Map<String, Object>> recommendations(String caseReference) {
    return rows(facts.of(caseReference).get("recommendations"));
  }

  /**
   * Gives each action of the approved plan a scope of its own, so that what is said of it, its
   * clock and its letters are kept apart from those of the others.
   */
  @Transactional
  public void open(String caseReference, String by) {
    int number = 0;
    for (Map<String, Object> row : rows(caseReference)) {
      store(caseReference, OPENED, code(++number), row, by);
    }
    audit.record(caseReference, by, "The action plan was opened with " + number + " actions.");
  }

  /** The codes of the actions for which the executive's latest decision gives more time. */
  public List<String> extendedLast(String caseReference) {
    return answers.latest(caseReference, DECIDED, "").stream()
        .flatMap(given -> rows(given.values().get("actionDecisions")).stream())
        .filter(row -> "extend".equals(row.get("actionDecision")))
        .map(row -> text(row.get("actionCode")))
        .toList();
  }

  /** Gives an action the date that the executive's latest decision says. */
  @Transactional
  public void extend(String caseReference, String code, String by) {
    answers.latest(caseReference, DECIDED, "").stream()
        .flatMap(given -> rows(given.values().get("actionDecisions")).stream())
        .filter(row -> code.equals(row.get("actionCode")))
        .findFirst()
        .ifPresent(
            row -> {
              Object until = row.get("actionExtendedTo");
              store(caseReference, EXTENDED, code, Map.of("actionDueOn", until), by);
              audit.record(
                  caseReference,
                  by,
                  "The executive gave " + code.replace('-', ' ') + " more time.");
            });
  }

  private void store(
      String caseReference, String form, String code, Map<String, Object> values, String by) {
    answers.store(
        new FormAnswers(
            caseReference, form, "", "actionPlan", scope(code), values, by, clock.instant()));
  }

  /** The code of the action with this number, counted from 1. */
  static String code(int number) {
    return "action-" + number;
  }

  /** The scope of what is said of an action, of its letters and of its clock. */
  public static String scope(String code) {
    return Scope.item(code);
  }

  private List<Map<String, Object>> rows(String caseReference) {
    return answers
        .latest(caseReference, AGREED, "")
        .map(given -> rows(given.values().get(ROWS)))
        .orElse(List.of());
  }

  /** Rows of a form; none where there is no such answer. */
  public static List<Map<String, Object>> rows(Object answer) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (answer instanceof List<?> list) {
      for (Object item : list) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (item instanceof Map<?, ?> cells) {
          cells.forEach((key, value) -> row.put(String.valueOf(key), value));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** An answer as text; a whole number without its decimals, nothing as empty. */
  public static String text(Object value) {
    if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
      return String.valueOf(number.longValue());
    }
    return value == null ? "" : String.valueOf(value).strip();
  }
}
