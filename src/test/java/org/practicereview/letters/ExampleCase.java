package org.practicereview.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.practicereview.actionplan.PlanQuestions;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.casefile.ReturnState;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.forms.CaseRecords;
import org.springframework.stereotype.Component;

/** A made-up case in which every question has been answered. */
@Component
class ExampleCase {

  private static final SampleAnswers SAMPLES = SampleAnswers.packaged();

  static final String CHILD = "Rowan Exampleby";

  static final Map<String, Object> CLOCKS =
      Map.of(
          "referral-decision", clock("the decision on the referral", "Wednesday 25 November 2026"),
          "serious-incident-notification", clock("the notification", "Friday 27 November 2026"),
          "agency-return", clock("the agency's return", "Wednesday 9 December 2026"),
          "rapid-review", clock("the rapid review", "Friday 18 December 2026"),
          "panel-response", clock("the Panel's response", "Tuesday 5 January 2027"),
          "nomination", clock("the naming of a member", "Monday 8 March 2027"),
          "practice-review", clock("the practice review", "Monday 12 July 2027"));

  private final CaseFiles cases;
  private final Answers answers;
  private final CaseAgencies agencies;
  private final Clock clock;

  ExampleCase(CaseFiles cases, Answers answers, CaseAgencies agencies, Clock clock) {
    this.cases = cases;
    this.answers = answers;
    this.agencies = agencies;
    this.clock = clock;
  }

  private static Map<String, Object> clock(String name, String dueOn) {
    return Map.of("name", name, "dueOn", dueOn, "state", "running");
  }

  /** Opens a case and answers everything; gives its reference. */
  String open(String partnership) {
    String reference = cases.open(partnership, "demo").reference();
    agencies.ask(reference, "police", LocalDate.of(2026, 11, 30), "demo");
    agencies.due(reference, "police", LocalDate.of(2026, 12, 9));
    agencies.ask(reference, "education", LocalDate.of(2026, 11, 30), "demo");
    agencies.mark(reference, "education", ReturnState.RETURNED, "demo");
    referral(reference);
    rapidReview(reference);
    panel(reference);
    othersConcerned(reference);
    practiceReview(reference);
    besideTheReview(reference);
    practitioners(reference);
    reviewTeam(reference);
    learning(reference);
    closedPlan(reference);
    family(reference);
    report(reference);
    publication(reference);
    for (String partner : List.of("local-authority", "police", "health")) {
      answer(
          reference,
          "sign-off-rapid-review",
          CaseRecords.partnerScope(partner),
          Map.of(
              "signedOff",
              true,
              "initiationPosition",
              partner.equals("health") ? "no-review" : "review",
              "initiationPositionReasons",
              "A review can show why it happened again.",
              "initiationPositionRole",
              "lead-partner",
              "signedOffOn",
              "2026-12-17",
              "signOffRole",
              "lead-partner",
              "signOffDissent",
              partner.equals("health") ? "yes" : "no",
              "signOffDissentReasons",
              partner.equals("health") ? "Health would have liked a wider scope." : ""));
    }
    return reference;
  }

  /** Stores answers to a form. */
  void answer(String reference, String form, String scope, Map<String, Object> values) {
    answers.store(
        new FormAnswers(reference, form, "1", "task", scope, values, "demo", clock.instant()));
  }

  private void referral(String reference) {
    for (String form : List.of("plan-alternative-review", "consider-alternative-review")) {
      answer(reference, form, "", SAMPLES.of(form, LocalDate.of(2026, 11, 21)));
    }
    answer(
        reference,
        "refer-incident",
        "",
        Map.ofEntries(
            Map.entry("referrerType", "professional"),
            Map.entry("referrerName", "Pat Samplewood"),
            Map.entry("referrerEmail", "pat.samplewood@school.example"),
            Map.entry("referralReceivedOn", "2026-11-20"),
            Map.entry("childName", CHILD),
            Map.entry("childBornOn", "2019-03-02"),
            Map.entry("childSex", "female"),
            Map.entry("childAddress", "1 Example Street, Exampleton"),
            Map.entry("incidentOn", "2026-11-18"),
            Map.entry("awareOn", "2026-11-19")));
    answer(
        reference,
        "reopen-referral",
        "",
        Map.of("newFactsKnownOn", "2026-11-19", "reopenedOn", "2026-11-20"));
    answer(
        reference,
        "decide-outcome",
        "",
        Map.of(
            "referralAccepted", true,
            "outcome", "notifiable",
            "alternativeReview", "none",
            "reasonsForReferrer",
                "The child was seriously harmed.\n\nThere is reason to believe that neglect played a"
                    + " part, so national guidance asks us to notify the incident.",
            "alternativesConsidered", "A single-agency review was considered and found too narrow.",
            "decidedByRole", "head-of-safeguarding",
            "decidedOn", "2026-11-24"));
  }

  private void rapidReview(String reference) {
    answer(
        reference,
        "choose-agencies",
        "",
        Map.ofEntries(
            Map.entry("notificationNature", "serious-harm"),
            Map.entry("recipients", List.of("panel", "ofsted", "dfe", "partners")),
            Map.entry("notificationReference", "SIN-EXAMPLE-1"),
            Map.entry("notificationSentOn", "2026-11-27"),
            Map.entry("lateReason", "The identity of the child was not clear."),
            Map.entry(
                "searchDetails",
                "Mother: Robin Exampleby, born 4 May 1994\nBrother: Ash Exampleby, born 9 July 2022"
                    + "\nFormer address: 2 Example Street, Exampleton"),
            Map.entry("periodFrom", "2024-11-18"),
            Map.entry("periodTo", "2026-11-18"),
            Map.entry("panelMeetingOn", "2026-12-14"),
            Map.entry("secureReturnRoute", "ask the partnership for a secure link"),
            Map.entry(
                "delayReasons",
                "The police cannot yet share what a witness has said.\nThey expect to be able to on"
                    + " 6 January."),
            Map.entry(
                "delaySafeguards", "The brother is living with relatives and is seen each week."),
            Map.entry("delayDecidedByRole", "head-of-safeguarding"),
            Map.entry("newDueOn", "2027-01-11")));
    answer(reference, "prepare-rapid-review-report", "", report());
    answer(
        reference,
        "request-withdrawal",
        "",
        Map.of(
            "withdrawalAskedBy", "police",
            "withdrawalReason", "The post-mortem found a natural cause. No one suspects neglect."));
    answer(reference, "approve-withdrawal", "police", Map.of("withdrawalDecidedOn", "2026-12-03"));
  }

  private static Map<String, Object> report() {
    return Map.ofEntries(
        Map.entry("familyComposition", "A mother, a girl of seven and a boy of four."),
        Map.entry("agenciesInvolved", "Police, school and health visiting knew the family."),
        Map.entry(
            "missingReturns",
            List.of(Map.of("missingAgency", "Police", "missingReason", "Witness not yet heard."))),
        Map.entry(
            "meetingAttendees",
            List.of(
                Map.of("attendeeRole", "Chair", "attendeeAgency", "Local authority"),
                Map.of("attendeeRole", "Designated nurse", "attendeeAgency", "Health"))),
        Map.entry("reportFacts", "The child was found alone.\n\nShe had not been at school."),
        Map.entry("practiceAnalysis", "Absence was noticed and not followed up.\n\n" + analysis()),
        Map.entry("reportInequalityContext", "The family had no recourse to public funds."),
        Map.entry("safetyAndSharing", "The brother is safe. The school told other schools."),
        Map.entry("improvements", "Absence must lead to a visit on the same day."),
        Map.entry("themes", "Absence from school came up in two earlier reviews."),
        Map.entry(
            "earlierCases",
            "Themes of this case: Neglect\nES-2025-0004: Neglect; recommendations: 2"),
        Map.entry("foundBefore", "The visits of 2025 ended when a post fell empty."),
        Map.entry("improvementsNeeded", "yes"),
        Map.entry("improvementsNeededReasons", "Absence is not followed up."),
        Map.entry("recurrentThemes", "yes"),
        Map.entry("recurrentThemesReasons", "Seen in two earlier reviews."),
        Map.entry("agenciesWorkingTogether", "unclear"),
        Map.entry("agenciesWorkingTogetherReasons", "One return is missing."),
        Map.entry("panelPrefersLocalReview", "no"),
        Map.entry("panelPrefersLocalReviewReasons", "The Panel has not considered the case."),
        Map.entry("practiceReviewRecommended", "practice-review"),
        Map.entry("recommendationReasons", "The learning reaches beyond this family."),
        Map.entry("nationalIssue", "no"),
        Map.entry("nationalIssueReasons", "Nothing points beyond this area."),
        Map.entry("identifiers", CHILD + ", born 2 March 2019"));
  }

  private static String analysis() {
    return "Two services each believed that the other one had called at the home. ".repeat(12);
  }

  private void learning(String reference) {
    for (String form :
        List.of(
            "write-learning-brief",
            "name-training-providers",
            "plan-learning-events",
            "plan-briefing",
            "record-briefing-session",
            "record-presentation-requests",
            "prepare-follow-up",
            "record-follow-up-replies",
            "log-early-learning",
            "approve-action-plan",
            "prepare-plan-report",
            "decide-plan-report",
            "prepare-impact-summary")) {
      answer(reference, form, "", SAMPLES.of(form, LocalDate.of(2027, 7, 12)));
    }
    answer(
        reference,
        "prepare-plan-report",
        "",
        Map.of(
            "actionStatuses",
            List.of(
                Map.of(
                    "actionCode", "action-1",
                    "actionInShort", "Agree how a worry is passed on the same day.",
                    "actionStatus", "open",
                    "actionLate", "yes",
                    "actionRag", "red",
                    "actionMovement", "worse",
                    "actionNewEvidence", "The agreement of 3 May.",
                    "actionOverdueReasons", "A post was empty until last week.",
                    "actionAdvice", "extend"),
                Map.of(
                    "actionCode", "action-2",
                    "actionInShort", "Put the learning brief into the basic course.",
                    "actionStatus", "complete",
                    "actionLate", "no",
                    "actionRag", "green",
                    "actionMovement", "better",
                    "actionAdvice", "closed"))));
    PlanQuestions.ACTIONS.in(SAMPLES.of("agree-action-plan", LocalDate.of(2027, 7, 12))).stream()
        .limit(1)
        .forEach(action -> answer(reference, "action-opened", "", action));
  }

  private void panel(String reference) {
    answer(
        reference,
        "record-panel-response",
        "",
        Map.of(
            "rapidReviewSentOn", "2026-12-18",
            "panelResponse", "asks-further-information",
            "panelResponseOn", "2027-01-06",
            "answersChangeRecommendation", "no",
            "answersChangeReasons", "They confirm it.",
            "panelQuestions",
                List.of(
                    Map.of(
                        "question", "Who saw the child last?",
                        "ownerRole", "Business Manager",
                        "answer", "The health visitor, on 2 November.",
                        "answeredOn", "2027-01-08"),
                    Map.of("question", "Was the school told?", "ownerRole", "Education lead"))));
    for (String form :
        List.of(
            "name-national-liaison",
            "agree-national-family",
            "record-national-findings",
            "consider-national-findings")) {
      answer(reference, form, "", SAMPLES.of(form, LocalDate.of(2027, 1, 8)));
    }
    answer(
        reference,
        "decide-to-initiate",
        "",
        Map.of(
            "practiceReviewInitiated", true,
            "decisionToInitiateOn", "2027-01-12",
            "initiationReasons", "Two of the three partners agree with the recommendation.",
            "initiationDissent", "What is known already has not changed practice.",
            "initiationDecidedByRole", "safeguarding-partner-local-authority",
            "otherLearning", "Not needed."));
  }

  private void closedPlan(String reference) {
    answer(
        reference,
        "plan-closed",
        "police",
        Map.of(
            "actions",
            List.of(
                Map.of(
                    "actionText", "Agree how a worry is passed on the same day.",
                    "actionOwnerRole", "Head of public protection",
                    "actionStatus", "complete"),
                Map.of(
                    "actionText", "Repeat the audit at weekends.",
                    "actionOwnerRole", "Head of public protection",
                    "actionStatus", "open",
                    "actionDecisionReasons", "It goes into the plan for the whole area."))));
  }

  private void reviewTeam(String reference) {
    answer(
        reference,
        "nominate-member",
        "police",
        Map.of(
            "memberName", "Ray Exampleton",
            "memberRole", "Detective superintendent",
            "memberEmail", "ray@police.example",
            "memberRefusedReasons", "The person named cannot come on two of the dates.",
            "memberDecidedOn", "2027-03-05"));
  }

  private void publication(String reference) {
    answer(
        reference,
        "order-take-down",
        "",
        Map.of(
            "takeDownItem", "report",
            "takeDownKind", "replace",
            "takeDownReason", "identifies"));
    answer(
        reference,
        "plan-publication",
        "",
        Map.ofEntries(
            Map.entry("publicationMode", "website"),
            Map.entry("publicationPlannedOn", "2027-06-28"),
            Map.entry("signOffDecidedOn", "2027-06-07"),
            Map.entry("mediaStatement", "We are sorry. We have begun to change what must change."),
            Map.entry("mediaSpokespersonRole", "Chair of the safeguarding partners"),
            Map.entry(
                "learningPriorities",
                List.of(
                    Map.of(
                        "learningPriority", "Injuries to babies.",
                        "learningPriorityFor", "Health visiting"))),
            Map.entry("familyReading", "yes"),
            Map.entry("familyReadingOn", "2027-06-21"),
            Map.entry("familyReadingPlace", "The family centre"),
            Map.entry("familyReadingWithRole", "Lead reviewer"),
            Map.entry("childrenTold", List.of("C1", "C2")),
            Map.entry("familyCallNumber", "01632 960 101"),
            Map.entry("panelAnswerBy", "2027-06-21"),
            Map.entry("panelView", "does-not-agree"),
            Map.entry("publicationDecisionReasons", "The harm to the sister weighs more."),
            Map.entry("publicationDecidedOn", "2027-06-22"),
            Map.entry("publicationAuthority", "Terms of reference, section 4; 22 June, item 2"),
            Map.entry("againstPanelReasons", "The Panel has not met those who know the sister."),
            Map.entry("familySupport", "Your family support worker is there for you that week."),
            Map.entry("nonPublicationGrounds", List.of("identifiability", "living-child")),
            Map.entry("nonPublicationReasons", "A sister lives in a small place."),
            Map.entry("nonPublicationMinute", "Executive, 7 June, item 3"),
            Map.entry("publicationOptionsConsidered", "Leaving parts out leaves nothing.")));
  }

  private void othersConcerned(String reference) {
    answer(
        reference,
        "record-other-areas",
        "",
        Map.ofEntries(
            Map.entry("notificationNature", "child-death"),
            Map.entry("insideEngland", false),
            Map.entry("incidentCountry", "Wales"),
            Map.entry("childLivesHere", true),
            Map.entry("notifierPhone", "the switchboard"),
            Map.entry(
                "otherAreas",
                List.of(
                    Map.of(
                        "otherAreaId", "A1",
                        "otherAreaName", "Example Coast Safeguarding Children Partnership",
                        "otherAreaRole", "home-area",
                        "otherAreaEmail", "partnership@example-coast.example",
                        "otherAreaAgreed", "The business managers spoke on the phone."))),
            Map.entry(
                "partners",
                List.of(
                    Map.of(
                        "partnerName", "Example Child Death Overview Panel",
                        "partnerEmail", "cdop@example-health.example",
                        "deathReviewReference", "eCDOP-0001")))));
  }

  private void practiceReview(String reference) {
    answer(
        reference,
        "record-reviewer",
        "",
        Map.ofEntries(
            Map.entry("reviewerName", "Jo Sampleford"),
            Map.entry("reviewerOrganisation", "self-employed"),
            Map.entry("reviewerIndependent", true),
            Map.entry(
                "furtherReviewers",
                List.of(
                    Map.of(
                        "furtherReviewerName", "Lee Exampleton",
                        "furtherReviewerOrganisation", "University of Exampleton"))),
            Map.entry("formerReviewer", "Max Formerly"),
            Map.entry("reviewerReplacedOn", "2027-02-15"),
            Map.entry("reviewStartsOn", "2027-02-22"),
            Map.entry("reviewEndsOn", "2027-06-11"),
            Map.entry("reviewerMonitoredOn", "2027-03-22"),
            Map.entry("requestText", "The first draft.\n\nThe list of practitioners not yet met."),
            Map.entry("requestDueOn", "2027-04-05")));
    answer(
        reference,
        "supply-chronology-template",
        "",
        Map.of(
            "chronologyKind",
            "both",
            "chronologyGuidance",
            "Look at every contact with the child.\n\nUse job titles, not names.",
            "keyLines",
            List.of(
                Map.of("keyLine", "What happened to what was written down?"),
                Map.of("keyLine", "What was life like for the child?")),
            "setUpMeetingOn",
            "2027-03-01",
            "setUpMeetingTime",
            "10:00",
            "setUpMeetingPlace",
            "Council offices, room 4"));
    answer(
        reference,
        "set-timetable",
        "",
        Map.of(
            "pseudonym",
            "Linden",
            "nominationsDueOn",
            "2027-03-08",
            "scopeFrom",
            "2024-11-18",
            "scopeTo",
            "2026-11-18",
            "chronologiesDueOn",
            "2027-04-19",
            "chronologyRequest",
            "It covers the period of the review, in the form of the template.",
            "reviewMeetings",
            List.of(
                Map.of("meetingKind", "team", "meetingOn", "2027-03-15", "meetingTime", "10:00"),
                Map.of("meetingKind", "practitioners", "meetingOn", "2027-05-10"))));
  }

  private void besideTheReview(String reference) {
    answer(
        reference,
        "record-complaint",
        "",
        Map.ofEntries(
            Map.entry(
                "complainants",
                List.of(
                    Map.of(
                        "complainantName", "Sam Examplewood",
                        "complainantAddress", "3 Example Street\nExampleton"))),
            Map.entry("complaintReceivedOn", "2027-04-01"),
            Map.entry("complaintHandledByRole", "head-of-safeguarding"),
            Map.entry("complaintOutcome", "partly-upheld"),
            Map.entry("complaintAnswer", "The visit was too short. We are sorry for that."),
            Map.entry("complaintActions", "The reviewer will visit you again."),
            Map.entry("complaintDecidedByRole", "head-of-safeguarding"),
            Map.entry("complaintDecidedOn", "2027-04-15")));
    answer(
        reference,
        "record-disclosure-request",
        "",
        Map.ofEntries(
            Map.entry(
                "requesters",
                List.of(
                    Map.of(
                        "requesterName", "Ash Exampleby-Jones",
                        "requesterAddress", "The Example Post\nExampleton"))),
            Map.entry("disclosureKind", "foi"),
            Map.entry("disclosureReceivedOn", "2027-05-03"),
            Map.entry("disclosureDecision", "partly-given"),
            Map.entry("disclosureGiven", "The learning brief, by e-mail."),
            Map.entry("disclosureAnswer", "The report would identify a child (section 40)."),
            Map.entry("disclosureDecidedOn", "2027-05-20")));
  }

  private void practitioners(String reference) {
    answer(
        reference,
        "plan-practitioner-events",
        "",
        Map.ofEntries(
            Map.entry("practitionerEventLength", "Three hours, with a break"),
            Map.entry("practitionerEventRoute", "The room is upstairs.\nThere is a lift."),
            Map.entry(
                "practitionerSupport",
                "A counsellor is in the house on the day.\n\nYou can call her for six weeks."),
            Map.entry("practitionerSupportContact", "the support line, 01632 960 000"),
            Map.entry("practitionerLetterNotes", "Lunch is provided."),
            Map.entry("summaryGivenAs", "text"),
            Map.entry("preEventSummaryText", "Three services saw the child.\n\nEach saw a part."),
            Map.entry(
                "eventThemes", List.of(Map.of("eventTheme", "What became of written messages"))),
            Map.entry(
                "practitioners",
                List.of(
                    Map.of(
                        "practitionerName", "Kim Sampleford",
                        "practitionerRole", "Health visitor",
                        "practitionerEmail", "kim.sampleford@health.example",
                        "practitionerSupporter", "the named nurse")))));
  }

  private void family(String reference) {
    answer(
        reference,
        "prepare-family-letters",
        "",
        Map.of(
            "reviewerIntroduction",
            "Jo is independent and has listened to many families. Jo never worked with yours.",
            "familyLetterContact",
            "Sam, family support, telephone 01632 960001, on weekdays from nine to five.",
            "familyReplyBy",
            "2027-04-12",
            "familySupportOffer",
            "A bereavement service can be reached through the same number.",
            "familyContacts",
            List.of(
                Map.of(
                    "familyContactId", "F1",
                    "familyContactName", "Ms Exampleton",
                    "familyContactAddress", "Flat 2\n\n14 Example Street \nExampleton\nEX1 2MP",
                    "familyContactAdvocate", "yes",
                    "familyContactInterpreter", "no",
                    "familyContactWriteTo", "yes"),
                Map.of(
                    "familyContactId", "F2",
                    "familyContactName", "Mr and Mrs Samplewood",
                    "familyContactAdvocate", "no",
                    "familyContactInterpreter", "both",
                    "familyContactWriteTo", "yes")),
            "familyAddressees",
            List.of(
                addressee("F1", "Ms Exampleton", "took-part"),
                addressee("F2", "Mr and Mrs Samplewood", "invited"),
                addressee("F3", "Ms Lowe", "not-invited")),
            "childContacts",
            List.of(
                Map.of(
                    "childContactId", "C1",
                    "childContactName", "Ash",
                    "childContactAdult", "Jo Trustwell, school nurse",
                    "childContactAddress", "Example School\nExampleton",
                    "childContactAgeGroup", "younger",
                    "childContactWriteTo", "yes"),
                Map.of(
                    "childContactId", "C2",
                    "childContactName", "Sky",
                    "childContactAgeGroup", "older",
                    "childContactWriteTo", "yes"),
                Map.of(
                    "childContactId", "C3",
                    "childContactName", "Bo",
                    "childContactAgeGroup", "younger",
                    "childContactWriteTo", "no"))));
    answer(
        reference,
        "record-further-child",
        "",
        Map.of(
            "furtherChildren",
            List.of(
                Map.of(
                    "furtherChildName", CHILD,
                    "furtherChildRelationship", "A half-brother in another household",
                    "furtherChildHarm", "may-be-harmed",
                    "furtherChildFoundOn", "2027-03-01")),
            "furtherChildNotifiable",
            "unclear",
            "furtherChildNotifiableReasons",
            "The medical examination is tomorrow.",
            "furtherChildInReview",
            "The period under review begins a year earlier."));
    answer(
        reference,
        "assess-new-information",
        "",
        Map.of(
            "newInformationOn", "2027-03-02",
            "informationForPanel", "A product for babies may have failed in two areas.",
            "nationalImportanceReasons", "The same product is used everywhere.",
            "newInformationInReview", "The key line on safe sleeping is widened.",
            "newInformationAssessedOn", "2027-03-03",
            "newInformationAssessedByRole", "safeguarding-partner-health"));
  }

  private void report(String reference) {
    answer(
        reference,
        "answer-comments",
        "",
        Map.of(
            "factualAccuracyBy",
            "practitioners",
            "copiesReadableUntil",
            "2027-04-30",
            "factualAccuracyNotes",
            "Please look at section 4 with care.",
            "draftCorrected",
            true,
            "commentAnswers",
            List.of(
                Map.of(
                    "commentNumber", 1,
                    "commentFrom", "Essex police",
                    "commentPlace", "page 2, section 4",
                    "commentKind", "fact",
                    "commentText", "The visit was a week earlier.",
                    "commentDecision", "accepted",
                    "commentReply", "Thank you. The date has been put right."))));
  }

  private static Map<String, Object> addressee(String code, String name, String part) {
    return Map.of(
        "familyContactId", code,
        "familyContactName", name,
        "familyContactAddress", "14 Example Street\nExampleton\nEX1 2MP",
        "familyContactPart", part,
        "familyReportOpen", "yes");
  }
}
