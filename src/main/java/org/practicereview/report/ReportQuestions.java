package org.practicereview.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms of the report. */
public final class ReportQuestions {

  public static final FormName ANSWER_COMMENTS = new FormName("answer-comments");
  public static final FormName ASSURE_QUALITY = new FormName("assure-quality");
  public static final FormName CHECK_FACTS = new FormName("check-facts");
  public static final FormName CHOOSE_PSEUDONYM = new FormName("choose-pseudonym");
  public static final FormName COMPLETE_AGENCY_RETURN = new FormName("complete-agency-return");
  public static final FormName COMPLETE_CHRONOLOGY = new FormName("complete-chronology");
  public static final FormName CONFIRM_TEAM_HAS_SEEN = new FormName("confirm-team-has-seen");
  public static final FormName DECIDE_SIGN_OFF = new FormName("decide-sign-off");
  public static final FormName OPEN_FACTUAL_ACCURACY = new FormName("open-factual-accuracy");
  public static final FormName PLAN_PUBLICATION = new FormName("plan-publication");
  public static final FormName PROPOSE_REPORT_CHANGE = new FormName("propose-report-change");
  public static final FormName RECORD_FAMILY_VOICE = new FormName("record-family-voice");
  public static final FormName RECORD_PRACTITIONER_EVENT =
      new FormName("record-practitioner-event");
  public static final FormName RECORD_TEAM_OUTCOME = new FormName("record-team-outcome");
  public static final FormName SET_TIMETABLE = new FormName("set-timetable");
  public static final FormName WRITE_DRAFT = new FormName("write-draft");

  public static final Question<List<Map<String, Object>>> COMMENT_ANSWERS =
      Question.rows("commentAnswers", ANSWER_COMMENTS);
  public static final Question<List<Map<String, Object>>> FACT_COMMENTS =
      Question.rows("factComments", CHECK_FACTS);
  public static final Question<List<Map<String, Object>>> CHANGED_REPORT =
      Question.files("changedReport", PROPOSE_REPORT_CHANGE);
  public static final Question<String> CHECK_ANONYMISED =
      Question.choice("checkAnonymised", ASSURE_QUALITY);
  public static final Question<String> CHECK_CHILD_VOICE =
      Question.choice("checkChildVoice", ASSURE_QUALITY);
  public static final Question<String> CHECK_CHILD_VOICE_WHERE =
      Question.text("checkChildVoiceWhere", ASSURE_QUALITY);
  public static final Question<String> CHECK_FAMILY_VOICE =
      Question.choice("checkFamilyVoice", ASSURE_QUALITY);
  public static final Question<String> CHECK_FAMILY_VOICE_WHERE =
      Question.text("checkFamilyVoiceWhere", ASSURE_QUALITY);
  public static final Question<String> CHECK_GUIDANCE =
      Question.choice("checkGuidance", ASSURE_QUALITY);
  public static final Question<String> CHECK_GUIDANCE_WHERE =
      Question.text("checkGuidanceWhere", ASSURE_QUALITY);
  public static final Question<String> CHECK_PROPORTIONATE =
      Question.choice("checkProportionate", ASSURE_QUALITY);
  public static final Question<String> CHECK_RECOMMENDATIONS =
      Question.choice("checkRecommendations", ASSURE_QUALITY);
  public static final Question<String> CHECK_TERMS = Question.choice("checkTerms", ASSURE_QUALITY);
  public static final Question<String> CHECK_TERMS_WHERE =
      Question.text("checkTermsWhere", ASSURE_QUALITY);
  public static final Question<String> CHECK_TONE = Question.choice("checkTone", ASSURE_QUALITY);
  public static final Question<String> CHECK_TONE_WHERE =
      Question.text("checkToneWhere", ASSURE_QUALITY);
  public static final Question<String> CHECK_IMPROVEMENTS =
      Question.choice("checkImprovements", ASSURE_QUALITY);
  public static final Question<String> CHECK_REVIEWER_NAMED =
      Question.choice("checkReviewerNamed", ASSURE_QUALITY);
  public static final Question<String> CHECK_SYSTEMIC_REASONS =
      Question.choice("checkSystemicReasons", ASSURE_QUALITY);
  public static final Question<String> COMMENT_DECISION =
      Question.choice("commentDecision", COMMENT_ANSWERS);
  public static final Question<String> COMMENT_FROM = Question.text("commentFrom", COMMENT_ANSWERS);
  public static final Question<String> COMMENT_KIND =
      Question.choice("commentKind", COMMENT_ANSWERS);
  public static final Question<String> COMMENT_NUMBER =
      Question.number("commentNumber", COMMENT_ANSWERS);
  public static final Question<String> COMMENT_PLACE =
      Question.text("commentPlace", COMMENT_ANSWERS);
  public static final Question<String> COMMENT_REPLY =
      Question.text("commentReply", COMMENT_ANSWERS);
  public static final Question<String> COMMENT_TEXT = Question.text("commentText", COMMENT_ANSWERS);
  public static final Shown COMMENTS_SAID = Shown.in("commentsSaid", CHECK_FACTS);
  public static final Question<String> DRAFT_CHANGES_WANTED =
      Question.text("draftChangesWanted", RECORD_TEAM_OUTCOME);
  public static final Shown DRAFT_NUMBER =
      Shown.in(
          "draftNumber",
          ASSURE_QUALITY,
          CHECK_FACTS,
          CONFIRM_TEAM_HAS_SEEN,
          DECIDE_SIGN_OFF,
          OPEN_FACTUAL_ACCURACY,
          RECORD_TEAM_OUTCOME,
          WRITE_DRAFT);
  public static final Question<List<Map<String, Object>>> DRAFT_REPORT =
      Question.files("draftReport", ANSWER_COMMENTS, WRITE_DRAFT);
  public static final Shown DRAFT_RETURNED_BECAUSE = Shown.in("draftReturnedBecause", WRITE_DRAFT);
  public static final Shown DRAFT_SOURCES_KNOWN = Shown.in("draftSourcesKnown", WRITE_DRAFT);
  public static final Question<String> FACT_COMMENT = Question.text("factComment", FACT_COMMENTS);
  public static final Question<String> FACT_EVIDENCE = Question.text("factEvidence", FACT_COMMENTS);
  public static final Question<String> FACT_KIND = Question.choice("factKind", FACT_COMMENTS);
  public static final Question<String> FACT_PLACE = Question.text("factPlace", FACT_COMMENTS);
  public static final Question<Boolean> FACTS_TO_BE_CHECKED =
      Question.yesOrNo("factsToBeChecked", RECORD_TEAM_OUTCOME);
  public static final Question<String> FACTUAL_ACCURACY_BY =
      Question.choice("factualAccuracyBy", OPEN_FACTUAL_ACCURACY);
  public static final Question<Optional<LocalDate>> LEADER_BRIEFED_HEALTH_ON =
      Question.date("leaderBriefedHealthOn", DECIDE_SIGN_OFF);
  public static final Question<Optional<LocalDate>> LEADER_BRIEFED_LOCAL_AUTHORITY_ON =
      Question.date("leaderBriefedLocalAuthorityOn", DECIDE_SIGN_OFF);
  public static final Question<Optional<LocalDate>> LEADER_BRIEFED_POLICE_ON =
      Question.date("leaderBriefedPoliceOn", DECIDE_SIGN_OFF);
  public static final Question<String> LEADERS_NOT_BRIEFED_REASONS =
      Question.text("leadersNotBriefedReasons", DECIDE_SIGN_OFF);
  public static final Question<String> NAME_HITS_EXPLAINED =
      Question.text("nameHitsExplained", ASSURE_QUALITY);
  public static final Shown NAMES_FOUND = Shown.in("namesFound", ASSURE_QUALITY, DECIDE_SIGN_OFF);
  public static final Question<String> PSEUDONYM = Question.text("pseudonym", CHOOSE_PSEUDONYM);
  public static final Question<Optional<LocalDate>> PUBLICATION_PLANNED_ON =
      Question.date("publicationPlannedOn", DECIDE_SIGN_OFF, PLAN_PUBLICATION, SET_TIMETABLE);
  public static final Question<Boolean> QUALITY_AGREED =
      Question.yesOrNo("qualityAgreed", ASSURE_QUALITY);
  public static final Question<String> QUALITY_CHANGED =
      Question.text("qualityChanged", CHECK_FACTS);
  public static final Shown QUALITY_SAID_BEFORE = Shown.in("qualitySaidBefore", CHECK_FACTS);
  public static final Question<String> QUALITY_REASONS =
      Question.text("qualityReasons", ASSURE_QUALITY);
  public static final Question<String> SIGN_OFF_DECISION =
      Question.choice("signOffDecision", DECIDE_SIGN_OFF);
  public static final Question<String> QUALITY_VIEW = Question.choice("qualityView", CHECK_FACTS);
  public static final Question<String> SIGN_OFF_RETURN_REASONS =
      Question.text("signOffReturnReasons", DECIDE_SIGN_OFF);

  private ReportQuestions() {}
}
