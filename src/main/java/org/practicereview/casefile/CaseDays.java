package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.BRIEFING_PLANNED_ON;
import static org.practicereview.casefile.CaseFileQuestions.BRIEFING_PLANNED_TIME;
import static org.practicereview.casefile.CaseFileQuestions.EVENT_ON;
import static org.practicereview.casefile.CaseFileQuestions.LEARNING_EVENTS;
import static org.practicereview.casefile.CaseFileQuestions.MEETING_KIND;
import static org.practicereview.casefile.CaseFileQuestions.MEETING_ON;
import static org.practicereview.casefile.CaseFileQuestions.MEETING_TIME;
import static org.practicereview.casefile.CaseFileQuestions.REVIEW_MEETINGS;
import static org.practicereview.casefile.CaseFileQuestions.SET_UP_MEETING_ON;
import static org.practicereview.casefile.CaseFileQuestions.SET_UP_MEETING_TIME;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.practicereview.partnership.OwnWords;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the days on which people meet in a case, so that the calendar has to read no answers. */
@Component
public class CaseDays {

  private static final int LONGEST_TIME = 50;

  /** What people can meet for. */
  public static final Set<String> KINDS =
      Set.of(
          "team", "practitioners", "quality", "sign-off", "set-up", "briefing", "learning-event");

  /** Facts that name such a day. */
  private static final Set<String> TELLING =
      Set.of(
          REVIEW_MEETINGS.key(),
          SET_UP_MEETING_ON.key(),
          SET_UP_MEETING_TIME.key(),
          BRIEFING_PLANNED_ON.key(),
          BRIEFING_PLANNED_TIME.key(),
          LEARNING_EVENTS.key());

  private final JdbcClient jdbc;
  private final CaseFacts facts;
  private final OlderCases older;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaseDays(
      JdbcClient jdbc,
      CaseFacts facts,
      OlderCases older,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.older = older;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A day on which people meet.
   *
   * @param kind one of {@link #KINDS}
   * @param time as it was written, or empty
   * @param meeting tells it from every other meeting, and stays when its day moves
   */
  public record Day(String kind, LocalDate on, String time, String meeting) {}

  /** The days of a case, the earliest first; two meetings of one kind on one day count once. */
  public List<Day> of(String caseReference) {
    Map<String, Integer> numbers = new HashMap<>();
    return jdbc
        .sql(
            """
            select kind, on_day, at_time, meeting from review.case_day
            where case_reference = ? order by on_day, number""")
        .param(caseReference)
        .query(
            (row, number) ->
                new Day(
                    row.getString("kind"),
                    row.getObject("on_day", LocalDate.class),
                    row.getString("at_time"),
                    row.getString("meeting")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                day -> day.kind() + day.on(), day -> day, (day, again) -> day, LinkedHashMap::new))
        .values()
        .stream()
        .map(day -> named(day, caseReference, numbers.merge(day.kind(), 1, Integer::sum)))
        .toList();
  }

  /** A day from before meetings had names of their own is known by its place among its kind. */
  private static Day named(Day day, String caseReference, int number) {
    return day.meeting().isEmpty()
        ? new Day(
            day.kind(),
            day.on(),
            day.time(),
            String.join("|", caseReference, day.kind(), String.valueOf(number)))
        : day;
  }

  /** A kind of meeting, in the words of a partnership. */
  public static String inWords(String kind, OwnWords words) {
    return switch (kind) {
      case "team" -> words.in("Meeting of the review team");
      case "practitioners" -> words.in("Practitioner session");
      case "quality" -> "Quality assurance";
      case "sign-off" -> "Sign-off";
      case "set-up" -> "Set-up meeting for the chronologies";
      case "briefing" -> "Learning briefing";
      default -> "Learning event";
    };
  }

  /** Takes up what answers say of such days, if they say anything. */
  void note(String caseReference, Map<String, Object> answers) {
    if (answers.keySet().stream().anyMatch(TELLING::contains)) {
      keep(caseReference);
    }
  }

  /** Cases from before this was kept are taken up when the service starts. */
  @EventListener(ApplicationReadyEvent.class)
  void takeUpOlderCases() {
    older.takeUp(
        jdbc.sql(
                """
                select distinct a.case_reference from review.form_answers a
                where a.form in ('set-timetable', 'plan-briefing', 'plan-learning-events')
                  and not exists (
                    select 1 from review.case_day d where d.case_reference = a.case_reference)""")
            .query(String.class)
            .list(),
        "The meetings and learning events",
        this::keep);
  }

  private void keep(String caseReference) {
    List<Day> days = recognised(days(facts.of(caseReference)), of(caseReference), caseReference);
    jdbc.sql("delete from review.case_day where case_reference = ?").param(caseReference).update();
    int number = 0;
    for (Day day : days) {
      jdbc.sql(
              """
              insert into review.case_day (case_reference, number, kind, on_day, at_time, meeting)
              values (?, ?, ?, ?, ?, ?)""")
          .params(caseReference, number++, day.kind(), day.on(), cut(day.time()), day.meeting())
          .update();
    }
    events.publishEvent(new MeetingsChanged(caseReference));
  }

  /**
   * Gives each day the name of the meeting that it is: the one of its kind on the same day; else
   * one of its kind ahead whose day is gone, which then has moved; else a new one.
   */
  private List<Day> recognised(List<Day> days, List<Day> before, String caseReference) {
    List<Day> left = new ArrayList<>(before);
    Map<Integer, String> names = new HashMap<>();
    for (int at = 0; at < days.size(); at++) {
      take(left, at, days.get(at), names, true);
    }
    for (int at = 0; at < days.size(); at++) {
      if (!names.containsKey(at)) {
        take(left, at, days.get(at), names, false);
        names.putIfAbsent(at, caseReference + "|" + UUID.randomUUID());
      }
    }
    List<Day> recognised = new ArrayList<>();
    for (int at = 0; at < days.size(); at++) {
      Day day = days.get(at);
      recognised.add(new Day(day.kind(), day.on(), day.time(), names.get(at)));
    }
    return recognised;
  }

  private void take(List<Day> left, int at, Day day, Map<Integer, String> names, boolean sameDay) {
    LocalDate today = LocalDate.now(clock);
    left.stream()
        .filter(one -> one.kind().equals(day.kind()))
        .filter(
            one ->
                sameDay
                    ? one.on().equals(day.on())
                    : !one.on().isBefore(today) && !day.on().isBefore(today))
        .findFirst()
        .ifPresent(
            one -> {
              left.remove(one);
              names.put(at, one.meeting());
            });
  }

  private static List<Day> days(Map<String, Object> known) {
    List<Day> days = new ArrayList<>();
    for (Map<String, Object> row : REVIEW_MEETINGS.in(known)) {
      add(days, MEETING_KIND.in(row), MEETING_ON.in(row), MEETING_TIME.in(row));
    }
    add(days, "set-up", SET_UP_MEETING_ON.in(known), SET_UP_MEETING_TIME.in(known));
    add(days, "briefing", BRIEFING_PLANNED_ON.in(known), BRIEFING_PLANNED_TIME.in(known));
    for (Map<String, Object> row : LEARNING_EVENTS.in(known)) {
      add(days, "learning-event", EVENT_ON.in(row), "");
    }
    return days;
  }

  private static void add(List<Day> days, String kind, Optional<LocalDate> on, String time) {
    on.ifPresent(day -> days.add(new Day(kind, day, time, "")));
  }

  private static String cut(String text) {
    return text.length() > LONGEST_TIME ? text.substring(0, LONGEST_TIME) : text;
  }
}
