package org.practicereview.report.process;

import java.util.List;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseWords;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.FormName;
import org.practicereview.report.ReportQuestions;
import org.springframework.stereotype.Component;

/** What the case file holds that a draft can be built on, counted. */
@Component
class DraftSources {

  private final Answers answers;
  private final CaseWords words;

  DraftSources(Answers answers, CaseWords words) {
    this.answers = answers;
    this.words = words;
  }

  /** Each kind of source with its number, also where there is none. */
  String inWords(String caseReference) {
    List<FormAnswers> given = answers.of(caseReference);
    return words.say(
        caseReference,
        """
        %d practitioner sessions
        %d chronologies of agencies
        %d written reports of agencies
        %d records of what the family said"""
            .formatted(
                count(given, ReportQuestions.RECORD_PRACTITIONER_EVENT),
                count(given, ReportQuestions.COMPLETE_CHRONOLOGY),
                count(given, ReportQuestions.COMPLETE_AGENCY_RETURN),
                count(given, ReportQuestions.RECORD_FAMILY_VOICE)));
  }

  /** An agency that answered twice is one source; what is said of no agency counts each time. */
  private static long count(List<FormAnswers> given, FormName form) {
    return given.stream()
        .filter(one -> form.is(one.form()))
        .map(one -> one.scope().isEmpty() ? one.at() : one.scope())
        .distinct()
        .count();
  }
}
