package org.practicereview.report.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseWords;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.FormName;
import org.practicereview.report.ReportQuestions;
import org.springframework.stereotype.Component;

/** What the case file holds that a draft can be built on, counted. */
@Component
class DraftSources {

  private static final Map<String, FormName> SOURCES = new LinkedHashMap<>();

  static {
    SOURCES.put("practitioner sessions", ReportQuestions.RECORD_PRACTITIONER_EVENT);
    SOURCES.put("chronologies of agencies", ReportQuestions.COMPLETE_CHRONOLOGY);
    SOURCES.put("written reports of agencies", ReportQuestions.COMPLETE_AGENCY_RETURN);
    SOURCES.put("records of what the family said", ReportQuestions.RECORD_FAMILY_VOICE);
  }

  private final Answers answers;
  private final CaseWords words;

  DraftSources(Answers answers, CaseWords words) {
    this.answers = answers;
    this.words = words;
  }

  /** Each kind of source with its number, also where there is none. */
  String inWords(String caseReference) {
    List<FormAnswers> given = answers.of(caseReference);
    return SOURCES.entrySet().stream()
        .map(
            source ->
                count(given, source.getValue()) + " " + words.say(caseReference, source.getKey()))
        .collect(Collectors.joining("\n"));
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
