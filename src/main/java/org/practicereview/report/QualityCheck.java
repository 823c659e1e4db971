package org.practicereview.report;

import static org.practicereview.report.ReportQuestions.CHECK_ANONYMISED;
import static org.practicereview.report.ReportQuestions.CHECK_CHILD_VOICE;
import static org.practicereview.report.ReportQuestions.CHECK_CHILD_VOICE_WHERE;
import static org.practicereview.report.ReportQuestions.CHECK_FAMILY_VOICE;
import static org.practicereview.report.ReportQuestions.CHECK_FAMILY_VOICE_WHERE;
import static org.practicereview.report.ReportQuestions.CHECK_GUIDANCE;
import static org.practicereview.report.ReportQuestions.CHECK_GUIDANCE_WHERE;
import static org.practicereview.report.ReportQuestions.CHECK_IMPROVEMENTS;
import static org.practicereview.report.ReportQuestions.CHECK_PROPORTIONATE;
import static org.practicereview.report.ReportQuestions.CHECK_RECOMMENDATIONS;
import static org.practicereview.report.ReportQuestions.CHECK_REVIEWER_NAMED;
import static org.practicereview.report.ReportQuestions.CHECK_SYSTEMIC_REASONS;
import static org.practicereview.report.ReportQuestions.CHECK_TERMS;
import static org.practicereview.report.ReportQuestions.CHECK_TERMS_WHERE;
import static org.practicereview.report.ReportQuestions.CHECK_TONE;
import static org.practicereview.report.ReportQuestions.CHECK_TONE_WHERE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.Question;

/**
 * What quality assurance asks of a report. Each is a question of its own, and one "no" returns the
 * report (SI 2018/789, part 3; Working Together 2023, chapter 5; local practice).
 */
public enum QualityCheck {
  TERMS(CHECK_TERMS, CHECK_TERMS_WHERE, "does not answer the terms of reference"),
  IMPROVEMENTS(CHECK_IMPROVEMENTS, null, "does not sum up the improvements it recommends"),
  SYSTEMIC_REASONS(CHECK_SYSTEMIC_REASONS, null, "does not explain the underlying reasons"),
  REVIEWER_NAMED(CHECK_REVIEWER_NAMED, null, "does not name its reviewer"),
  ANONYMISED(CHECK_ANONYMISED, null, "lets a child, family member or practitioner be recognised"),
  CHILD_VOICE(
      CHECK_CHILD_VOICE,
      CHECK_CHILD_VOICE_WHERE,
      "does not have the child's voice and daily life at its centre"),
  FAMILY_VOICE(
      CHECK_FAMILY_VOICE, CHECK_FAMILY_VOICE_WHERE, "does not let the family's voice be heard"),
  RECOMMENDATIONS(
      CHECK_RECOMMENDATIONS, null, "has a recommendation that does not say who does what by when"),
  TONE(CHECK_TONE, CHECK_TONE_WHERE, "blames someone, or is not written for learning"),
  PROPORTIONATE(CHECK_PROPORTIONATE, null, "is not proportionate"),
  GUIDANCE(CHECK_GUIDANCE, CHECK_GUIDANCE_WHERE, "does not keep to the national guidance");

  private final Question<String> asked;
  private final Question<String> where;
  private final String fault;

  QualityCheck(Question<String> asked, Question<String> where, String fault) {
    this.asked = asked;
    this.where = where;
    this.fault = fault;
  }

  /** The question that the body answers with yes or no. */
  public Question<String> asked() {
    return asked;
  }

  /** Why the report cannot be agreed, as a sentence. */
  public String refusal() {
    return "a report that " + fault + " cannot be agreed; return it";
  }

  /** The checks that these answers do not answer with yes. */
  public static List<QualityCheck> failedIn(Map<String, Object> answers) {
    return Arrays.stream(values()).filter(check -> !check.asked.is("yes", answers)).toList();
  }

  /** What is wrong, and where in the report, as one line for whoever writes the next draft. */
  public String inWords(Map<String, Object> answers) {
    return "The report "
        + fault
        + Optional.ofNullable(where)
            .map(question -> question.in(answers))
            .filter(said -> !said.isEmpty())
            .map(said -> " (" + said + ")")
            .orElse("")
        + ".";
  }
}
