package org.practicereview.chronology;

import static org.practicereview.chronology.ChronologyQuestions.HOLD_SET_UP_MEETING;
import static org.practicereview.chronology.ChronologyQuestions.SET_UP_ATTENDANCE;
import static org.practicereview.chronology.ChronologyQuestions.SET_UP_ATTENDED;

import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** Who came to the set-up meeting, before the chronologies were written. */
@Component
public class SetUpMeetings {

  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;

  SetUpMeetings(Answers answers, CaseFiles cases, Partnerships partnerships) {
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
  }

  /** Whether a set-up meeting was held and its record does not say that the agency came. */
  public boolean missed(String caseReference, String agency) {
    String name = partnerships.get(cases.get(caseReference).partnership()).agency(agency).name();
    return answers
        .latest(caseReference, HOLD_SET_UP_MEETING.id(), "")
        .filter(
            held ->
                SET_UP_ATTENDANCE.in(held.values()).stream()
                    .filter(row -> WholeSetUpMeeting.isOf(name, row))
                    .noneMatch(row -> SET_UP_ATTENDED.is("yes", row)))
        .isPresent();
  }
}
