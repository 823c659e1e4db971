package org.practicereview.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms of the publication. */
public final class PublicationQuestions {

  public static final FormName AGREE_NATIONAL_FAMILY = new FormName("agree-national-family");
  public static final FormName AGREE_PUBLICATION_CHANGE = new FormName("agree-publication-change");
  public static final FormName AGREE_NOT_READ = new FormName("agree-not-read");
  public static final FormName ARRANGE_FAMILY_READING = new FormName("arrange-family-reading");
  public static final FormName BRIEF_PRACTITIONERS = new FormName("brief-practitioners");
  public static final FormName CHECK_PUBLIC_VERSION = new FormName("check-public-version");
  public static final FormName COMPLETE_AGENCY_RETURN = new FormName("complete-agency-return");
  public static final FormName COMPLETE_NOTIFICATION = new FormName("complete-notification");
  public static final FormName REFER_INCIDENT = new FormName("refer-incident");
  public static final FormName CONFIRM_BODIES_TOLD = new FormName("confirm-bodies-told");
  public static final FormName DECIDE_PUBLICATION = new FormName("decide-publication");
  public static final FormName DECIDE_SIGN_OFF = new FormName("decide-sign-off");
  public static final FormName MAKE_ANONYMISED_REPORT = new FormName("make-anonymised-report");
  public static final FormName DECIDE_REPORT_CHANGE = new FormName("decide-report-change");
  public static final FormName ORDER_TAKE_DOWN = new FormName("order-take-down");
  public static final FormName PLAN_PUBLICATION = new FormName("plan-publication");
  public static final FormName PREPARE_NSPCC_COPY = new FormName("prepare-nspcc-copy");
  public static final FormName PROPOSE_REPORT_CHANGE = new FormName("propose-report-change");
  public static final FormName PUBLISH_REPORT = new FormName("publish-report");
  public static final FormName RECORD_BODIES_COMMENTS = new FormName("record-bodies-comments");
  public static final FormName RECORD_FAMILY_CONTACTS = new FormName("record-family-contacts");
  public static final FormName RECORD_FAMILY_READING = new FormName("record-family-reading");
  public static final FormName CONSIDER_CHILD_INVITATION =
      new FormName("consider-child-invitation");
  public static final FormName ORDER_SEAL = new FormName("order-seal");
  public static final FormName RECORD_NSPCC = new FormName("record-nspcc");
  public static final FormName RECORD_PANEL_COMMENTS = new FormName("record-panel-comments");
  public static final FormName REMOVE_REPORT_FORM = new FormName("remove-report");
  public static final FormName REQUEST_NOT_TO_PUBLISH = new FormName("request-not-to-publish");
  public static final FormName SET_TIMETABLE = new FormName("set-timetable");
  public static final FormName WRITE_IMPROVEMENTS = new FormName("write-improvements");

  public static final Question<List<Map<String, Object>>> FAMILY_CONTACTS =
      Question.rows("familyContacts", RECORD_FAMILY_CONTACTS);
  public static final Shown AGREED_MEDIA_STATEMENT =
      Shown.in("agreedMediaStatement", AGREE_PUBLICATION_CHANGE);
  public static final Shown AGREED_PUBLICATION_ON =
      Shown.in("agreedPublicationOn", AGREE_PUBLICATION_CHANGE);
  public static final Question<List<Map<String, Object>>> ANONYMISED_REPORT =
      Question.files("anonymisedReport", MAKE_ANONYMISED_REPORT);
  public static final Shown BODIES_NOTICE =
      Shown.in("bodiesNotice", CONFIRM_BODIES_TOLD, PUBLISH_REPORT, RECORD_BODIES_COMMENTS);
  public static final Question<List<Map<String, Object>>> BODIES_TOLD_ANOTHER_WAY =
      Question.rows("bodiesToldAnotherWay", CONFIRM_BODIES_TOLD, RECORD_BODIES_COMMENTS);
  public static final Shown BODIES_TOLD_ON = Shown.in("bodiesToldOn", RECORD_BODIES_COMMENTS);
  public static final Question<String> BODY_TOLD =
      Question.choice("bodyTold", BODIES_TOLD_ANOTHER_WAY);
  public static final Question<Optional<LocalDate>> BODY_TOLD_ON =
      Question.date("bodyToldOn", BODIES_TOLD_ANOTHER_WAY);
  public static final Question<String> FAMILY_CONTACT_ID =
      Question.textOrChoice("familyContactId", FAMILY_CONTACTS);
  public static final Question<String> FAMILY_CONTACT_NAME =
      Question.text("familyContactName", FAMILY_CONTACTS);
  public static final Question<List<String>> FAMILY_NOT_TOLD =
      Question.choices("familyNotTold", ARRANGE_FAMILY_READING);
  public static final Question<String> FAMILY_NOT_TOLD_REASONS =
      Question.text("familyNotToldReasons", ARRANGE_FAMILY_READING);
  public static final Question<List<Map<String, Object>>> CHILD_CONTACTS =
      Question.rows("childContacts", CONSIDER_CHILD_INVITATION);
  public static final Question<String> CHILD_CONTACT_ID =
      Question.textOrChoice("childContactId", CHILD_CONTACTS);
  public static final Question<String> CHILD_CONTACT_CONSENT =
      Question.choice("childContactConsent", CHILD_CONTACTS);
  public static final Question<String> CHILD_CONTACT_SAFE =
      Question.choice("childContactSafe", CHILD_CONTACTS);
  public static final Question<List<String>> CHILDREN_TOLD =
      Question.choices("childrenTold", AGREE_NATIONAL_FAMILY, ARRANGE_FAMILY_READING);
  public static final Shown FAMILY_READING_CLOSED =
      Shown.in("familyReadingClosed", ARRANGE_FAMILY_READING, RECORD_FAMILY_READING);
  public static final Question<String> FAMILY_TOLD_OF_DAY =
      Question.choice("familyToldOfDay", RECORD_FAMILY_READING);
  public static final Question<List<String>> FAMILY_WHO_READ =
      Question.choices("familyWhoRead", RECORD_FAMILY_READING);
  public static final Question<List<String>> FAMILY_WHO_DECLINED =
      Question.choices("familyWhoDeclined", RECORD_FAMILY_READING);
  public static final Question<List<String>> FAMILY_WHO_COULD_NOT =
      Question.choices("familyWhoCouldNot", RECORD_FAMILY_READING);
  public static final Question<String> FAMILY_NOT_READ_REASONS =
      Question.text("familyNotReadReasons", RECORD_FAMILY_READING);
  public static final Question<String> FAMILY_DECLINED_HOW =
      Question.text("familyDeclinedHow", RECORD_FAMILY_READING);
  public static final Question<String> FAMILY_READ_WITH_ROLE =
      Question.text("familyReadWithRole", RECORD_FAMILY_READING);
  public static final Question<Boolean> NOT_READ_AGREED =
      Question.yesOrNo("notReadAgreed", AGREE_NOT_READ);
  public static final Question<List<String>> SEAL_PREPARATIONS =
      Question.choices("sealPreparations", ORDER_SEAL);
  public static final Question<String> AGAINST_PANEL_REASONS =
      Question.text("againstPanelReasons", DECIDE_PUBLICATION);
  public static final Question<Optional<LocalDate>> PANEL_ANSWER_BY =
      Question.date("panelAnswerBy", REQUEST_NOT_TO_PUBLISH);
  public static final Question<List<Map<String, Object>>> CHANGED_REPORT =
      Question.files("changedReport", PROPOSE_REPORT_CHANGE);
  public static final Question<List<Map<String, Object>>> CORRECTED_VERSION =
      Question.files("correctedVersion", ORDER_TAKE_DOWN);
  public static final Question<List<Map<String, Object>>> IMPROVEMENT_INFORMATION =
      Question.files("improvementInformation", WRITE_IMPROVEMENTS);
  public static final Question<String> MEDIA_STATEMENT =
      Question.text("mediaStatement", DECIDE_SIGN_OFF, PLAN_PUBLICATION);
  public static final Question<List<Map<String, Object>>> CHILDREN =
      Question.rows("children", COMPLETE_NOTIFICATION);
  public static final Question<Optional<LocalDate>> CHILD_BORN_ON =
      Question.date("childBornOn", CHILDREN, REFER_INCIDENT);
  public static final Question<Optional<LocalDate>> INCIDENT_ON =
      Question.date("incidentOn", REFER_INCIDENT);
  public static final Question<String> NSPCC_ABSTRACT =
      Question.text("nspccAbstract", PREPARE_NSPCC_COPY);
  public static final Question<String> NSPCC_AGE_GROUP =
      Question.choice("nspccAgeGroup", PREPARE_NSPCC_COPY);
  public static final Question<String> NSPCC_THEMES =
      Question.text("nspccThemes", PREPARE_NSPCC_COPY);
  public static final Question<String> PANEL_VIEW =
      Question.choice("panelView", RECORD_PANEL_COMMENTS);
  public static final Question<String> PRACTITIONERS_TOLD_BY =
      Question.choice("practitionersToldBy", BRIEF_PRACTITIONERS);
  public static final Question<String> PUBLIC_SUMMARY =
      Question.text("publicSummary", PLAN_PUBLICATION);
  public static final Question<Boolean> PUBLICATION_CHANGE_AGREED =
      Question.yesOrNo("publicationChangeAgreed", AGREE_PUBLICATION_CHANGE);
  public static final Question<Boolean> PUBLICATION_GOES_AHEAD =
      Question.yesOrNo("publicationGoesAhead", PUBLISH_REPORT);
  public static final Question<String> PUBLICATION_MODE =
      Question.choice("publicationMode", DECIDE_PUBLICATION, PLAN_PUBLICATION);
  public static final Question<Boolean> PUBLIC_VERSION_FIT =
      Question.yesOrNo("publicVersionFit", CHECK_PUBLIC_VERSION);
  public static final Question<Boolean> REPORT_CHANGE_AGREED =
      Question.yesOrNo("reportChangeAgreed", DECIDE_REPORT_CHANGE);
  public static final Question<String> SIGN_OFF_DECISION =
      Question.choice("signOffDecision", DECIDE_SIGN_OFF);
  public static final Question<Boolean> SUBMIT_TO_NSPCC =
      Question.yesOrNo("submitToNspcc", PLAN_PUBLICATION);
  public static final Question<Optional<LocalDate>> PUBLICATION_PLANNED_ON =
      Question.date("publicationPlannedOn", DECIDE_SIGN_OFF, PLAN_PUBLICATION, SET_TIMETABLE);
  public static final Question<Optional<LocalDate>> PUBLISHED_ON =
      Question.date("publishedOn", PUBLISH_REPORT);
  public static final Shown REMOVAL_PLANNED_ON = Shown.in("removalPlannedOn", REMOVE_REPORT_FORM);
  public static final Question<Boolean> REMOVE_REPORT =
      Question.yesOrNo("removeReport", REMOVE_REPORT_FORM);

  public static final Question<String> TAKE_DOWN_ITEM =
      Question.choice("takeDownItem", ORDER_TAKE_DOWN);
  public static final Question<String> TAKE_DOWN_KIND =
      Question.choice("takeDownKind", ORDER_TAKE_DOWN);

  private PublicationQuestions() {}
}
