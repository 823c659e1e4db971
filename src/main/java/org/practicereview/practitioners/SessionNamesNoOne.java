package org.practicereview.practitioners;

import static org.practicereview.practitioners.PractitionerQuestions.ATTENDEE_AGENCY;
import static org.practicereview.practitioners.PractitionerQuestions.ATTENDEE_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.ATTENDEE_ROLE;
import static org.practicereview.practitioners.PractitionerQuestions.EVENT_ATTENDANCE;
import static org.practicereview.practitioners.PractitionerQuestions.HEARD_OTHERWISE;
import static org.practicereview.practitioners.PractitionerQuestions.OTHER_AGENCY;
import static org.practicereview.practitioners.PractitionerQuestions.OTHER_NAME;
import static org.practicereview.practitioners.PractitionerQuestions.OTHER_ROLE;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.practicereview.forms.Question;
import org.springframework.stereotype.Component;

/**
 * What practitioners said is written down without saying who said it: the record of a session names
 * no one of those who were there, were expected, or were heard in another way. Their names stand in
 * the attendance alone.
 */
@Component
class SessionNamesNoOne implements FormDemand {

  private static final String WRONG =
      "name no one: this has the name of someone who was there, was expected or was heard. Write"
          + " what was said, not who said it";

  private static final Set<String> LISTS = Set.of(EVENT_ATTENDANCE.key(), HEARD_OTHERWISE.key());

  /** Before a name, or a name that is also a month: they say nothing by themselves. */
  private static final Set<String> TELLS_NOTHING =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "professor",
          "pc",
          "dc",
          "ds",
          "sgt",
          "nurse",
          "sister",
          "april",
          "may",
          "june",
          "august");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}'’-]+");

  private final CaseFacts facts;

  SessionNamesNoOne(CaseFacts facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "sessionNamesNoOne";
  }

  @Override
  public Map<String, String> problems(
      String caseReference, String scope, Map<String, Object> answers) {
    List<Pattern> names =
        Stream.of(answers, facts.of(caseReference)).flatMap(SessionNamesNoOne::names).toList();
    Map<String, String> wrong = new LinkedHashMap<>();
    answers.forEach(
        (question, said) -> {
          if (!LISTS.contains(question) && holds(said, names)) {
            wrong.put(question, WRONG);
          }
        });
    return wrong;
  }

  private static Stream<Pattern> names(Map<String, Object> known) {
    return Stream.concat(
        EVENT_ATTENDANCE.in(known).stream()
            .flatMap(row -> names(row, ATTENDEE_NAME, ATTENDEE_ROLE, ATTENDEE_AGENCY)),
        HEARD_OTHERWISE.in(known).stream()
            .flatMap(row -> names(row, OTHER_NAME, OTHER_ROLE, OTHER_AGENCY)));
  }

  /** The whole name however it is written, and each part of it that is written as a name. */
  private static Stream<Pattern> names(
      Map<String, Object> row,
      Question<String> name,
      Question<String> role,
      Question<String> agency) {
    String whole = name.in(row).strip();
    Set<String> noName = new HashSet<>(TELLS_NOTHING);
    noName.addAll(words(role.in(row).toLowerCase(Locale.UK)));
    noName.addAll(words(agency.in(row).toLowerCase(Locale.UK)));
    List<String> parts =
        words(whole).stream()
            .filter(part -> part.length() > 1)
            .filter(part -> !noName.contains(part.toLowerCase(Locale.UK)))
            .toList();
    if (parts.isEmpty()) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(alone(whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)),
        parts.stream()
            .filter(part -> Character.isUpperCase(part.charAt(0)))
            .flatMap(part -> Stream.of(part, part.toUpperCase(Locale.UK)))
            .map(part -> alone(part, 0)));
  }

  private static Pattern alone(String name, int how) {
    String words = words(name).stream().map(Pattern::quote).collect(Collectors.joining("\\s+"));
    return Pattern.compile("(?<![\\p{L}\\p{M}])" + words + "(?![\\p{L}\\p{M}])", how);
  }

  private static List<String> words(String text) {
    return Arrays.stream(BETWEEN.split(text)).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean holds(Object said, List<Pattern> names) {
    if (said instanceof List<?> rows) {
      return rows.stream().anyMatch(row -> holds(row, names));
    }
    if (said instanceof Map<?, ?> row) {
      return row.values().stream().anyMatch(cell -> holds(cell, names));
    }
    return said instanceof String text
        && names.stream().anyMatch(name -> name.matcher(text).find());
  }
}
