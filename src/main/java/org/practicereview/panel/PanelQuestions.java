package org.practicereview.panel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the questions of the Panel and of the answers to them. */
final class PanelQuestions {

  static final FormName ANSWER_PANEL_QUESTION = new FormName("answer-panel-question");
  static final FormName FINISH_PANEL_ANSWERS = new FormName("finish-panel-answers");
  static final FormName PREPARE_RAPID_REVIEW_REPORT = new FormName("prepare-rapid-review-report");
  static final FormName RECORD_PANEL_RESPONSE = new FormName("record-panel-response");

  static final Question<List<Map<String, Object>>> PANEL_QUESTIONS =
      Question.rows("panelQuestions", RECORD_PANEL_RESPONSE);
  static final Question<String> ANSWER = Question.text("answer", ANSWER_PANEL_QUESTION);
  static final Question<Optional<LocalDate>> ANSWERED_ON =
      Question.date("answeredOn", ANSWER_PANEL_QUESTION);
  static final Question<Optional<LocalDate>> ANSWER_DUE_ON =
      Question.date("answerDueOn", PANEL_QUESTIONS);
  static final Shown PANEL_ANSWERS_IN_WORDS = Shown.in("panelAnswersInWords", FINISH_PANEL_ANSWERS);
  static final Question<String> PANEL_PREFERS_LOCAL_REVIEW =
      Question.choice("panelPrefersLocalReview", PREPARE_RAPID_REVIEW_REPORT);
  static final Question<String> PANEL_RESPONSE =
      Question.choice("panelResponse", RECORD_PANEL_RESPONSE);
  static final Question<String> QUESTION = Question.text("question", PANEL_QUESTIONS);
  static final Question<String> QUESTION_OWNER = Question.choice("questionOwner", PANEL_QUESTIONS);

  private PanelQuestions() {}
}
