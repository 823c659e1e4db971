package org.practicereview.practitioners;

import static org.practicereview.practitioners.PractitionerQuestions.CHECK_FACTS;
import static org.practicereview.practitioners.PractitionerQuestions.OPEN_FACTUAL_ACCURACY;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_READINGS;
import static org.practicereview.practitioners.PractitionerQuestions.PRACTITIONER_ROLE;
import static org.practicereview.practitioners.PractitionerQuestions.READER_ANSWER;
import static org.practicereview.practitioners.PractitionerQuestions.READER_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.READER_REASONS;
import static org.practicereview.practitioners.PractitionerQuestions.READER_TRIED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** Which practitioners have had the draft to read before it is signed off. */
@Component
public class PractitionerReadings {

  private final NamedPractitioners named;
  private final CaseAgencies agencies;
  private final CaseFiles cases;
  private final Answers answers;
  private final Partnerships partnerships;

  PractitionerReadings(
      NamedPractitioners named,
      CaseAgencies agencies,
      CaseFiles cases,
      Answers answers,
      Partnerships partnerships) {
    this.named = named;
    this.agencies = agencies;
    this.cases = cases;
    this.answers = answers;
    this.partnerships = partnerships;
  }

  /**
   * Each practitioner who was not asked in the check that was opened last, with the agency and what
   * it says about that, as lines; none if everyone was.
   */
  public List<String> notAsked(String caseReference) {
    List<FormAnswers> round = round(caseReference);
    if (round.isEmpty()) {
      return List.of();
    }
    Partnership partnership = partnership(caseReference);
    List<String> lines = new ArrayList<>();
    for (CaseAgency asked : agencies.of(caseReference)) {
      List<Map<String, Object>> readings = readings(round, asked.agency());
      for (Map<?, ?> person : named.of(caseReference, asked.agency())) {
        Optional<Map<String, Object>> reading =
            readings.stream().filter(row -> isOf(person, row)).reduce((earlier, later) -> later);
        if (reading.filter(row -> wasAsked(row)).isEmpty()) {
          lines.add(
              partnership.agency(asked.agency()).name()
                  + ": "
                  + PRACTITIONER_NAME.in(person)
                  + ", "
                  + PRACTITIONER_ROLE.in(person)
                  + reading
                      .map(row -> ". " + READER_REASONS.in(row) + READER_TRIED.in(row))
                      .orElse(". The agency has not answered."));
        }
      }
    }
    return lines;
  }

  private static boolean wasAsked(Map<?, ?> reading) {
    return READER_ANSWER.is("read", reading) || READER_ANSWER.is("declined", reading);
  }

  static boolean isOf(Map<?, ?> person, Map<?, ?> reading) {
    return READER_NAME.in(reading).strip().equalsIgnoreCase(PRACTITIONER_NAME.in(person).strip());
  }

  private Partnership partnership(String caseReference) {
    return partnerships.get(cases.get(caseReference).partnership());
  }

  /** What was answered since the check of the facts was opened last. */
  private List<FormAnswers> round(String caseReference) {
    List<FormAnswers> round = new ArrayList<>();
    for (FormAnswers given : answers.of(caseReference)) {
      if (OPEN_FACTUAL_ACCURACY.is(given.form())) {
        round.clear();
      }
      if (OPEN_FACTUAL_ACCURACY.is(given.form()) || !round.isEmpty()) {
        round.add(given);
      }
    }
    return round;
  }

  private static List<Map<String, Object>> readings(List<FormAnswers> round, String agency) {
    return round.stream()
        .filter(given -> CHECK_FACTS.is(given.form()) && given.scope().equals(agency))
        .flatMap(given -> PRACTITIONER_READINGS.in(given.values()).stream())
        .toList();
  }
}
