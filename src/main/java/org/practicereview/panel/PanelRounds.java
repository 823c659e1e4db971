package org.practicereview.panel;

import static org.practicereview.panel.PanelQuestions.ANSWER;
import static org.practicereview.panel.PanelQuestions.ANSWERED_ON;
import static org.practicereview.panel.PanelQuestions.ANSWER_DUE_ON;
import static org.practicereview.panel.PanelQuestions.PANEL_ANSWERS_IN_WORDS;
import static org.practicereview.panel.PanelQuestions.PANEL_QUESTIONS;
import static org.practicereview.panel.PanelQuestions.QUESTION;
import static org.practicereview.panel.PanelQuestions.QUESTION_OWNER;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.MoreFacts;
import org.practicereview.forms.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions that the Panel asked, round by round. Each has a part of the case of its own,
 * {@code item:panel-question-<round>-<number>}, with its owner, its date and its answer.
 */
@Service
public class PanelRounds implements MoreFacts {

  private static final String OPENED = "panel-questions-opened";
  private static final String QUESTION_OPENED = "panel-question-opened";
  private static final String GATHERED = "panel-answers-gathered";
  private static final String CODES = "openPanelQuestions";

  private final Answers answers;
  private final CaseFacts facts;
  private final QuestionOwners owners;
  private final AuditTrail audit;
  private final Clock clock;

  PanelRounds(
      Answers answers, CaseFacts facts, QuestionOwners owners, AuditTrail audit, Clock clock) {
    this.answers = answers;
    this.facts = facts;
    this.owners = owners;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Set<String> keys() {
    return Set.of("questionOwnerChoices", PANEL_ANSWERS_IN_WORDS.key());
  }

  /** What the forms about the questions open with: who can answer, and what was answered. */
  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    String words =
        answered(caseReference).stream()
            .map(row -> row.get(QUESTION.key()) + "\n" + row.get(ANSWER.key()))
            .collect(Collectors.joining("\n\n"));
    return Map.of(
        "questionOwnerChoices", owners.choices(caseReference), PANEL_ANSWERS_IN_WORDS.key(), words);
  }

  /** Gives each question that the Panel asked last a part of its own. */
  @Transactional
  public void open(String caseReference, String by) {
    int round = 1 + rounds(caseReference);
    List<String> codes = new ArrayList<>();
    for (Map<String, Object> row : PANEL_QUESTIONS.in(facts.of(caseReference))) {
      String code = "panel-question-" + round + "-" + (codes.size() + 1);
      Map<String, Object> asked = new LinkedHashMap<>();
      asked.put(QUESTION.key(), QUESTION.in(row));
      asked.put(QUESTION_OWNER.key(), QUESTION_OWNER.in(row));
      asked.put(ANSWER_DUE_ON.key(), row.get(ANSWER_DUE_ON.key()));
      store(caseReference, QUESTION_OPENED, Scope.item(code), asked, by);
      codes.add(code);
    }
    store(caseReference, OPENED, "", Map.of(CODES, codes), by);
    audit.record(caseReference, by, codes.size() + " questions of the Panel were given out.");
  }

  /** The codes of the questions of the latest round. */
  public List<String> codes(String caseReference) {
    return answers
        .latest(caseReference, OPENED, "")
        .map(given -> (List<?>) given.values().get(CODES))
        .orElse(List.of())
        .stream()
        .map(String::valueOf)
        .toList();
  }

  /** Who answers the question with this code. */
  public String owner(String caseReference, String code) {
    return QUESTION_OWNER.in(facts.of(caseReference, Scope.item(code)));
  }

  /** Brings the answers of the latest round together, for the letter to the Panel. */
  @Transactional
  public void gather(String caseReference, String by) {
    store(caseReference, GATHERED, "", Map.of(PANEL_QUESTIONS.key(), answered(caseReference)), by);
  }

  private List<Map<String, Object>> answered(String caseReference) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String code : codes(caseReference)) {
      Map<String, Object> known = facts.of(caseReference, Scope.item(code));
      if (ANSWER.isAnsweredIn(known)) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(QUESTION.key(), QUESTION.in(known));
        row.put(QUESTION_OWNER.key(), owners.name(caseReference, QUESTION_OWNER.in(known)));
        row.put(ANSWER.key(), ANSWER.in(known));
        row.put(ANSWERED_ON.key(), known.get(ANSWERED_ON.key()));
        rows.add(row);
      }
    }
    return rows;
  }

  private int rounds(String caseReference) {
    return (int)
        answers.of(caseReference).stream().filter(given -> given.form().equals(OPENED)).count();
  }

  private void store(
      String caseReference, String form, String scope, Map<String, Object> values, String by) {
    answers.store(
        new FormAnswers(
            caseReference, form, "", "panelQuestions", scope, values, by, clock.instant()));
  }
}
