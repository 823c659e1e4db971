package org.practicereview.journey;

import static org.practicereview.journey.Story.with;

import java.util.Arrays;

/** Stretches of the journey that a story passes through on its way to what it is about. */
final class Chapters {

  private Chapters() {}

  /** The child's safety is checked, the referral screened, and the three partners give views. */
  static Story viewed(Story story, Object... screening) {
    return story
        .does("head", "checkImmediateSafety")
        .does("manager", "screenReferral", with(screening))
        .does("la", "giveView")
        .does("police", "giveView")
        .does("health", "giveView");
  }

  /** The outcome is decided and, if the referrer can be written to, the letter goes. */
  static Story decided(Story story, Object... decision) {
    story.does("head", "decideOutcome", with(decision));
    return story.open().contains("approveDecisionLetter")
        ? story.does("manager", "approveDecisionLetter")
        : story;
  }

  /** The notification is made and sent. */
  static Story notified(Story story, Object... submission) {
    return story
        .does("head", "completeNotification")
        .does("head", "recordPartnersConsulted")
        .does("head", "submitNotification", with(submission));
  }

  /** From a referral by staff to the notification, all on the day the story begins. */
  static Story underReview(Story story) {
    return notified(decided(viewed(story.referredBy("manager", with()))));
  }

  /** These agencies are asked for information. */
  static Story asked(Story story, String... agencies) {
    return story.does("manager", "chooseAgencies", with("agencies", Arrays.asList(agencies)));
  }

  /** An agency sends its return. */
  static Story returned(Story story, String agency) {
    return story
        .does("author-" + agency, "confirmInvolvement")
        .does("author-" + agency, "completeReturn")
        .does("approver-" + agency, "approveReturn");
  }

  /** The three partners sign off, and the report goes to the Panel. */
  static Story signedOffAndSent(Story story) {
    return story
        .does("la", "signOffReport")
        .does("police", "signOffReport")
        .does("health", "signOffReport")
        .does("head", "approveReport")
        .does("manager", "recordReportSent");
  }

  /** From a referral to the report at the Panel, on one day, with one agency that was asked. */
  static Story withThePanel(Story story) {
    asked(underReview(story), "police")
        .does("head", "protectChildrenNow")
        .does("learning", "shareEarlyLearning")
        .does("manager", "prepareReport");
    return signedOffAndSent(story);
  }

  /** Each of the three partners says whether a practice review should follow. */
  static Story positioned(Story story, Object... position) {
    return story
        .does("la", "givePosition", with(position))
        .does("police", "givePosition", with(position))
        .does("health", "givePosition", with(position));
  }

  /** The same, and the partners decide to carry out a practice review. */
  static Story initiated(Story story) {
    return positioned(withThePanel(story).does("manager", "recordPanelResponse"))
        .does("la", "decideToInitiate")
        .does("manager", "approveOutcomeLetter");
  }

  /** The reviewer is recorded, agreed and put under contract, and those outside are told. */
  static Story commissioned(Story story, Object... reviewer) {
    return story
        .does("manager", "recordReviewer", with(reviewer))
        .does("la", "agreeReviewer")
        .does("manager", "recordContract")
        .does("head", "approveAppointmentLetter");
  }

  /** The outputs of scoping are made and agreed, and the agencies written to where that is done. */
  static Story scoped(Story story) {
    if (story.open().contains("holdScopingMeeting")) {
      story.does("manager", "holdScopingMeeting");
    }
    story
        .does("reviewer", "draftTerms")
        .does("manager", "setTimetable")
        .does("reviewer", "planFamilyContact")
        .does("manager", "choosePseudonym")
        .does("la", "agreeTerms");
    if (story.open().contains("prepareAgencyLetters")) {
      writtenToAgencies(story);
    }
    return story;
  }

  /** The senior managers of the agencies are written to, and what they answer is recorded. */
  static Story writtenToAgencies(Story story) {
    return story
        .does("manager", "prepareAgencyLetters")
        .does("head", "approveSeniorManagerLetters")
        .does("manager", "recordCommitments");
  }

  /** The list of the family is recorded, and the letters are written, approved and delivered. */
  static Story familyWrittenTo(Story story) {
    return story
        .does("manager", "recordFamilyContacts")
        .does("reviewer", "prepareFamilyLetters")
        .does("head", "approveFamilyLetters")
        .does("manager", "arrangeLanguageHelp")
        .does("manager", "postFamilyLetters");
  }
}
