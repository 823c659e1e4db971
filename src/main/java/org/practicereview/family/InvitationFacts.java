package org.practicereview.family;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/**
 * What forms about the family open with: the list without a second letter to those who have one, a
 * row for each letter that is to be delivered, a row for each answer that is waited for, and the
 * first day on which somebody is looked at again.
 */
@Component
class InvitationFacts implements MoreFacts {

  private final Invitations invitations;

  InvitationFacts(Invitations invitations) {
    this.invitations = invitations;
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
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(Invited.FAMILY, written(family, reached.keySet()));
    facts.put(Invited.CHILDREN, written(children, invitations.childrenReached(caseReference)));
    facts.put("familyDeliveries", deliveries(family, reached));
    facts.put(
        "familyAnswers",
        family.stream()
            .filter(one -> reached.containsKey(one.id()))
            .map(one -> answer(one, answered, reached.get(one.id())))
            .toList());
    facts.put(
        "childAnswers",
        children.stream()
            .filter(one -> one.isWrittenToNow() || one.hasLetter())
            .map(one -> answer(one, answered, null))
            .toList());
    facts.put("familyContactList", invitations.list(caseReference));
    facts.put("familyLeftOut", invitations.leftOut(caseReference));
    family.stream()
        .filter(Invited::isLeftOut)
        .flatMap(one -> one.lookAgainOn().stream())
        .min(LocalDate::compareTo)
        .ifPresent(day -> facts.put("familyLookAgainOn", day.toString()));
    facts.values().removeIf(value -> List.of().equals(value) || "".equals(value));
    return facts;
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

  private static List<Map<String, Object>> deliveries(
      List<Invited> family, Map<String, LocalDate> reached) {
    return family.stream()
        .filter(Invited::isWrittenToNow)
        .map(
            one -> {
              Map<String, Object> row = named(one);
              row.put("familyDeliveredHow", one.row().get("familyContactDelivery"));
              return row;
            })
        .toList();
  }

  private static Map<String, Object> answer(
      Invited one, Map<String, Map<String, Object>> answered, LocalDate reachedOn) {
    Map<String, Object> row = named(one);
    row.putAll(answered.getOrDefault(one.id(), Map.of()));
    if (reachedOn != null) {
      row.put("familyDeliveredOn", reachedOn.toString());
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
