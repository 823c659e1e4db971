package org.practicereview.family;

import static org.practicereview.family.InvitationQuestions.FAMILY_ANSWER;
import static org.practicereview.family.InvitationQuestions.FAMILY_ANSWERED_ON;
import static org.practicereview.family.InvitationQuestions.FAMILY_ANSWERS;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACTS;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_ADDRESS;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_DELIVERY;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_WRITE_TO;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERED_HOW;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERED_ON;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERIES;
import static org.practicereview.family.InvitationQuestions.FAMILY_REPLY_BY;
import static org.practicereview.family.InvitationQuestions.FAMILY_WRITTEN_ON;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.practicereview.casefile.CaseFacts;
import org.springframework.stereotype.Component;

/** How a letter reaches the family, and how long an answer is waited for. */
@Component
class DeliveryRules {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);

  private final CaseFacts facts;

  DeliveryRules(CaseFacts facts) {
    this.facts = facts;
  }

  /** A letter that goes by post needs an address. */
  static void addressKnown(Map<String, Object> answers, Map<String, String> wrong) {
    List<Map<String, Object>> rows = FAMILY_CONTACTS.in(answers);
    for (int i = 0; i < rows.size(); i++) {
      if (FAMILY_CONTACT_WRITE_TO.is("yes", rows.get(i))
          && FAMILY_CONTACT_DELIVERY.is("post", rows.get(i))
          && FAMILY_CONTACT_ADDRESS.in(rows.get(i)).isBlank()) {
        wrong.put(
            FAMILY_CONTACTS.at(i, FAMILY_CONTACT_ADDRESS), "is needed for a letter sent by post");
      }
    }
  }

  /** The time to answer counts from the day on which the last of the letters arrived. */
  static void countsFromTheLast(Map<String, Object> answers, Map<String, String> wrong) {
    Optional<LocalDate> last =
        FAMILY_DELIVERIES.in(answers).stream()
            .filter(row -> !FAMILY_DELIVERED_HOW.is("failed", row))
            .flatMap(row -> FAMILY_DELIVERED_ON.in(row).stream())
            .max(LocalDate::compareTo);
    Optional<LocalDate> from = FAMILY_WRITTEN_ON.in(answers);
    if (last.isPresent() && from.isPresent() && from.get().isBefore(last.get())) {
      wrong.put(
          FAMILY_WRITTEN_ON.key(),
          "is before the day on which the last letter arrived, " + DAY.format(last.get()));
    }
  }

  /** No one is said not to have replied before the day by which they were asked to. */
  void notTooEarly(
      String caseReference, List<Map<String, Object>> rows, Map<String, String> wrong) {
    LocalDate by = facts.date(caseReference, FAMILY_REPLY_BY).orElse(LocalDate.MIN);
    for (int i = 0; i < rows.size(); i++) {
      if (FAMILY_ANSWER.is("no-reply", rows.get(i))
          && FAMILY_ANSWERED_ON.in(rows.get(i)).filter(by::isAfter).isPresent()) {
        wrong.put(
            FAMILY_ANSWERS.at(i, FAMILY_ANSWERED_ON),
            "is too early for No reply: the letter gives them until " + DAY.format(by));
      }
    }
  }
}
