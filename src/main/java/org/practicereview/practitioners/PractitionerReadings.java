package org.practicereview.practitioners;

import static org.practicereview.practitioners.PractitionerQuestions.ANSWER_COMMENTS;
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
import java.util.stream.Collectors;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.casefile.Rounds;
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
   * Each practitioner who was not asked in the check that is open, with the agency and what it says
   * about that, as lines; none if everyone was.
   */
  public List<String> notAsked(String caseReference) {
    List<FormAnswers> round = round(caseReference);
    if (round.isEmpty()) {
      return List.of();
    }
    Partnership partnership = partnership(caseReference);
    List<String> lines = new ArrayList<>();
    for (CaseAgency asked : agencies.of(caseReference)) {
      for (Map<?, ?> person : named.of(caseReference, asked.agency())) {
        Optional<Map<String, Object>> reading = reading(round, asked.agency(), person);
        if (reading.filter(PractitionerReadings::wasAsked).isEmpty()) {
          lines.add(
              partnership.agency(asked.agency()).name()
                  + ": "
                  + inWords(person)
                  + reading
                      .map(row -> ". " + READER_REASONS.in(row) + READER_TRIED.in(row))
                      .orElse(". The agency has not answered."));
        }
      }
    }
    return lines;
  }

  /** Those whom an agency named and did not ask yet in the check that is open. */
  List<Map<?, ?>> notAskedBy(String caseReference, String agency) {
    List<FormAnswers> round = round(caseReference);
    return named.of(caseReference, agency).stream()
        .<Map<?, ?>>filter(
            person ->
                reading(round, agency, person).filter(PractitionerReadings::wasAsked).isEmpty())
        .toList();
  }

  /** Those of an agency who were asked already in the check that is open, as lines. */
  String askedBy(String caseReference, String agency) {
    List<FormAnswers> round = round(caseReference);
    return named.of(caseReference, agency).stream()
        .flatMap(
            person ->
                reading(round, agency, person)
                    .filter(PractitionerReadings::wasAsked)
                    .map(
                        row ->
                            inWords(person)
                                + (READER_ANSWER.is("read", row)
                                    ? ": has read it"
                                    : ": was offered it, and does not want to"))
                    .stream())
        .collect(Collectors.joining("\n"));
  }

  private static String inWords(Map<?, ?> person) {
    return PRACTITIONER_NAME.in(person) + ", " + PRACTITIONER_ROLE.in(person);
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

  private List<FormAnswers> round(String caseReference) {
    return Rounds.latest(answers.of(caseReference), OPEN_FACTUAL_ACCURACY, ANSWER_COMMENTS);
  }

  /** What an agency said last about a person. */
  private static Optional<Map<String, Object>> reading(
      List<FormAnswers> round, String agency, Map<?, ?> person) {
    return round.stream()
        .filter(given -> CHECK_FACTS.is(given.form()) && given.scope().equals(agency))
        .flatMap(given -> PRACTITIONER_READINGS.in(given.values()).stream())
        .filter(row -> isOf(person, row))
        .reduce((earlier, later) -> later);
  }
}
