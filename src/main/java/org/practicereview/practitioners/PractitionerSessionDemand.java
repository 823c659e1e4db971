package org.practicereview.practitioners;

import static org.practicereview.practitioners.PractitionerQuestions.MEETING_KIND;
import static org.practicereview.practitioners.PractitionerQuestions.MEETING_ON;
import static org.practicereview.practitioners.PractitionerQuestions.REVIEW_MEETINGS;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CaseWords;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * No one is invited to a session without a date: the timetable must hold one with practitioners
 * that is still to come.
 */
@Component
class PractitionerSessionDemand implements FormDemand {

  private final CaseWords words;
  private final Clock clock;

  PractitionerSessionDemand(CaseWords words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "practitionerSession";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    boolean fixed =
        answers.get(REVIEW_MEETINGS.key()) instanceof List<?> rows
            && rows.stream().anyMatch(this::isToCome);
    return fixed
        ? Map.of()
        : Map.of(
            REVIEW_MEETINGS.key(),
            words.say(caseReference, "add a practitioner session that is still to come"));
  }

  private boolean isToCome(Object row) {
    return row instanceof Map<?, ?> meeting
        && MEETING_KIND.is("practitioners", meeting)
        && !day(meeting.get(MEETING_ON.key())).isBefore(LocalDate.now(clock));
  }

  private static LocalDate day(Object text) {
    try {
      return LocalDate.parse(String.valueOf(text));
    } catch (DateTimeParseException e) {
      return LocalDate.MIN;
    }
  }
}
