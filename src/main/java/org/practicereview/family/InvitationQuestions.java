package org.practicereview.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.forms.FormName;
import org.practicereview.forms.Question;
import org.practicereview.forms.Shown;

/** What the service reads of the forms with which the family is invited. */
public final class InvitationQuestions {

  public static final FormName AGREE_NATIONAL_FAMILY = new FormName("agree-national-family");
  public static final FormName AGREE_NOT_INVITED = new FormName("agree-not-invited");
  public static final FormName ARRANGE_LANGUAGE_HELP = new FormName("arrange-language-help");
  public static final FormName CONSIDER_CHILD_INVITATION =
      new FormName("consider-child-invitation");
  public static final FormName POST_FAMILY_LETTERS = new FormName("post-family-letters");
  public static final FormName PREPARE_FAMILY_LETTERS = new FormName("prepare-family-letters");
  public static final FormName ARRANGE_FAMILY_READING = new FormName("arrange-family-reading");
  public static final FormName RECORD_REVIEWER = new FormName("record-reviewer");
  public static final FormName RECORD_CHANGED_ANSWER = new FormName("record-changed-answer");
  public static final FormName RECORD_CHILD_ANSWERS = new FormName("record-child-answers");
  public static final FormName RECORD_FAMILY_ANSWERS = new FormName("record-family-answers");
  public static final FormName RECORD_FAMILY_CONTACTS = new FormName("record-family-contacts");
  public static final FormName RECORD_FAMILY_VOICE = new FormName("record-family-voice");

  public static final Question<String> REVIEWER_INTRODUCTION =
      Question.text("reviewerIntroduction", PREPARE_FAMILY_LETTERS);
  public static final Question<String> REVIEWER_NAME =
      Question.text("reviewerName", RECORD_REVIEWER);
  public static final Question<String> REVIEWER_ORGANISATION =
      Question.text("reviewerOrganisation", RECORD_REVIEWER);
  public static final Question<List<Map<String, Object>>> CHILD_ANSWERS =
      Question.rows("childAnswers", RECORD_CHILD_ANSWERS);
  public static final Question<List<Map<String, Object>>> CHILD_CONTACTS =
      Question.rows("childContacts", CONSIDER_CHILD_INVITATION);
  public static final Question<List<Map<String, Object>>> FAMILY_ANSWERS =
      Question.rows("familyAnswers", RECORD_FAMILY_ANSWERS);
  public static final Question<List<Map<String, Object>>> FAMILY_CONTACTS =
      Question.rows("familyContacts", RECORD_FAMILY_CONTACTS);
  public static final Question<List<Map<String, Object>>> FAMILY_DELIVERIES =
      Question.rows("familyDeliveries", POST_FAMILY_LETTERS);
  public static final Question<List<Map<String, Object>>> LANGUAGE_HELP =
      Question.rows("languageHelp", ARRANGE_LANGUAGE_HELP);
  public static final Question<List<Map<String, Object>>> FAMILY_LETTER_TRANSLATIONS =
      Question.files("familyLetterTranslations", ARRANGE_LANGUAGE_HELP);
  public static final Question<Optional<LocalDate>> INTERPRETER_BOOKED_FOR =
      Question.date("interpreterBookedFor", LANGUAGE_HELP);
  public static final Shown LANGUAGE_HELP_ARRANGED =
      Shown.in("languageHelpArranged", FAMILY_DELIVERIES, FAMILY_ANSWERS);
  public static final Question<String> LANGUAGE_HELP_BY =
      Question.text("languageHelpBy", LANGUAGE_HELP);
  public static final Shown LANGUAGE_HELP_NEEDED = Shown.in("languageHelpNeeded", LANGUAGE_HELP);
  public static final Question<Optional<LocalDate>> LANGUAGE_HELP_READY_ON =
      Question.date("languageHelpReadyOn", LANGUAGE_HELP);
  public static final Question<String> CHANGED_ANSWER =
      Question.choice("changedAnswer", RECORD_CHANGED_ANSWER);
  public static final Question<Optional<LocalDate>> CHANGED_ANSWER_ON =
      Question.date("changedAnswerOn", RECORD_CHANGED_ANSWER);
  public static final Question<String> CHANGED_CONTACT_ID =
      Question.choice("changedContactId", RECORD_CHANGED_ANSWER);
  public static final Question<String> CHANGED_TAKES_PART_HOW =
      Question.choice("changedTakesPartHow", RECORD_CHANGED_ANSWER);
  public static final Question<String> CHILD_ANSWER = Question.choice("childAnswer", CHILD_ANSWERS);
  public static final Question<Optional<LocalDate>> CHILD_ANSWERED_ON =
      Question.date("childAnsweredOn", CHILD_ANSWERS);
  public static final Question<String> CHILD_CONTACT_ID =
      Question.textOrChoice("childContactId", CHILD_ANSWERS, CHILD_CONTACTS);
  public static final Question<String> CHILD_CONTACT_INTERPRETER =
      Question.choice("childContactInterpreter", CHILD_CONTACTS);
  public static final Question<Boolean> CHILD_INVITED =
      Question.yesOrNo("childInvited", CONSIDER_CHILD_INVITATION);
  public static final Question<String> CHILD_LANGUAGE_HELP_BY =
      Question.text("childLanguageHelpBy", CHILD_ANSWERS);
  public static final Question<String> FAMILY_ANSWER =
      Question.choice("familyAnswer", FAMILY_ANSWERS);
  public static final Question<Optional<LocalDate>> FAMILY_ANSWERED_ON =
      Question.date("familyAnsweredOn", FAMILY_ANSWERS);
  public static final Question<String> FAMILY_CONTACT_ADDRESS =
      Question.text("familyContactAddress", FAMILY_CONTACTS);
  public static final Question<String> FAMILY_CONTACT_WRITE_TO =
      Question.choice("familyContactWriteTo", FAMILY_CONTACTS);
  public static final Question<Optional<LocalDate>> FAMILY_REPLY_BY =
      Question.date("familyReplyBy", PREPARE_FAMILY_LETTERS);
  public static final Question<String> FAMILY_VOICE_READ_BACK =
      Question.choice("familyVoiceReadBack", RECORD_FAMILY_VOICE);
  public static final Question<Optional<LocalDate>> FAMILY_WRITTEN_ON =
      Question.date("familyWrittenOn", POST_FAMILY_LETTERS);
  public static final Question<String> FAMILY_CONTACT_DELIVERY =
      Question.choice("familyContactDelivery", FAMILY_CONTACTS);
  public static final Question<String> FAMILY_CONTACT_ID =
      Question.textOrChoice(
          "familyContactId", FAMILY_ANSWERS, FAMILY_CONTACTS, FAMILY_DELIVERIES, LANGUAGE_HELP);
  public static final Question<String> FAMILY_CONTACT_FORM =
      Question.choice("familyContactForm", FAMILY_CONTACTS);
  public static final Question<String> FAMILY_CONTACT_INTERPRETER =
      Question.choice("familyContactInterpreter", FAMILY_CONTACTS);
  public static final Question<String> FAMILY_CONTACT_LANGUAGE =
      Question.text("familyContactLanguage", FAMILY_CONTACTS);
  public static final Shown FAMILY_CONTACT_LIST =
      Shown.in("familyContactList", RECORD_CHANGED_ANSWER, RECORD_FAMILY_VOICE);
  public static final Shown CHILD_CONTACT_LIST =
      Shown.in("childContactList", AGREE_NATIONAL_FAMILY, ARRANGE_FAMILY_READING);
  public static final Question<String> FAMILY_DELIVERED_HOW =
      Question.choice("familyDeliveredHow", FAMILY_DELIVERIES);
  public static final Question<Optional<LocalDate>> FAMILY_DELIVERED_ON =
      Question.date("familyDeliveredOn", FAMILY_ANSWERS, FAMILY_DELIVERIES);
  public static final Question<String> FAMILY_FOUND =
      Question.choice("familyFound", RECORD_FAMILY_CONTACTS);
  public static final Shown FAMILY_LEFT_OUT = Shown.in("familyLeftOut", AGREE_NOT_INVITED);
  public static final Question<Optional<LocalDate>> FAMILY_LOOK_AGAIN_ON =
      Question.date("familyLookAgainOn", AGREE_NOT_INVITED);
  public static final Question<List<String>> FAMILY_NOT_TOLD =
      Question.choices("familyNotTold", ARRANGE_FAMILY_READING);
  public static final Question<String> FAMILY_TAKES_PART_HOW =
      Question.choice("familyTakesPartHow", FAMILY_ANSWERS);
  public static final Question<Boolean> FAMILY_WRITE_AGAIN =
      Question.yesOrNo("familyWriteAgain", RECORD_FAMILY_ANSWERS);
  public static final Question<String> NO_FAMILY_REASONS =
      Question.text("noFamilyReasons", RECORD_FAMILY_CONTACTS);

  private InvitationQuestions() {}
}
