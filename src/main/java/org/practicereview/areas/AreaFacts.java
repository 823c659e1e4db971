package org.practicereview.areas;

import static org.practicereview.areas.AreaQuestions.AREA_ANSWERS;
import static org.practicereview.areas.AreaQuestions.AREA_RETURNS;
import static org.practicereview.areas.AreaQuestions.AWARE_ON;
import static org.practicereview.areas.AreaQuestions.DEATH_REVIEW_CONCERNED;
import static org.practicereview.areas.AreaQuestions.DEATH_REVIEW_MAILBOX_OF_PROFILE;
import static org.practicereview.areas.AreaQuestions.HOME_LOCAL_AUTHORITY;
import static org.practicereview.areas.AreaQuestions.INCIDENT_PLACE_KIND;
import static org.practicereview.areas.AreaQuestions.OTHER_AREAS;
import static org.practicereview.areas.AreaQuestions.OTHER_AREAS_KNOWN_ON;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_ID;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_LIST;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_NAME;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_ROLE;
import static org.practicereview.areas.AreaQuestions.PLACING_AUTHORITY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.MoreFacts;
import org.practicereview.forms.OptionWords;
import org.springframework.stereotype.Component;

/**
 * What forms about other areas open with: the areas that the referral names, a row for each answer
 * and each return that is waited for; and to whom letters go.
 */
@Component
class AreaFacts implements MoreFacts {

  private final OtherAreas areas;
  private final ChildDeathReview deathReview;
  private final CaseFacts facts;
  private final OptionWords options;
  private final Clock clock;

  AreaFacts(
      OtherAreas areas,
      ChildDeathReview deathReview,
      CaseFacts facts,
      OptionWords options,
      Clock clock) {
    this.areas = areas;
    this.deathReview = deathReview;
    this.facts = facts;
    this.options = options;
    this.clock = clock;
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        "priorityAreaChoices",
        "childDeathReviewPartners",
        DEATH_REVIEW_CONCERNED.key(),
        DEATH_REVIEW_MAILBOX_OF_PROFILE.key(),
        OTHER_AREAS.key(),
        OTHER_AREAS_KNOWN_ON.key(),
        "newOtherAreas",
        "returningAreas",
        OTHER_AREA_LIST.key(),
        AREA_ANSWERS.key(),
        AREA_RETURNS.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> known = facts.of(caseReference);
    List<OtherArea> all = areas.of(caseReference);
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("priorityAreaChoices", choices(all));
    deathReview
        .partners(caseReference)
        .ifPresent(partners -> more.put("childDeathReviewPartners", List.of(partners)));
    if (!known.containsKey(DEATH_REVIEW_CONCERNED.key()) && deathReview.childDied(caseReference)) {
      more.put(DEATH_REVIEW_CONCERNED.key(), true);
    }
    deathReview
        .mailboxOfProfile(caseReference)
        .ifPresent(mailbox -> more.put(DEATH_REVIEW_MAILBOX_OF_PROFILE.key(), mailbox));
    if (all.isEmpty()) {
      List<Map<String, Object>> named = named(known);
      if (!named.isEmpty()) {
        more.put(OTHER_AREAS.key(), named);
      }
      AWARE_ON.in(known).ifPresent(day -> more.put(OTHER_AREAS_KNOWN_ON.key(), day.toString()));
      return more;
    }
    more.put(OTHER_AREAS_KNOWN_ON.key(), LocalDate.now(clock).toString());
    more.put("newOtherAreas", rows(areas.toTell(caseReference)));
    more.put("returningAreas", rows(areas.toAsk(caseReference)));
    more.put(
        OTHER_AREA_LIST.key(),
        all.stream()
            .map(area -> "%s: %s, %s".formatted(area.id(), area.name(), area.part(options)))
            .collect(Collectors.joining("\n")));
    more.put(AREA_ANSWERS.key(), opened(all, areas.answered(caseReference)));
    Map<String, ?> asked = areas.asked(caseReference);
    more.put(
        AREA_RETURNS.key(),
        opened(
            all.stream().filter(area -> asked.containsKey(area.id())).toList(),
            areas.returned(caseReference)));
    more.values().removeIf(List.of()::equals);
    return more;
  }

  /** For whom learning can be a priority: the partnership's own area, and each other. */
  private static List<Map<String, String>> choices(List<OtherArea> areas) {
    return Stream.concat(
            Stream.of(Map.of("value", "here", "label", "Here")),
            areas.stream().map(area -> Map.of("value", area.id(), "label", area.name())))
        .toList();
  }

  /** The areas that the referral and its screening name, for as long as none is recorded. */
  private static List<Map<String, Object>> named(Map<String, Object> known) {
    List<Map<String, Object>> named = new ArrayList<>();
    boolean there = INCIDENT_PLACE_KIND.is("elsewhere", known);
    suggest(named, PLACING_AUTHORITY.in(known), "placing-authority");
    suggest(named, HOME_LOCAL_AUTHORITY.in(known), there ? "incident-area" : "home-area");
    return named;
  }

  private static void suggest(List<Map<String, Object>> named, String name, String role) {
    if (!name.isBlank()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put(OTHER_AREA_ID.key(), "A" + (named.size() + 1));
      row.put(OTHER_AREA_NAME.key(), name);
      row.put(OTHER_AREA_ROLE.key(), role);
      named.add(row);
    }
  }

  private static List<Map<String, Object>> rows(List<OtherArea> areas) {
    return areas.stream().map(OtherArea::row).toList();
  }

  /** A row for each area, with what was said of it before. */
  private static List<Map<String, Object>> opened(
      List<OtherArea> areas, Map<String, Map<String, Object>> before) {
    return areas.stream()
        .map(
            area -> {
              Map<String, Object> row =
                  new LinkedHashMap<>(before.getOrDefault(area.id(), Map.of()));
              row.put(OTHER_AREA_ID.key(), area.id());
              row.put(OTHER_AREA_NAME.key(), area.name());
              return row;
            })
        .toList();
  }
}
