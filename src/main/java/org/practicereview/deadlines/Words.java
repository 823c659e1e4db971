package org.practicereview.deadlines;

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

  private static final Map<String, String> TRIGGERS =
      Map.ofEntries(
          Map.entry("referralReceivedOn", "the referral was received"),
          Map.entry("incidentOn", "the incident happened"),
          Map.entry("awareOn", "the local authority became aware of the incident"),
          Map.entry("notificationSentOn", "the notification was sent"),
          Map.entry("agencyAskedOn", "the agency was asked"),
          Map.entry("rapidReviewSentOn", "the rapid review was sent"),
          Map.entry("panelResponseOn", "the Panel responded"),
          Map.entry("decisionToInitiateOn", "the decision to initiate the review was taken"),
          Map.entry("reviewerMonitoredOn", "time and quality of the review were looked at"),
          Map.entry("publicationPlannedOn", "the report is to be published"),
          Map.entry("publishedOn", "the report was published"),
          Map.entry("chronologySetUpOn", "the set-up meeting for chronologies took place"),
          Map.entry("chronologiesDueOn", "the timetable asks for the chronologies"),
          Map.entry("briefingOn", "the briefing took place"),
          Map.entry("planApprovedOn", "the executive approved the action plan"),
          Map.entry("actionDueOn", "the action is to be done"),
          Map.entry("followUpReplyBy", "answers were asked for"),
          Map.entry("earlyLearningSharedOn", "the learning was shared"),
          Map.entry("proceedingsNextCheckOn", "the contact is to be rung again"),
          Map.entry("familyLookAgainOn", "those who get no letter are looked at again"),
          Map.entry("complaintReceivedOn", "the complaint was received"),
          Map.entry("disclosureReceivedOn", "the request was received"),
          Map.entry("answerNeededOn", "an answer is needed"),
          Map.entry("", "it was started"));

  private Words() {}

  /** For example {@code Friday 20 November 2026}. */
  static String date(LocalDate date) {
    return DATE.format(date);
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
          case PAUSED -> " was paused";
          case RESUMED -> " runs on and is due on " + due;
          case RECALCULATED ->
              " is due on " + due + " instead of " + date(before.dueOn()) + ": " + why;
        }
        + ".";
  }
}
