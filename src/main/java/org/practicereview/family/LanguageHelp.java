package org.practicereview.family;

import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_FORM;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_LANGUAGE;
import static org.practicereview.family.InvitationQuestions.FAMILY_LETTER_TRANSLATIONS;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.OptionWords;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;
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
  private final Letters letters;

  LanguageHelp(Invitations invitations, Answers answers, OptionWords options, Letters letters) {
    this.invitations = invitations;
    this.answers = answers;
    this.options = options;
    this.letters = letters;
  }

  /** Whether someone whose letter is approved needs a translation, an interpreter or a form. */
  public boolean anybodyNeeds(String caseReference) {
    return !needed(caseReference).isEmpty();
  }

  /**
   * Those whose letter is approved and has not gone, and who cannot simply be sent it in English:
   * family members, households, and children who get a letter of their own.
   */
  List<Invited> needed(String caseReference) {
    Set<String> readers =
        letters.of(caseReference).stream()
            .filter(letter -> letter.state() == LetterState.APPROVED)
            .map(Letter::recipientKind)
            .filter(kind -> kind.startsWith("rows:"))
            .map(kind -> kind.substring(kind.lastIndexOf(':') + 1))
            .collect(Collectors.toSet());
    return readers.isEmpty()
        ? List.of()
        : Stream.concat(
                invitations.family(caseReference).stream(),
                invitations.children(caseReference).stream())
            .filter(one -> readers.contains(one.id()))
            .filter(one -> !words(one).isEmpty())
            .toList();
  }

  /** What someone needs, such as {@code Polish: a translated letter, an interpreter}. */
  String words(Invited one) {
    List<String> needs = new ArrayList<>();
    if (needsTranslation(one)) {
      needs.add("a translated letter");
    }
    if (needsInterpreter(one)) {
      needs.add("an interpreter");
    }
    if (FAMILY_CONTACT_FORM.isAnsweredIn(one.row())
        && !FAMILY_CONTACT_FORM.is(ORDINARY, one.row())) {
      needs.add(options.inSentence(FAMILY_CONTACT_FORM, FAMILY_CONTACT_FORM.in(one.row())));
    }
    String language = one.isChild() ? one.needs() : FAMILY_CONTACT_LANGUAGE.in(one.row());
    return needs.isEmpty() ? "" : language + ": " + String.join(", ", needs);
  }

  /** Whether a file has to be made that goes with the letter. */
  static boolean needsFile(Invited one) {
    return needsTranslation(one)
        || Set.of("large-print", "easy-read").contains(FAMILY_CONTACT_FORM.in(one.row()));
  }

  static boolean needsInterpreter(Invited one) {
    return Set.of("interpreter", "both").contains(one.interpreter())
        || FAMILY_CONTACT_FORM.is("sign-language", one.row());
  }

  private static boolean needsTranslation(Invited one) {
    return Set.of("translation", "both").contains(one.interpreter());
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
