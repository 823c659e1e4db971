package org.practicereview.family;

import static org.practicereview.family.InvitationQuestions.CHANGED_ANSWER;
import static org.practicereview.family.InvitationQuestions.CHANGED_ANSWER_ON;
import static org.practicereview.family.InvitationQuestions.CHANGED_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.CHANGED_TAKES_PART_HOW;
import static org.practicereview.family.InvitationQuestions.CHILD_ANSWER;
import static org.practicereview.family.InvitationQuestions.CHILD_ANSWERS;
import static org.practicereview.family.InvitationQuestions.CHILD_CONTACTS;
import static org.practicereview.family.InvitationQuestions.CHILD_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.CHILD_INVITED;
import static org.practicereview.family.InvitationQuestions.FAMILY_ANSWER;
import static org.practicereview.family.InvitationQuestions.FAMILY_ANSWERED_ON;
import static org.practicereview.family.InvitationQuestions.FAMILY_ANSWERS;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACTS;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERED_HOW;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERED_ON;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERIES;
import static org.practicereview.family.InvitationQuestions.FAMILY_FOUND;
import static org.practicereview.family.InvitationQuestions.FAMILY_TAKES_PART_HOW;
import static org.practicereview.family.InvitationQuestions.NO_FAMILY_REASONS;
import static org.practicereview.family.InvitationQuestions.RECORD_CHANGED_ANSWER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.forms.OptionWords;
import org.springframework.stereotype.Service;

/**
 * The invitations of a case, read from the forms as they were given. What reached someone, and what
 * they answered, is the latest that any form says of their code; the earlier ones are kept.
 */
@Service
public class Invitations {

  private final CaseFacts facts;
  private final Answers answers;
  private final OptionWords options;

  Invitations(CaseFacts facts, Answers answers, OptionWords options) {
    this.facts = facts;
    this.answers = answers;
    this.options = options;
  }

  /** Whether a letter is to be written to someone of the family now. */
  public boolean anybodyToWriteTo(String caseReference) {
    return family(caseReference).stream().anyMatch(Invited::isWrittenToNow);
  }

  /** Whether a child is to be written to now. */
  public boolean anyChildToWriteTo(String caseReference) {
    return children(caseReference).stream().anyMatch(Invited::isWrittenToNow);
  }

  /** Whether someone gets no letter for reasons that have to be agreed. */
  public boolean anybodyLeftOut(String caseReference) {
    return nobodyFound(caseReference)
        || family(caseReference).stream().anyMatch(Invited::isLeftOut);
  }

  /** Whether a letter has reached someone of the family. */
  public boolean anybodyReached(String caseReference) {
    return !reached(caseReference).isEmpty();
  }

  private boolean nobodyFound(String caseReference) {
    return facts.text(caseReference, FAMILY_FOUND).filter("no"::equals).isPresent();
  }

  /** Family members and households; none where no one was found. */
  List<Invited> family(String caseReference) {
    return nobodyFound(caseReference)
        ? List.of()
        : Invited.rows(FAMILY_CONTACTS.key(), facts.of(caseReference));
  }

  /** Children; none where none is invited. */
  List<Invited> children(String caseReference) {
    boolean none = facts.text(caseReference, CHILD_INVITED).filter("false"::equals).isPresent();
    return none ? List.of() : Invited.rows(CHILD_CONTACTS.key(), facts.of(caseReference));
  }

  /** The day on which a letter reached a family member or household, by code. */
  Map<String, LocalDate> reached(String caseReference) {
    Map<String, LocalDate> reached = new LinkedHashMap<>();
    for (Map<String, Object> row : rowsEverGiven(caseReference, FAMILY_DELIVERIES.key())) {
      if (!FAMILY_DELIVERED_HOW.in(row).equals("failed")) {
        FAMILY_DELIVERED_ON.in(row).ifPresent(day -> reached.put(FAMILY_CONTACT_ID.in(row), day));
      }
    }
    return reached;
  }

  /** The codes of the children whose letter was given to them. */
  List<String> childrenReached(String caseReference) {
    return rowsEverGiven(caseReference, CHILD_ANSWERS.key()).stream()
        .map(row -> CHILD_CONTACT_ID.in(row))
        .distinct()
        .toList();
  }

  /** What they answered last, as columns of a row, by code. */
  Map<String, Map<String, Object>> answered(String caseReference) {
    Map<String, Map<String, Object>> answered = new LinkedHashMap<>();
    for (FormAnswers given : answers.of(caseReference)) {
      FAMILY_ANSWERS
          .in(given.values())
          .forEach(row -> answered.put(FAMILY_CONTACT_ID.in(row), row));
      CHILD_ANSWERS.in(given.values()).forEach(row -> answered.put(CHILD_CONTACT_ID.in(row), row));
      if (RECORD_CHANGED_ANSWER.is(given.form())) {
        answered.merge(CHANGED_CONTACT_ID.in(given.values()), changed(given), Invitations::over);
      }
    }
    return answered;
  }

  private static Map<String, Object> changed(FormAnswers given) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(FAMILY_ANSWER.key(), given.values().get(CHANGED_ANSWER.key()));
    row.put(FAMILY_ANSWERED_ON.key(), given.values().get(CHANGED_ANSWER_ON.key()));
    row.put(FAMILY_TAKES_PART_HOW.key(), given.values().get(CHANGED_TAKES_PART_HOW.key()));
    row.values().removeIf(value -> value == null);
    return row;
  }

  private static Map<String, Object> over(Map<String, Object> before, Map<String, Object> now) {
    Map<String, Object> row = new LinkedHashMap<>(before);
    row.remove(FAMILY_TAKES_PART_HOW.key());
    row.putAll(now);
    return row;
  }

  /** What someone answered last, as a code; empty if nothing is recorded. */
  Optional<String> answer(String caseReference, String code) {
    Map<String, Object> row = answered(caseReference).getOrDefault(code, Map.of());
    return Optional.of(FAMILY_ANSWER.in(row))
        .filter(answer -> !answer.isEmpty())
        .or(() -> Optional.of(CHILD_ANSWER.in(row)).filter(answer -> !answer.isEmpty()));
  }

  /** Everyone who was invited, a line each, with what they answered. */
  String list(String caseReference) {
    List<Invited> all = new ArrayList<>(family(caseReference));
    all.addAll(children(caseReference));
    return all.stream()
        .map(
            one ->
                "%s: %s, %s. %s"
                    .formatted(
                        one.id(),
                        one.name(),
                        one.relationship(),
                        answer(caseReference, one.id())
                            .map(this::words)
                            .orElse("No answer recorded.")))
        .collect(Collectors.joining("\n"));
  }

  /** Everyone who gets no letter now, a line each, with the reasons. */
  String leftOut(String caseReference) {
    return nobodyFound(caseReference)
        ? "No one was found: " + facts.text(caseReference, NO_FAMILY_REASONS).orElse("")
        : family(caseReference).stream()
            .filter(Invited::isLeftOut)
            .map(one -> "%s, %s: %s".formatted(one.id(), one.name(), one.noLetterReasons()))
            .collect(Collectors.joining("\n"));
  }

  private String words(String answer) {
    return options.of(FAMILY_ANSWER, answer) + ".";
  }

  private List<Map<String, Object>> rowsEverGiven(String caseReference, String key) {
    return answers.of(caseReference).stream()
        .flatMap(given -> Cells.rows(given.values(), key).stream())
        .toList();
  }
}
