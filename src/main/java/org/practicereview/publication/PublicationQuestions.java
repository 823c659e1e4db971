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

  public static final FormName DECIDE_PUBLICATION = new FormName("decide-publication");
  public static final FormName DECIDE_SIGN_OFF = new FormName("decide-sign-off");
  public static final FormName PLAN_PUBLICATION = new FormName("plan-publication");
  public static final FormName PREPARE_NSPCC_COPY = new FormName("prepare-nspcc-copy");
  public static final FormName PUBLISH_REPORT = new FormName("publish-report");
  public static final FormName RECORD_BODIES_COMMENTS = new FormName("record-bodies-comments");
  public static final FormName RECORD_FAMILY_CONTACTS = new FormName("record-family-contacts");
  public static final FormName RECORD_PANEL_COMMENTS = new FormName("record-panel-comments");
  public static final FormName REMOVE_REPORT_FORM = new FormName("remove-report");
  public static final FormName SET_TIMETABLE = new FormName("set-timetable");
  public static final FormName WRITE_IMPROVEMENTS = new FormName("write-improvements");

  public static final Question<List<Map<String, Object>>> FAMILY_CONTACTS =
      Question.rows("familyContacts", RECORD_FAMILY_CONTACTS);
  public static final Question<List<Map<String, Object>>> ANONYMISED_REPORT =
      Question.files("anonymisedReport", PREPARE_NSPCC_COPY);
  public static final Question<Optional<LocalDate>> BODIES_HEARD_ON =
      Question.date("bodiesHeardOn", RECORD_BODIES_COMMENTS);
  public static final Question<List<Map<String, Object>>> IMPROVEMENT_INFORMATION =
      Question.files("improvementInformation", WRITE_IMPROVEMENTS);
  public static final Question<String> MEDIA_STATEMENT =
      Question.text("mediaStatement", DECIDE_SIGN_OFF, PLAN_PUBLICATION);
  public static final Question<String> NSPCC_ABSTRACT =
      Question.text("nspccAbstract", PREPARE_NSPCC_COPY);
  public static final Question<String> NSPCC_AGE_GROUP =
      Question.choice("nspccAgeGroup", PREPARE_NSPCC_COPY);
  public static final Question<Boolean> NSPCC_ANONYMOUS =
      Question.yesOrNo("nspccAnonymous", PREPARE_NSPCC_COPY);
  public static final Question<String> NSPCC_THEMES =
      Question.text("nspccThemes", PREPARE_NSPCC_COPY);
  public static final Question<String> PANEL_VIEW =
      Question.choice("panelView", RECORD_PANEL_COMMENTS);
  public static final Question<String> PUBLIC_SUMMARY =
      Question.text("publicSummary", PLAN_PUBLICATION);
  public static final Question<Boolean> PUBLICATION_GOES_AHEAD =
      Question.yesOrNo("publicationGoesAhead", PUBLISH_REPORT);
  public static final Question<String> PUBLICATION_MODE =
      Question.choice("publicationMode", DECIDE_PUBLICATION, PLAN_PUBLICATION);
  public static final Question<Optional<LocalDate>> PUBLICATION_PLANNED_ON =
      Question.date("publicationPlannedOn", DECIDE_SIGN_OFF, PLAN_PUBLICATION, SET_TIMETABLE);
  public static final Question<Optional<LocalDate>> PUBLISHED_ON =
      Question.date("publishedOn", PUBLISH_REPORT);
  public static final Shown REMOVAL_PLANNED_ON = Shown.in("removalPlannedOn", REMOVE_REPORT_FORM);
  public static final Question<Boolean> REMOVE_REPORT =
      Question.yesOrNo("removeReport", REMOVE_REPORT_FORM);

  private PublicationQuestions() {}
}
