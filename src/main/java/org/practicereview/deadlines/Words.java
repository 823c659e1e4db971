package org.practicereview.deadlines;

import static org.practicereview.deadlines.ClockQuestions.ACTION_DUE_ON;
import static org.practicereview.deadlines.ClockQuestions.AGENCY_ASKED_ON;
import static org.practicereview.deadlines.ClockQuestions.ALTERNATIVE_REVIEW_DUE_ON;
import static org.practicereview.deadlines.ClockQuestions.ANSWER_DUE_ON;
import static org.practicereview.deadlines.ClockQuestions.ANSWER_NEEDED_ON;
import static org.practicereview.deadlines.ClockQuestions.AWARE_ON;
import static org.practicereview.deadlines.ClockQuestions.BRIEFING_ON;
import static org.practicereview.deadlines.ClockQuestions.CHRONOLOGIES_DUE_ON;
import static org.practicereview.deadlines.ClockQuestions.CHRONOLOGY_SET_UP_ON;
import static org.practicereview.deadlines.ClockQuestions.COMPLAINT_RECEIVED_ON;
import static org.practicereview.deadlines.ClockQuestions.DECISION_TO_INITIATE_ON;
import static org.practicereview.deadlines.ClockQuestions.DISCLOSURE_RECEIVED_ON;
import static org.practicereview.deadlines.ClockQuestions.EARLY_LEARNING_SHARED_ON;
import static org.practicereview.deadlines.ClockQuestions.FAMILY_LOOK_AGAIN_ON;
import static org.practicereview.deadlines.ClockQuestions.FOLLOW_UP_REPLY_BY;
import static org.practicereview.deadlines.ClockQuestions.INCIDENT_ON;
import static org.practicereview.deadlines.ClockQuestions.NATIONAL_FINDINGS_EXPECTED_ON;
import static org.practicereview.deadlines.ClockQuestions.NOTIFICATION_SENT_ON;
import static org.practicereview.deadlines.ClockQuestions.OTHER_AREAS_KNOWN_ON;
import static org.practicereview.deadlines.ClockQuestions.PANEL_RESPONSE_ON;
import static org.practicereview.deadlines.ClockQuestions.PLAN_APPROVED_ON;
import static org.practicereview.deadlines.ClockQuestions.PROCEEDINGS_NEXT_CHECK_ON;
import static org.practicereview.deadlines.ClockQuestions.PUBLICATION_PLANNED_ON;
import static org.practicereview.deadlines.ClockQuestions.PUBLISHED_ON;
import static org.practicereview.deadlines.ClockQuestions.RAPID_REVIEW_SENT_ON;
import static org.practicereview.deadlines.ClockQuestions.REFERRAL_RECEIVED_ON;
import static org.practicereview.deadlines.ClockQuestions.REVIEWER_MONITORED_ON;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.forms.Scope;

/** How clocks and dates are written for people. */
final class Words {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private static final Map<String, String> TRIGGERS =
      Map.ofEntries(
          Map.entry(REFERRAL_RECEIVED_ON.key(), "the referral was received"),
          Map.entry(INCIDENT_ON.key(), "the incident happened"),
          Map.entry(AWARE_ON.key(), "the local authority became aware of the incident"),
          Map.entry(NOTIFICATION_SENT_ON.key(), "the notification was sent"),
          Map.entry(AGENCY_ASKED_ON.key(), "the agency was asked"),
          Map.entry(RAPID_REVIEW_SENT_ON.key(), "the rapid review was sent"),
          Map.entry(OTHER_AREAS_KNOWN_ON.key(), "it was known that other areas are concerned"),
          Map.entry(PANEL_RESPONSE_ON.key(), "the Panel responded"),
          Map.entry(DECISION_TO_INITIATE_ON.key(), "the decision to initiate the review was taken"),
          Map.entry(REVIEWER_MONITORED_ON.key(), "time and quality of the review were looked at"),
          Map.entry(PUBLICATION_PLANNED_ON.key(), "the report is to be published"),
          Map.entry(PUBLISHED_ON.key(), "the report was published"),
          Map.entry(CHRONOLOGY_SET_UP_ON.key(), "the set-up meeting for chronologies took place"),
          Map.entry(CHRONOLOGIES_DUE_ON.key(), "the timetable asks for the chronologies"),
          Map.entry(BRIEFING_ON.key(), "the briefing took place"),
          Map.entry(PLAN_APPROVED_ON.key(), "the action plan was approved"),
          Map.entry(ACTION_DUE_ON.key(), "the action is to be done"),
          Map.entry(FOLLOW_UP_REPLY_BY.key(), "answers were asked for"),
          Map.entry(EARLY_LEARNING_SHARED_ON.key(), "the learning was shared"),
          Map.entry(PROCEEDINGS_NEXT_CHECK_ON.key(), "the contact is to be called again"),
          Map.entry(FAMILY_LOOK_AGAIN_ON.key(), "those who get no letter are looked at again"),
          Map.entry(COMPLAINT_RECEIVED_ON.key(), "the complaint was received"),
          Map.entry(DISCLOSURE_RECEIVED_ON.key(), "the request was received"),
          Map.entry(ANSWER_NEEDED_ON.key(), "an answer is needed"),
          Map.entry(NATIONAL_FINDINGS_EXPECTED_ON.key(), "the findings are expected"),
          Map.entry(ALTERNATIVE_REVIEW_DUE_ON.key(), "the reports are due"),
          Map.entry(ANSWER_DUE_ON.key(), "the answer is due"),
          Map.entry("", "it was started"));

  private Words() {}

  /** For example {@code Friday 20 November 2026}. */
  static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** For example {@code 20 November 2026}. */
  static String shortDate(LocalDate date) {
    return SHORT.format(date);
  }

  /** For example {@code The clock "Rapid review"}; with the agency where it is one agency's. */
  static String clock(Rule rule, String scope) {
    String clock = "The clock \"" + rule.name() + "\"";
    return scope.isEmpty() ? clock : clock + " (" + Scope.plain(scope) + ")";
  }

  /** What a fact's date is the date of; a fact that a model added is named by its key. */
  static String trigger(String key) {
    return TRIGGERS.getOrDefault(key, "the date \"" + key + "\"");
  }

  /** The dates of a case that clocks are known to count from. */
  static Set<String> triggers() {
    return TRIGGERS.keySet().stream().filter(key -> !key.isEmpty()).collect(Collectors.toSet());
  }

  /** What happened to a clock, as a sentence of the audit trail; names no person. */
  static String happened(ClockChange.Kind kind, Deadline before, Deadline after, String why) {
    String clock = clock(after.rule(), after.scope());
    String due = date(after.dueOn());
    return clock
        + switch (kind) {
          case STARTED -> " started; it is due on " + due;
          case CORRECTED -> " now counts from " + date(after.triggerOn()) + " and is due on " + due;
          case MET ->
              after.state() == ClockState.MET
                  ? " was met on " + date(after.endedOn())
                  : " was met late on " + date(after.endedOn()) + "; it was due on " + due;
          case CANCELLED -> " was cancelled";
          case EXTENDED -> " was extended from " + date(before.dueOn()) + " to " + due;
          case EXPLAINED ->
              " will be late: it is due on "
                  + due
                  + ", a reason was given, and the new date is "
                  + date(after.explainedUntil());
          case AGREED ->
              " is due on "
                  + due
                  + "; the Panel has agreed to a second date, "
                  + date(after.agreed().until())
                  + ", in its letter of "
                  + date(after.agreed().letterOn())
                  + " ("
                  + after.agreed().letterReference()
                  + ")";
          case PAUSED -> " was paused";
          case RESUMED -> " runs on and is due on " + due;
          case RECALCULATED ->
              " is due on " + due + " instead of " + date(before.dueOn()) + ": " + why;
        }
        + ".";
  }
}
