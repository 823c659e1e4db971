package org.practicereview.chronology;

import static org.practicereview.chronology.ChronologyQuestions.SET_UP_MEETING_ON;
import static org.practicereview.chronology.ChronologyQuestions.SET_UP_MEETING_TIME;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.engine.ProcessNames;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * The set-up meeting is on the day and at the time that the members accepted when they were
 * appointed.
 */
@Component
class SetUpMeetingAsAgreed implements FormDemand {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  /** The process with which the dates of a review are changed. */
  private static final String CHANGES_DATES = "review-dates";

  private final CaseFacts facts;
  private final ProcessNames names;

  SetUpMeetingAsAgreed(CaseFacts facts, ProcessNames names) {
    this.facts = facts;
    this.names = names;
  }

  @Override
  public String name() {
    return "setUpMeetingAsAgreed";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Map<String, Object> known = facts.of(caseReference);
    Optional<LocalDate> agreed = SET_UP_MEETING_ON.in(known);
    boolean same =
        SET_UP_MEETING_ON.in(answers).equals(agreed)
            && SET_UP_MEETING_TIME.in(answers).equals(SET_UP_MEETING_TIME.in(known));
    return agreed.isEmpty() || SET_UP_MEETING_ON.in(answers).isEmpty() || same
        ? Map.of()
        : Map.of(
            SET_UP_MEETING_ON.key(),
            "the members have accepted "
                + agreed.get().format(DAY)
                + ", "
                + SET_UP_MEETING_TIME.in(known)
                + "; change it on the case page, under \""
                + names.of(CHANGES_DATES)
                + "\", and they are asked again");
  }
}
