package org.practicereview.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;

/** What the pages of a case show beside the answers as they were given. */
public final class PageQuestions {

  public static final FormName CHECK_PROCEEDINGS = new FormName("check-proceedings");
  public static final FormName CHOOSE_PSEUDONYM = new FormName("choose-pseudonym");
  public static final FormName COMPLETE_NOTIFICATION = new FormName("complete-notification");
  public static final FormName CONSIDER_COMPLAINT = new FormName("consider-complaint");
  public static final FormName DECIDE_DISCLOSURE = new FormName("decide-disclosure");
  public static final FormName DRAFT_TERMS_OF_REFERENCE = new FormName("draft-terms-of-reference");
  public static final FormName RECORD_COMPLAINT = new FormName("record-complaint");
  public static final FormName RECORD_DISCLOSURE_REQUEST =
      new FormName("record-disclosure-request");
  public static final FormName REGISTER_PROCEEDINGS = new FormName("register-proceedings");
  public static final FormName SUPPLY_CHRONOLOGY_TEMPLATE =
      new FormName("supply-chronology-template");

  public static final Question<Optional<LocalDate>> CHRONOLOGY_TEMPLATE_SENT_ON =
      Question.date("chronologyTemplateSentOn", SUPPLY_CHRONOLOGY_TEMPLATE);
  public static final Question<String> COMPLAINT_ABOUT =
      Question.choice("complaintAbout", RECORD_COMPLAINT);
  public static final Question<String> COMPLAINT_OUTCOME =
      Question.choice("complaintOutcome", CONSIDER_COMPLAINT);
  public static final Question<Optional<LocalDate>> COMPLAINT_RECEIVED_ON =
      Question.date("complaintReceivedOn", RECORD_COMPLAINT);
  public static final Question<Optional<LocalDate>> CONTACT_RUNG_ON =
      Question.date("contactRungOn", CHECK_PROCEEDINGS);
  public static final Question<String> CONTACT_SAID =
      Question.text("contactSaid", CHECK_PROCEEDINGS);
  public static final Question<String> DISCLOSURE_ASKED =
      Question.text("disclosureAsked", RECORD_DISCLOSURE_REQUEST);
  public static final Question<String> DISCLOSURE_DECISION =
      Question.choice("disclosureDecision", DECIDE_DISCLOSURE);
  public static final Question<String> DISCLOSURE_KIND =
      Question.choice("disclosureKind", RECORD_DISCLOSURE_REQUEST);
  public static final Question<Optional<LocalDate>> DISCLOSURE_RECEIVED_ON =
      Question.date("disclosureReceivedOn", RECORD_DISCLOSURE_REQUEST);
  public static final Question<String> HOLD_ASKED_BY =
      Question.text("holdAskedBy", CHECK_PROCEEDINGS, REGISTER_PROCEEDINGS);
  public static final Question<String> PROCEEDINGS_ABOUT =
      Question.text("proceedingsAbout", REGISTER_PROCEEDINGS);
  public static final Question<String> PROCEEDINGS_CONSTRAINT_DETAILS =
      Question.text("proceedingsConstraintDetails", CHECK_PROCEEDINGS, REGISTER_PROCEEDINGS);
  public static final Question<List<String>> PROCEEDINGS_CONSTRAINTS =
      Question.choices("proceedingsConstraints", CHECK_PROCEEDINGS, REGISTER_PROCEEDINGS);
  public static final Question<String> PROCEEDINGS_CONTACT =
      Question.text("proceedingsContact", REGISTER_PROCEEDINGS);
  public static final Question<String> PROCEEDINGS_KIND =
      Question.choice("proceedingsKind", REGISTER_PROCEEDINGS);
  public static final Question<String> PROCEEDINGS_OUTCOME =
      Question.text("proceedingsOutcome", CHECK_PROCEEDINGS);
  public static final Question<String> PROCEEDINGS_OWNER =
      Question.text("proceedingsOwner", REGISTER_PROCEEDINGS);
  public static final Question<String> PSEUDONYM = Question.text("pseudonym", CHOOSE_PSEUDONYM);
  public static final Question<Optional<LocalDate>> SCOPE_FROM =
      Question.date("scopeFrom", DRAFT_TERMS_OF_REFERENCE);
  public static final Question<Optional<LocalDate>> SCOPE_TO =
      Question.date("scopeTo", DRAFT_TERMS_OF_REFERENCE);

  private PageQuestions() {}
}
