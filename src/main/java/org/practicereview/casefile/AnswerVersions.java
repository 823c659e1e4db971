package org.practicereview.casefile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.forms.Approvable;
import org.practicereview.forms.Difference;
import org.springframework.stereotype.Component;

/**
 * What was written in forms, as something that is approved: {@code answers:} and the names of the
 * forms, separated by commas. Each time one of them is given, for the same part of the case or for
 * the case as a whole, is a version.
 */
@Component
class AnswerVersions implements Approvable {

  private final Answers answers;

  AnswerVersions(Answers answers) {
    this.answers = answers;
  }

  @Override
  public String name() {
    return "answers";
  }

  @Override
  public Version now(String caseReference, String scope, String which) {
    List<FormAnswers> given = given(caseReference, scope, which);
    if (given.isEmpty()) {
      return new Version("0", "Nothing has been written yet");
    }
    FormAnswers last = given.get(given.size() - 1);
    return new Version(
        String.valueOf(given.size()),
        "Version %d, by %s, %s".formatted(given.size(), last.by(), Version.moment(last.at())));
  }

  @Override
  public String changed(String caseReference, String scope, String which, String seen) {
    List<FormAnswers> given = given(caseReference, scope, which);
    int before = seen.matches("[0-9]{1,6}") ? Integer.parseInt(seen) : 0;
    Map<String, Object> then = values(given.subList(0, Math.min(before, given.size())));
    Map<String, Object> now = values(given);
    TreeSet<String> keys = new TreeSet<>(now.keySet());
    keys.addAll(then.keySet());
    return keys.stream()
        .filter(key -> !String.valueOf(now.get(key)).equals(String.valueOf(then.get(key))))
        .map(key -> words(key) + ": " + Difference.of(text(then.get(key)), text(now.get(key))))
        .limit(5)
        .collect(Collectors.joining());
  }

  private List<FormAnswers> given(String caseReference, String scope, String which) {
    List<String> forms = Arrays.asList(which.split(","));
    return answers.of(caseReference).stream()
        .filter(one -> forms.contains(one.form()))
        .filter(one -> one.scope().isEmpty() || one.scope().equals(scope))
        .toList();
  }

  private static Map<String, Object> values(List<FormAnswers> given) {
    Map<String, Object> values = new LinkedHashMap<>();
    given.forEach(one -> values.putAll(one.values()));
    return values;
  }

  private static String text(Object value) {
    if (value instanceof List<?> rows) {
      return rows.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }
    return value == null ? "" : String.valueOf(value);
  }

  private static String words(String key) {
    String words = key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.UK);
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }
}
