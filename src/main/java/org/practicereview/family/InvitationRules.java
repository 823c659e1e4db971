package org.practicereview.family;

import static org.practicereview.family.InvitationQuestions.CHANGED_ANSWER;
import static org.practicereview.family.InvitationQuestions.CHANGED_ANSWER_ON;
import static org.practicereview.family.InvitationQuestions.CHANGED_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.CHILD_ANSWERED_ON;
import static org.practicereview.family.InvitationQuestions.CHILD_ANSWERS;
import static org.practicereview.family.InvitationQuestions.CHILD_CONTACTS;
import static org.practicereview.family.InvitationQuestions.CHILD_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.CHILD_INVITED;
import static org.practicereview.family.InvitationQuestions.FAMILY_ANSWERED_ON;
import static org.practicereview.family.InvitationQuestions.FAMILY_ANSWERS;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACTS;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERIES;
import static org.practicereview.family.InvitationQuestions.FAMILY_FOUND;
import static org.practicereview.family.InvitationQuestions.FAMILY_WRITE_AGAIN;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.forms.FormDemand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What holds between the rows about a family: no one is written to before it is safe and the police
 * were asked; an answer comes after the letter; and no one who was to be invited is lost on the
 * way.
 */
@Configuration(proxyBeanMethods = false)
class InvitationRules {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);

  private final Invitations invitations;
  private final LanguageRules language;
  private final DeliveryRules delivery;

  InvitationRules(Invitations invitations, LanguageRules language, DeliveryRules delivery) {
    this.invitations = invitations;
    this.language = language;
    this.delivery = delivery;
  }

  /** No one of the family gets a letter who is not safe, or of whom the police were not asked. */
  @Bean
  FormDemand safeFamilyLetters() {
    return FormDemand.of(
        "safeFamilyLetters",
        (reference, answers, wrong) -> {
          list(
              Invited.rows(FAMILY_CONTACTS.key(), answers),
              FAMILY_FOUND.is("yes", answers),
              invitations.reached(reference).keySet(),
              wrong);
          list(Invited.rows(CHILD_CONTACTS.key(), answers), false, Set.of(), wrong);
          LanguageRules.languageSaid(answers, wrong);
          DeliveryRules.addressKnown(answers, wrong);
        });
  }

  /** The same for children, who need consent too. */
  @Bean
  FormDemand safeChildLetters() {
    return FormDemand.of(
        "safeChildLetters",
        (reference, answers, wrong) ->
            list(
                Invited.rows(CHILD_CONTACTS.key(), answers),
                CHILD_INVITED.in(answers),
                Set.copyOf(invitations.childrenReached(reference)),
                wrong));
  }

  /** Every letter that was written is accounted for, and no other. */
  @Bean
  FormDemand everyFamilyLetter() {
    return FormDemand.of(
        "everyFamilyLetter",
        (reference, answers, wrong) -> {
          rows(
              answers,
              FAMILY_DELIVERIES.key(),
              FAMILY_CONTACT_ID.key(),
              toBePosted(reference),
              wrong);
          language.readyBeforeDelivery(reference, answers, wrong);
          DeliveryRules.countsFromTheLast(answers, wrong);
        });
  }

  /** Everyone whom a letter reached has an answer, and it comes after the letter. */
  @Bean
  FormDemand everyFamilyAnswer() {
    return FormDemand.of("everyFamilyAnswer", this::familyAnswers);
  }

  /** Every child who was written to has an answer. */
  @Bean
  FormDemand everyChildAnswer() {
    return FormDemand.of(
        "everyChildAnswer",
        (reference, answers, wrong) -> {
          rows(
              answers,
              CHILD_ANSWERS.key(),
              CHILD_CONTACT_ID.key(),
              childrenWrittenTo(reference),
              wrong);
          LanguageRules.childUnderstood(invitations.children(reference), answers, wrong);
        });
  }

  /** An answer changes only into another one, and after the one that it changes. */
  @Bean
  FormDemand anotherAnswer() {
    return FormDemand.of("anotherAnswer", this::changed);
  }

  private static void list(
      List<Invited> rows, boolean anyone, Set<String> reached, Map<String, String> wrong) {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Invited one = rows.get(i);
      if (!codes.add(one.id())) {
        wrong.put(at(one.list(), i, "Id"), "is the code of another row; each has one of its own");
      }
      String why = one.isWrittenToNow() ? one.whyNoLetter() : null;
      if (why != null) {
        wrong.put(at(one.list(), i, "WriteTo"), why);
      } else if (one.hasLetter() && !reached.contains(one.id())) {
        wrong.put(at(one.list(), i, "WriteTo"), "no letter has reached them yet");
      }
    }
    String lost = missing(reached, codes);
    if (anyone && !lost.isEmpty()) {
      wrong.put(
          rows.isEmpty() ? "" : at(rows.get(0).list(), rows.size() - 1, "Id"),
          lost + " had a letter already and must stay in the list");
    }
  }

  private static String at(String list, int row, String about) {
    return "%s[%d].%s".formatted(list, row, Invited.column(list, about));
  }

  private Set<String> toBePosted(String caseReference) {
    return invitations.family(caseReference).stream()
        .filter(Invited::isWrittenToNow)
        .map(Invited::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> childrenWrittenTo(String caseReference) {
    return invitations.children(caseReference).stream()
        .filter(one -> one.isWrittenToNow() || one.hasLetter())
        .map(Invited::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The rows are about those people, each once, and about no one else. */
  private static void rows(
      Map<String, Object> answers,
      String key,
      String column,
      Set<String> about,
      Map<String, String> wrong) {
    Set<String> codes = new HashSet<>();
    List<Map<String, Object>> rows = Cells.rows(answers, key);
    for (int i = 0; i < rows.size(); i++) {
      String code = Cells.text(rows.get(i), column);
      if (!about.contains(code) || !codes.add(code)) {
        wrong.put(
            "%s[%d].%s".formatted(key, i, column),
            about.contains(code) ? "is in another row too" : "was not sent a letter");
      }
    }
    String lost = missing(about, codes);
    if (!lost.isEmpty() && wrong.isEmpty()) {
      wrong.put(
          "%s[%d].%s".formatted(key, rows.size() - 1, column),
          lost + " is missing; each letter needs a row, also where nothing came of it");
    }
  }

  private static String missing(Set<String> wanted, Set<String> there) {
    return wanted.stream()
        .filter(code -> !there.contains(code))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private void familyAnswers(
      String caseReference, Map<String, Object> answers, Map<String, String> wrong) {
    Map<String, LocalDate> reached = invitations.reached(caseReference);
    rows(answers, FAMILY_ANSWERS.key(), FAMILY_CONTACT_ID.key(), reached.keySet(), wrong);
    List<Map<String, Object>> rows = FAMILY_ANSWERS.in(answers);
    for (int i = 0; i < rows.size(); i++) {
      LocalDate letter = reached.get(FAMILY_CONTACT_ID.in(rows.get(i)));
      LocalDate answer = FAMILY_ANSWERED_ON.in(rows.get(i)).orElse(letter);
      if (letter != null && answer.isBefore(letter)) {
        wrong.put(
            FAMILY_ANSWERS.at(i, FAMILY_ANSWERED_ON),
            "lies before the day on which the letter reached them, " + DAY.format(letter));
      }
    }
    delivery.notTooEarly(caseReference, rows, wrong);
    Set<String> waiting = toBePosted(caseReference);
    waiting.removeAll(reached.keySet());
    if (Boolean.FALSE.equals(answers.get(FAMILY_WRITE_AGAIN.key())) && !waiting.isEmpty()) {
      wrong.put(
          FAMILY_WRITE_AGAIN.key(),
          String.join(", ", waiting)
              + " got no letter: look at the list again, and say there why none is written");
    }
  }

  private void changed(
      String caseReference, Map<String, Object> answers, Map<String, String> wrong) {
    String code = CHANGED_CONTACT_ID.in(answers);
    Map<String, Object> before = invitations.answered(caseReference).getOrDefault(code, Map.of());
    if (before.isEmpty()) {
      wrong.put(
          CHANGED_CONTACT_ID.key(), "no answer of " + code + " is recorded that could change");
      return;
    }
    String answer = CHANGED_ANSWER.in(answers);
    if (invitations.answer(caseReference, code).filter(answer::equals).isPresent()) {
      wrong.put(CHANGED_ANSWER.key(), "is what " + code + " answered before");
    }
    LocalDate now = CHANGED_ANSWER_ON.in(answers).orElse(LocalDate.MAX);
    FAMILY_ANSWERED_ON
        .in(before)
        .or(() -> CHILD_ANSWERED_ON.in(before))
        .filter(now::isBefore)
        .ifPresent(
            earlier ->
                wrong.put(
                    CHANGED_ANSWER_ON.key(),
                    "lies before the answer that it changes, " + DAY.format(earlier)));
  }
}
