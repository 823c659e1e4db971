package org.practicereview.family;

import static org.practicereview.family.InvitationQuestions.ARRANGE_FAMILY_READING;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_FORM;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_INTERPRETER;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_LANGUAGE;
import static org.practicereview.family.InvitationQuestions.FAMILY_LETTER_TRANSLATIONS;
import static org.practicereview.family.InvitationQuestions.FAMILY_NOT_TOLD;
import static org.practicereview.family.InvitationQuestions.INTERPRETER_BOOKED_FOR;
import static org.practicereview.family.InvitationQuestions.LANGUAGE_HELP;
import static org.practicereview.family.InvitationQuestions.LANGUAGE_HELP_BY;
import static org.practicereview.family.InvitationQuestions.LANGUAGE_HELP_READY_ON;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.OptionWords;
import org.springframework.stereotype.Service;

/** What family members need to read a letter and to talk with us, and what was arranged for it. */
@Service
public class LanguageHelp {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /** An ordinary letter, which needs no help. */
  private static final String ORDINARY = "print";

  private final Invitations invitations;
  private final Answers answers;
  private final OptionWords options;

  LanguageHelp(Invitations invitations, Answers answers, OptionWords options) {
    this.invitations = invitations;
    this.answers = answers;
    this.options = options;
  }

  /** Whether someone who is written to now needs a translation, an interpreter or another form. */
  public boolean anybodyNeeds(String caseReference) {
    return !needed(caseReference).isEmpty();
  }

  /**
   * Those who are written to now and cannot simply be sent the letter in English: the invited, and
   * once it is arranged how the family hears of publication, everyone who is told of it.
   */
  List<Invited> needed(String caseReference) {
    Optional<FormAnswers> told = answers.latest(caseReference, ARRANGE_FAMILY_READING.id(), "");
    return invitations.family(caseReference).stream()
        .filter(
            one ->
                told.map(given -> !FAMILY_NOT_TOLD.in(given.values()).contains(one.id()))
                    .orElse(one.isWrittenToNow()))
        .filter(one -> !words(one.row()).isEmpty())
        .toList();
  }

  /** What someone needs, such as {@code Polish: a translated letter, an interpreter}. */
  String words(Map<String, Object> row) {
    List<String> needs = new ArrayList<>();
    if (needsTranslation(row)) {
      needs.add("a translated letter");
    }
    if (needsInterpreter(row)) {
      needs.add("an interpreter");
    }
    if (FAMILY_CONTACT_FORM.isAnsweredIn(row) && !FAMILY_CONTACT_FORM.is(ORDINARY, row)) {
      needs.add(options.inSentence(FAMILY_CONTACT_FORM, FAMILY_CONTACT_FORM.in(row)));
    }
    return needs.isEmpty() ? "" : FAMILY_CONTACT_LANGUAGE.in(row) + ": " + String.join(", ", needs);
  }

  /** Whether a file has to be made that goes with the letter. */
  static boolean needsFile(Map<String, Object> row) {
    return needsTranslation(row)
        || Set.of("large-print", "easy-read").contains(FAMILY_CONTACT_FORM.in(row));
  }

  static boolean needsInterpreter(Map<String, Object> row) {
    return Set.of("interpreter", "both").contains(FAMILY_CONTACT_INTERPRETER.in(row))
        || FAMILY_CONTACT_FORM.is("sign-language", row);
  }

  private static boolean needsTranslation(Map<String, Object> row) {
    return Set.of("translation", "both").contains(FAMILY_CONTACT_INTERPRETER.in(row));
  }

  /** Whether a file was made for the person of that code: its name begins with the code. */
  static boolean isFor(String code, Map<String, Object> file) {
    return Objects.toString(file.get("name"), "").matches("(?i)" + code + "(\\D.*)?");
  }

  /**
   * Whether the letter can be read by its reader from a day on; empty where nothing is arranged.
   */
  Optional<LocalDate> readyOn(String caseReference, String code) {
    return Optional.ofNullable(arranged(caseReference).get(code))
        .flatMap(LANGUAGE_HELP_READY_ON::in);
  }

  /** What was arranged for each, in words, by code. */
  Map<String, String> inWords(String caseReference) {
    Map<String, List<String>> files = files(caseReference);
    Map<String, String> words = new LinkedHashMap<>();
    arranged(caseReference)
        .forEach(
            (code, row) -> {
              List<String> parts = new ArrayList<>(files.getOrDefault(code, List.of()));
              LANGUAGE_HELP_READY_ON
                  .in(row)
                  .ifPresent(day -> parts.add("ready " + DAY.format(day)));
              INTERPRETER_BOOKED_FOR
                  .in(row)
                  .ifPresent(day -> parts.add("interpreter booked for " + DAY.format(day)));
              parts.add(LANGUAGE_HELP_BY.in(row));
              words.put(code, String.join("; ", parts));
            });
    return words;
  }

  /** What was arranged last for each, as columns of a row, by code. */
  Map<String, Map<String, Object>> arranged(String caseReference) {
    Map<String, Map<String, Object>> arranged = new LinkedHashMap<>();
    for (FormAnswers given : answers.of(caseReference)) {
      LANGUAGE_HELP.in(given.values()).forEach(row -> arranged.put(FAMILY_CONTACT_ID.in(row), row));
    }
    return arranged;
  }

  private Map<String, List<String>> files(String caseReference) {
    Map<String, List<String>> files = new LinkedHashMap<>();
    for (FormAnswers given : answers.of(caseReference)) {
      for (Map<String, Object> row : LANGUAGE_HELP.in(given.values())) {
        String code = FAMILY_CONTACT_ID.in(row);
        files.put(
            code,
            FAMILY_LETTER_TRANSLATIONS.in(given.values()).stream()
                .filter(file -> isFor(code, file))
                .map(file -> Objects.toString(file.get("name"), ""))
                .toList());
      }
    }
    return files;
  }
}
