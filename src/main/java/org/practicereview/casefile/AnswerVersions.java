package org.practicereview.casefile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practicereview.forms.Approvable;
import org.practicereview.forms.AskedAndAnswered;
import org.practicereview.forms.AskedAndAnswered.Line;
import org.practicereview.forms.DeployedForms;
import org.practicereview.forms.Difference;
import org.practicereview.forms.PeopleNames;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * What was written in forms, as something that is approved: {@code answers:} and the names of the
 * forms, separated by commas. Each time one of them is given, for the same part of the case or for
 * the case as a whole, is a version.
 */
@Component
class AnswerVersions implements Approvable {

  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final DeployedForms forms;
  private final PeopleNames names;

  AnswerVersions(
      Answers answers,
      CaseFiles cases,
      Partnerships partnerships,
      DeployedForms forms,
      PeopleNames names) {
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
    this.forms = forms;
    this.names = names;
  }

  @Override
  public String name() {
    return "answers";
  }

  @Override
  public Version now(Subject subject) {
    List<FormAnswers> given = given(subject);
    if (given.isEmpty()) {
      return new Version("0", "Nothing has been written yet");
    }
    FormAnswers last = given.get(given.size() - 1);
    return new Version(
        String.valueOf(given.size()),
        "Version %d, by %s, %s"
            .formatted(given.size(), names.of(last.by()), Version.moment(last.at())));
  }

  @Override
  public String changed(Subject subject, String seen) {
    List<FormAnswers> given = given(subject);
    int before = seen.matches("[0-9]{1,6}") ? Integer.parseInt(seen) : 0;
    AskedAndAnswered words = words(subject.caseReference());
    Map<String, Line> then = lines(given.subList(0, Math.min(before, given.size())), words);
    Map<String, Line> now = lines(given, words);
    Map<String, Line> all = new LinkedHashMap<>(then);
    all.putAll(now);
    return all.entrySet().stream()
        .filter(one -> !text(now, one.getKey()).equals(text(then, one.getKey())))
        .map(
            one ->
                one.getValue().question()
                    + ": "
                    + Difference.of(text(then, one.getKey()), text(now, one.getKey())))
        .limit(5)
        .collect(Collectors.joining());
  }

  private AskedAndAnswered words(String caseReference) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    return new AskedAndAnswered(partnership.words()::in, partnership::agencyName);
  }

  private List<FormAnswers> given(Subject subject) {
    List<String> forms = Arrays.asList(subject.which().split(","));
    return answers.of(subject.caseReference()).stream()
        .filter(one -> forms.contains(one.form()))
        .filter(one -> one.scope().isEmpty() || one.scope().equals(subject.scope()))
        .toList();
  }

  private Map<String, Line> lines(List<FormAnswers> given, AskedAndAnswered words) {
    Map<String, Line> lines = new LinkedHashMap<>();
    given.forEach(
        one ->
            lines.putAll(words.byKey(forms.version(one.form(), one.formVersion()), one.values())));
    return lines;
  }

  private static String text(Map<String, Line> lines, String key) {
    return lines.containsKey(key) ? lines.get(key).answer() : "";
  }
}
