package org.practicereview.practitioners;

import static org.practicereview.practitioners.PractitionerQuestions.PRE_EVENT_SUMMARY;
import static org.practicereview.practitioners.PractitionerQuestions.SUMMARY_GIVEN_AS;

import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/**
 * A summary that goes out as a file is added each time, so that no earlier one goes in its place.
 */
@Component
class EventSummaryDemand implements FormDemand {

  @Override
  public String name() {
    return "eventSummary";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    boolean missing =
        SUMMARY_GIVEN_AS.is("file", answers)
            && !(answers.get(PRE_EVENT_SUMMARY.key()) instanceof List<?> files && !files.isEmpty());
    return missing ? Map.of(PRE_EVENT_SUMMARY.key(), "add the summary as a file") : Map.of();
  }
}
