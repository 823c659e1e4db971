package org.practicereview.areas;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms about other areas and the child death review. */
public final class AreaQuestions {

  public static final FormName ASSURE_QUALITY = new FormName("assure-quality");
  public static final FormName COMPLETE_NOTIFICATION = new FormName("complete-notification");
  public static final FormName LINK_CHILD_DEATH_REVIEW = new FormName("link-child-death-review");
  public static final FormName RECORD_AREA_ANSWERS = new FormName("record-area-answers");
  public static final FormName RECORD_AREA_RETURNS = new FormName("record-area-returns");
  public static final FormName RECORD_OTHER_AREAS = new FormName("record-other-areas");
  public static final FormName REFER_INCIDENT = new FormName("refer-incident");
  public static final FormName SCREEN_REFERRAL = new FormName("screen-referral");

  public static final Question<List<Map<String, Object>>> AREA_ANSWERS =
      Question.rows("areaAnswers", RECORD_AREA_ANSWERS);
  public static final Question<List<Map<String, Object>>> AREA_RETURNS =
      Question.rows("areaReturns", RECORD_AREA_RETURNS);
  public static final Question<List<Map<String, Object>>> AREA_RETURN_FILES =
      Question.files("areaReturnFiles", RECORD_AREA_RETURNS);
  public static final Question<List<Map<String, Object>>> LEARNING_PRIORITIES =
      Question.rows("learningPriorities", ASSURE_QUALITY);
  public static final Question<List<Map<String, Object>>> OTHER_AREAS =
      Question.rows("otherAreas", RECORD_OTHER_AREAS);

  public static final Question<String> AREA_ANSWER = Question.choice("areaAnswer", AREA_ANSWERS);
  public static final Question<Optional<LocalDate>> AREA_ANSWERED_ON =
      Question.date("areaAnsweredOn", AREA_ANSWERS);
  public static final Question<String> AREA_MAKES_RETURN =
      Question.choice("areaMakesReturn", AREA_ANSWERS);
  public static final Question<String> AREA_RETURN = Question.choice("areaReturn", AREA_RETURNS);
  public static final Question<Optional<LocalDate>> AWARE_ON =
      Question.date("awareOn", COMPLETE_NOTIFICATION, SCREEN_REFERRAL);
  public static final Question<Boolean> CHILD_LIVES_HERE =
      Question.yesOrNo("childLivesHere", COMPLETE_NOTIFICATION);
  public static final Question<Boolean> DEATH_REVIEW_CONCERNED =
      Question.yesOrNo("deathReviewConcerned", LINK_CHILD_DEATH_REVIEW);
  public static final Question<String> DEATH_REVIEW_MAILBOX =
      Question.text("deathReviewMailbox", LINK_CHILD_DEATH_REVIEW);
  public static final Shown DEATH_REVIEW_MAILBOX_OF_PROFILE =
      Shown.in("deathReviewMailboxOfProfile", LINK_CHILD_DEATH_REVIEW);
  public static final Question<String> DEATH_REVIEW_PANEL =
      Question.text("deathReviewPanel", LINK_CHILD_DEATH_REVIEW);
  public static final Question<String> DEATH_REVIEW_REFERENCE =
      Question.text("deathReviewReference", LINK_CHILD_DEATH_REVIEW);
  public static final Question<String> HOME_LOCAL_AUTHORITY =
      Question.text("homeLocalAuthority", SCREEN_REFERRAL);
  public static final Question<String> INCIDENT_PLACE_KIND =
      Question.choice("incidentPlaceKind", SCREEN_REFERRAL);
  public static final Question<Boolean> INSIDE_ENGLAND =
      Question.yesOrNo("insideEngland", COMPLETE_NOTIFICATION);
  public static final Question<String> LEAD_AREA = Question.choice("leadArea", RECORD_AREA_ANSWERS);
  public static final Question<String> LEAD_PARTNERSHIP =
      Question.choice("leadPartnership", RECORD_AREA_ANSWERS);
  public static final Question<String> LEARNING_PRIORITY_AREA =
      Question.choice("learningPriorityArea", LEARNING_PRIORITIES);
  public static final Question<String> NO_PRIORITY_FOR_AREAS =
      Question.text("noPriorityForAreas", ASSURE_QUALITY);
  public static final Question<Boolean> QUALITY_AGREED =
      Question.yesOrNo("qualityAgreed", ASSURE_QUALITY);
  public static final Question<String> OTHER_AREA_ADDRESS =
      Question.text("otherAreaAddress", OTHER_AREAS);
  public static final Question<String> OTHER_AREA_AGREED =
      Question.text("otherAreaAgreed", OTHER_AREAS);
  public static final Question<String> OTHER_AREA_EMAIL =
      Question.text("otherAreaEmail", OTHER_AREAS);
  public static final Question<String> OTHER_AREA_ID =
      Question.textOrChoice("otherAreaId", AREA_ANSWERS, AREA_RETURNS, OTHER_AREAS);
  public static final Question<String> OTHER_AREA_NAME =
      Question.text("otherAreaName", OTHER_AREAS);
  public static final Question<String> OTHER_AREA_ROLE =
      Question.choice("otherAreaRole", OTHER_AREAS);
  public static final Question<Boolean> OTHER_AREAS_CONCERNED =
      Question.yesOrNo("otherAreasConcerned", COMPLETE_NOTIFICATION);
  public static final Question<Optional<LocalDate>> OTHER_AREAS_KNOWN_ON =
      Question.date("otherAreasKnownOn", RECORD_OTHER_AREAS);
  public static final Question<String> PLACING_AUTHORITY =
      Question.text("placingAuthority", REFER_INCIDENT);

  /** The areas in words, a line each, beside the question which of them leads. */
  public static final Shown OTHER_AREA_LIST = Shown.in("otherAreaList", RECORD_AREA_ANSWERS);

  private AreaQuestions() {}
}
