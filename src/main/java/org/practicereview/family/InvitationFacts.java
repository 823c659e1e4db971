package org.practicereview.family;

import static org.practicereview.family.InvitationQuestions.CHILD_ANSWERS;
import static org.practicereview.family.InvitationQuestions.CHILD_CONTACTS;
import static org.practicereview.family.InvitationQuestions.CHILD_CONTACT_LIST;
import static org.practicereview.family.InvitationQuestions.FAMILY_ANSWER;
import static org.practicereview.family.InvitationQuestions.FAMILY_ANSWERS;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACTS;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_DELIVERY;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_ID;
import static org.practicereview.family.InvitationQuestions.FAMILY_CONTACT_LIST;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERED_HOW;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERED_ON;
import static org.practicereview.family.InvitationQuestions.FAMILY_DELIVERIES;
import static org.practicereview.family.InvitationQuestions.FAMILY_LEFT_OUT;
import static org.practicereview.family.InvitationQuestions.FAMILY_LOOK_AGAIN_ON;
import static org.practicereview.family.InvitationQuestions.LANGUAGE_HELP;
import static org.practicereview.family.InvitationQuestions.LANGUAGE_HELP_ARRANGED;
import static org.practicereview.family.InvitationQuestions.LANGUAGE_HELP_BY;
import static org.practicereview.family.InvitationQuestions.LANGUAGE_HELP_NEEDED;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.casefile.Seals;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/**
 * What forms about the family open with: the list without a second letter to those who have one, a
 * row for each letter that is to be delivered, a row for each answer that is waited for, and the
 * first day on which someone is looked at again.
 */
@Component
class InvitationFacts implements MoreFacts {

  /** Everyone of the family, for the letters that go to all of them. */
  private static final String MEMBERS = "familyAddressees";

  /** Whether the report can still be read: once it is sealed, by no one. */
  private static final String REPORT_OPEN = "familyReportOpen";

  /** Took part, was invited and did not, or was not invited. */
  private static final String PART = "familyContactPart";

  private final Invitations invitations;
  private final LanguageHelp help;
  private final Seals seals;

  InvitationFacts(Invitations invitations, LanguageHelp help, Seals seals) {
    this.invitations = invitations;
    this.help = help;
    this.seals = seals;
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        FAMILY_CONTACTS.key(),
        CHILD_CONTACTS.key(),
        FAMILY_DELIVERIES.key(),
        FAMILY_ANSWERS.key(),
        LANGUAGE_HELP.key(),
        CHILD_ANSWERS.key(),
        MEMBERS,
        CHILD_CONTACT_LIST.key(),
        FAMILY_CONTACT_LIST.key(),
        FAMILY_LEFT_OUT.key(),
        FAMILY_LOOK_AGAIN_ON.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    List<Invited> family = invitations.family(caseReference);
    List<Invited> children = invitations.children(caseReference);
    Map<String, LocalDate> reached = invitations.reached(caseReference);
    Map<String, Map<String, Object>> answered = invitations.answered(caseReference);
    Map<String, String> arranged = help.inWords(caseReference);
    boolean open = !seals.isSealed(caseReference);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(FAMILY_CONTACTS.key(), written(family, reached.keySet()));
    facts.put(CHILD_CONTACTS.key(), written(children, invitations.childrenReached(caseReference)));
    facts.put(FAMILY_DELIVERIES.key(), deliveries(family, arranged));
    facts.put(
        FAMILY_ANSWERS.key(),
        family.stream()
            .filter(one -> reached.containsKey(one.id()))
            .map(one -> answer(one, answered, reached.get(one.id())))
            .map(row -> with(row, arranged))
            .toList());
    facts.put(
        LANGUAGE_HELP.key(),
        help.needed(caseReference).stream().map(one -> needed(one, caseReference)).toList());
    facts.put(
        CHILD_ANSWERS.key(),
        children.stream()
            .filter(one -> one.isWrittenToNow() || one.hasLetter())
            .map(one -> answer(one, answered, null))
            .toList());
    facts.put(MEMBERS, family.stream().map(one -> member(one, answered, reached, open)).toList());
    facts.put(
        CHILD_CONTACT_LIST.key(),
        children.stream()
            .map(one -> "%s: %s".formatted(one.id(), one.name()))
            .collect(Collectors.joining("\n")));
    facts.put(FAMILY_CONTACT_LIST.key(), list(caseReference, arranged));
    facts.put(FAMILY_LEFT_OUT.key(), invitations.leftOut(caseReference));
    family.stream()
        .filter(Invited::isLeftOut)
        .flatMap(one -> one.lookAgainOn().stream())
        .min(LocalDate::compareTo)
        .ifPresent(day -> facts.put(FAMILY_LOOK_AGAIN_ON.key(), day.toString()));
    facts.values().removeIf(value -> List.of().equals(value) || "".equals(value));
    return facts;
  }

  /** The row of someone of the family, with what their part in the review was. */
  private static Map<String, Object> member(
      Invited one,
      Map<String, Map<String, Object>> answered,
      Map<String, LocalDate> reached,
      boolean open) {
    Map<String, Object> row = new LinkedHashMap<>(one.row());
    boolean tookPart = FAMILY_ANSWER.is("accepts", answered.getOrDefault(one.id(), Map.of()));
    boolean invited =
        one.hasLetter() || reached.containsKey(one.id()) || answered.containsKey(one.id());
    row.put(REPORT_OPEN, open ? "yes" : "no");
    row.put(PART, tookPart ? "took-part" : invited ? "invited" : "not-invited");
    return row;
  }

  private static List<Map<String, Object>> written(List<Invited> all, Collection<String> reached) {
    return all.stream()
        .map(
            one -> {
              Map<String, Object> row = new LinkedHashMap<>(one.row());
              if (one.isWrittenToNow() && reached.contains(one.id())) {
                row.put(Invited.column(one.list(), "WriteTo"), "done");
              }
              return row;
            })
        .toList();
  }

  /** Everyone who was invited, and for whom help with the language is arranged. */
  private String list(String caseReference, Map<String, String> arranged) {
    String list = invitations.list(caseReference);
    return arranged.isEmpty()
        ? list
        : list
            + "\n"
            + arranged.entrySet().stream()
                .map(one -> "For %s: %s.".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining("\n"));
  }

  /** The row of a letter that needs help: who helped before is known, the days are new. */
  private Map<String, Object> needed(Invited one, String caseReference) {
    Map<String, Object> row = new LinkedHashMap<>();
    Map<String, Object> before = help.arranged(caseReference).getOrDefault(one.id(), Map.of());
    row.put(FAMILY_CONTACT_ID.key(), one.id());
    row.put(Invited.column(FAMILY_CONTACTS.key(), "Name"), one.name());
    if (LANGUAGE_HELP_BY.isAnsweredIn(before)) {
      row.put(LANGUAGE_HELP_BY.key(), LANGUAGE_HELP_BY.in(before));
    }
    row.put(LANGUAGE_HELP_NEEDED.key(), help.words(one));
    return row;
  }

  private static Map<String, Object> with(Map<String, Object> row, Map<String, String> arranged) {
    Optional.ofNullable(arranged.get(FAMILY_CONTACT_ID.in(row)))
        .ifPresent(words -> row.put(LANGUAGE_HELP_ARRANGED.key(), words));
    return row;
  }

  private static List<Map<String, Object>> deliveries(
      List<Invited> family, Map<String, String> arranged) {
    return family.stream()
        .filter(Invited::isWrittenToNow)
        .map(
            one -> {
              Map<String, Object> row = named(one);
              row.put(FAMILY_DELIVERED_HOW.key(), one.row().get(FAMILY_CONTACT_DELIVERY.key()));
              return with(row, arranged);
            })
        .toList();
  }

  private static Map<String, Object> answer(
      Invited one, Map<String, Map<String, Object>> answered, LocalDate reachedOn) {
    Map<String, Object> row = named(one);
    row.putAll(answered.getOrDefault(one.id(), Map.of()));
    if (reachedOn != null) {
      row.put(FAMILY_DELIVERED_ON.key(), reachedOn.toString());
    }
    return row;
  }

  private static Map<String, Object> named(Invited one) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(Invited.column(one.list(), "Id"), one.id());
    row.put(Invited.column(one.list(), "Name"), one.name());
    return row;
  }
}
