package org.practicereview.reviewteam;

import static org.practicereview.reviewteam.TeamQuestions.EVENT_HELD_ON;
import static org.practicereview.reviewteam.TeamQuestions.FIRST_MEETING_ON;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_KIND;
import static org.practicereview.reviewteam.TeamQuestions.MEETING_ON;
import static org.practicereview.reviewteam.TeamQuestions.REVIEW_MEETINGS;
import static org.practicereview.reviewteam.TeamQuestions.TEAM_MEETING_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.MoreFacts;
import org.springframework.stereotype.Component;

/**
 * The day of a meeting whose record is written, from the timetable: a form that records a meeting
 * opens with the day for which it was planned, once that has come, and with today where none was.
 */
@Component
class HeldAsPlanned implements MoreFacts {

  /** A practitioner session among the meetings of the timetable. */
  private static final String PRACTITIONER_SESSION = "practitioners";

  private final CaseFacts facts;
  private final Clock clock;

  HeldAsPlanned(CaseFacts facts, Clock clock) {
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public Set<String> keys() {
    return Set.of(FIRST_MEETING_ON.key(), TEAM_MEETING_ON.key(), EVENT_HELD_ON.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> known = facts.of(caseReference);
    LocalDate today = LocalDate.now(clock);
    Map<String, Object> days = new LinkedHashMap<>();
    Optional<LocalDate> first = FIRST_MEETING_ON.in(known);
    if (first.isEmpty()) {
      planned(known, "team", today)
          .min(Comparator.naturalOrder())
          .ifPresent(day -> days.put(FIRST_MEETING_ON.key(), day.toString()));
    }
    LocalDate lastMeeting = latest(TEAM_MEETING_ON.in(known), first);
    days.put(TEAM_MEETING_ON.key(), since(lastMeeting, planned(known, "team", today), today));
    LocalDate lastEvent = latest(EVENT_HELD_ON.in(known), Optional.empty());
    days.put(
        EVENT_HELD_ON.key(), since(lastEvent, planned(known, PRACTITIONER_SESSION, today), today));
    return days;
  }

  private static LocalDate latest(Optional<LocalDate> one, Optional<LocalDate> other) {
    return Stream.of(one, other)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  /** The earliest planned day after what was recorded last; today where there is none. */
  private static String since(LocalDate last, Stream<LocalDate> planned, LocalDate today) {
    return planned
        .filter(day -> day.isAfter(last))
        .min(Comparator.naturalOrder())
        .orElse(today)
        .toString();
  }

  /** The days up to today for which meetings of a kind were planned. */
  private static Stream<LocalDate> planned(
      Map<String, Object> known, String kind, LocalDate today) {
    return REVIEW_MEETINGS.in(known).stream()
        .filter(meeting -> MEETING_KIND.is(kind, meeting))
        .flatMap(meeting -> MEETING_ON.in(meeting).stream())
        .filter(day -> !day.isAfter(today));
  }
}
