package org.practicereview.demonstration.process;

import static org.practicereview.casefile.CaseFileQuestions.REFER_INCIDENT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.demonstration.SampleAnswers;

/**
 * How the demonstration cases go: {@code demonstration/cases.yaml}.
 *
 * @param timetable days after the referral on which a form is filled in, by form; today for others
 */
record Script(Map<String, Integer> timetable, List<Play> plays) {

  static Script packaged() {
    Map<String, Object> file = SampleAnswers.read("demonstration/cases.yaml");
    List<Map<String, Object>> cases = as(file.get("cases"));
    return new Script(as(file.get("timetable")), cases.stream().map(Play::of).toList());
  }

  /** The day on which a form of a case is filled in; an agency asked later answers today. */
  LocalDate day(Play play, String form, String agency, LocalDate today) {
    if (play.added().containsKey(agency)) {
      return today;
    }
    LocalDate day =
        today.minusDays(play.referred()).plusDays(timetable.getOrDefault(form, play.referred()));
    return day.isAfter(today) ? today : day;
  }

  @SuppressWarnings("unchecked")
  private static <T> T as(Object value) {
    return (T) value;
  }

  /**
   * One case.
   *
   * @param about what it shows
   * @param referred how many days ago it was referred
   * @param leave forms no one fills in: {@code form} or {@code form/scope}
   * @param added agencies asked later, with how many days ago
   * @param withdrawn why the notification is withdrawn, or null
   * @param answers by {@code form} or {@code form/scope}
   */
  record Play(
      String about,
      String partnership,
      int referred,
      List<String> leave,
      Map<String, Integer> added,
      String withdrawn,
      Map<String, Map<String, Object>> answers) {

    private static Play of(Map<String, Object> entry) {
      return new Play(
          (String) entry.get("about"),
          (String) entry.get("partnership"),
          (Integer) entry.get("referred"),
          as(entry.getOrDefault("leave", List.of())),
          as(entry.getOrDefault("added", Map.of())),
          (String) entry.get("withdrawn"),
          as(entry.getOrDefault("answers", Map.of())));
    }

    boolean leaves(String form, String scope) {
      return leave.contains(form) || leave.contains(form + "/" + scope);
    }

    /** The child that the case is about. */
    SampleAnswers.Child child(SampleAnswers samples, LocalDate referredOn) {
      return samples.child(answers.getOrDefault(REFER_INCIDENT.id(), Map.of()), referredOn);
    }

    /** What the sample answers say, as far as this case does not differ. */
    Map<String, Object> answers(
        SampleAnswers samples,
        String form,
        String scope,
        LocalDate day,
        SampleAnswers.Child child) {
      Map<String, Object> different = new LinkedHashMap<>();
      for (String place : List.of(form, form + "/" + scope)) {
        different.putAll(answers.getOrDefault(place, Map.of()));
      }
      return samples.of(form, different, child, day);
    }
  }
}
