package org.practicereview.family;

import static org.practicereview.family.InvitationQuestions.CHILD_ANSWERS;
import static org.practicereview.family.InvitationQuestions.CHILD_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.CHILD_CONTACT_INTERPRETER;
import static org.practicereview.family.InvitationQuestions.CHILD_LANGUAGE_HELP_BY;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACTS;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_INTERPRETER;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_LANGUAGE;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERED_HOW;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERED_ON;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERIES;
import static org.practicereview.family.InvitationQuestions.FAMILY_LETTER_TRANSLATIONS;
import static org.practicereview.family.InvitationQuestions.INTERPRETER_BOOKED_FOR;
import static org.practicereview.family.InvitationQuestions.LANGUAGE_HELP;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.practicereview.forms.FormDemand;
import org.springframework.stereotype.Component;

/** Everyone of the family gets a letter that they can read, and an interpreter who is booked. */
@Component
class LanguageRules implements FormDemand {

  private final LanguageHelp help;

  LanguageRules(LanguageHelp help) {
    this.help = help;
  }

  @Override
  public String name() {
    return "languageHelp";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<Map<String, Object>> rows = LANGUAGE_HELP.in(answers);
    TreeSet<String> missing = new TreeSet<>();
    for (Invited one : help.needed(caseReference)) {
      int row = row(rows, one.id());
      if (row < 0) {
        missing.add(one.id());
        continue;
      }
      if (LanguageHelp.needsInterpreter(one)
          && INTERPRETER_BOOKED_FOR.in(rows.get(row)).isEmpty()) {
        wrong.put(
            LANGUAGE_HELP.at(row, INTERPRETER_BOOKED_FOR), "is needed: they need an interpreter");
      }
      if (LanguageHelp.needsFile(one)
          && FAMILY_LETTER_TRANSLATIONS.in(answers).stream()
              .noneMatch(file -> LanguageHelp.isFor(one.id(), file))) {
        wrong.put(
            FAMILY_LETTER_TRANSLATIONS.key(),
            "need a file for " + one.id() + ", whose name begins with " + one.id());
      }
    }
    if (!missing.isEmpty()) {
      wrong.put(LANGUAGE_HELP.key(), "need a row for " + String.join(", ", missing));
    }
    return wrong;
  }

  private static int row(List<Map<String, Object>> rows, String code) {
    for (int i = 0; i < rows.size(); i++) {
      if (FAMILY_CONTACT_ID.is(code, rows.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** A language that is not English, and nothing needed, is told from the two answers. */
  static void languageSaid(Map<String, Object> answers, Map<String, String> wrong) {
    List<Map<String, Object>> rows = FAMILY_CONTACTS.in(answers);
    for (int i = 0; i < rows.size(); i++) {
      String language = FAMILY_CONTACT_LANGUAGE.in(rows.get(i)).strip();
      if (FAMILY_CONTACT_INTERPRETER.is("no", rows.get(i))
          && !language.toLowerCase(Locale.UK).contains("english")) {
        wrong.put(
            FAMILY_CONTACTS.at(i, FAMILY_CONTACT_INTERPRETER),
            "cannot be No where English is not the language they read and speak best; choose what"
                + " they need, or that they told you English is fine");
      }
    }
  }

  /** A child who needs a translation or an interpreter had one when they got the letter. */
  static void childUnderstood(
      List<Invited> children, Map<String, Object> answers, Map<String, String> wrong) {
    List<Map<String, Object>> rows = CHILD_ANSWERS.in(answers);
    for (int i = 0; i < rows.size(); i++) {
      String code = CHILD_CONTACT_ID.in(rows.get(i));
      boolean needs =
          children.stream()
              .filter(child -> child.id().equals(code))
              .map(child -> CHILD_CONTACT_INTERPRETER.in(child.row()))
              .anyMatch(Set.of("translation", "interpreter", "both")::contains);
      if (needs && CHILD_LANGUAGE_HELP_BY.in(rows.get(i)).isBlank()) {
        wrong.put(
            CHILD_ANSWERS.at(i, CHILD_LANGUAGE_HELP_BY),
            "is needed: this child cannot read or talk about the letter in English");
      }
    }
  }

  /** No letter reaches its reader before it is ready in their language or form. */
  void readyBeforeDelivery(
      String caseReference, Map<String, Object> answers, Map<String, String> wrong) {
    List<Map<String, Object>> rows = FAMILY_DELIVERIES.in(answers);
    for (int i = 0; i < rows.size(); i++) {
      Optional<LocalDate> ready = help.readyOn(caseReference, FAMILY_CONTACT_ID.in(rows.get(i)));
      if (ready.isPresent()
          && !FAMILY_DELIVERED_HOW.is("failed", rows.get(i))
          && FAMILY_DELIVERED_ON.in(rows.get(i)).filter(ready.get()::isAfter).isPresent()) {
        wrong.put(
            FAMILY_DELIVERIES.at(i, FAMILY_DELIVERED_ON),
            "is before the day on which the letter is ready in their language or form");
      }
    }
  }
}
