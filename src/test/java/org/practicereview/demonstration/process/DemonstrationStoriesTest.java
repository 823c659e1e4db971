package org.practicereview.demonstration.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.demonstration.SampleAnswers.Child;
import org.practicereview.demonstration.process.Script.Play;

@DisplayName("The stories of the demonstration")
class DemonstrationStoriesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{L}+");
  private static final Pattern AGE = Pattern.compile("child of (three|six|eleven|fifteen)\\b");
  private static final Map<String, Integer> NUMBERS =
      Map.of("three", 3, "six", 6, "eleven", 11, "fifteen", 15);
  private static final int FAR = 13;

  private static final SampleAnswers SAMPLES = SampleAnswers.packaged();
  private static final Set<String> FORMS =
      SampleAnswers.<Map<String, Object>>read("demonstration/answers.yaml").keySet();

  static List<Play> plays() {
    return Script.packaged().plays();
  }

  @ParameterizedTest
  @MethodSource("plays")
  @DisplayName("name no one who belongs to another case")
  void names(Play play) {
    Set<String> own = firstNames(play).collect(Collectors.toSet());
    Set<String> others =
        plays().stream().flatMap(DemonstrationStoriesTest::firstNames).collect(Collectors.toSet());
    others.removeAll(own);
    assertThat(others).hasSizeGreaterThanOrEqualTo(16);
    for (String form : forms(play)) {
      List<String> words = texts(answers(play, form)).flatMap(text -> words(text)).toList();
      assertThat(words).as(form).doesNotContainAnyElementsOf(others);
      assertThat(texts(answers(play, form))).as(form).noneMatch(text -> text.contains("{"));
    }
  }

  @ParameterizedTest
  @MethodSource("plays")
  @DisplayName("notify the child that was referred")
  void child(Play play) {
    Map<String, Object> referral = answers(play, "refer-incident");
    List<?> notified = (List<?>) answers(play, "complete-notification").get("children");
    assertThat(notified)
        .singleElement()
        .satisfies(
            row -> {
              Map<?, ?> child = (Map<?, ?>) row;
              assertThat(child.get("childName")).isEqualTo(referral.get("childName"));
              assertThat(child.get("childBornOn")).isEqualTo(referral.get("childBornOn"));
              assertThat(child.get("childOutcome").equals("died"))
                  .isEqualTo(Boolean.TRUE.equals(referral.get("childDied")));
            });
  }

  @ParameterizedTest
  @MethodSource("plays")
  @DisplayName("give the child the age that it had")
  void age(Play play) {
    int age =
        Period.between(LocalDate.parse(child(play, SAMPLES).bornOn()), referred(play)).getYears();
    // Cases that end early do not come to the forms whose answers tell of a child of three.
    Collection<String> forms =
        play.referred() > FAR ? FORMS : List.of("refer-incident", "check-immediate-safety");
    Stream<Integer> told =
        forms.stream()
            .flatMap(form -> texts(answers(play, form)))
            .flatMap(text -> AGE.matcher(text).results().map(found -> found.group(1)))
            .map(NUMBERS::get);
    assertThat(told).allMatch(years -> years == age);
  }

  @Test
  @DisplayName("tell their children apart")
  void apart() {
    assertThat(plays()).extracting(play -> child(play, SAMPLES).name()).doesNotHaveDuplicates();
  }

  private static Stream<String> firstNames(Play play) {
    return Stream.concat(
            Stream.of(child(play, SAMPLES).name()),
            forms(play).stream().flatMap(form -> named(answers(play, form))))
        .map(name -> name.split(" ")[0])
        .filter(name -> !List.of("Ms", "Mr", "Mrs", "A").contains(name));
  }

  /** What stands in fields that ask for a name. */
  private static Stream<String> named(Object answer) {
    if (answer instanceof List<?> rows) {
      return rows.stream().flatMap(DemonstrationStoriesTest::named);
    }
    if (!(answer instanceof Map<?, ?> row)) {
      return Stream.empty();
    }
    return row.entrySet().stream()
        .flatMap(
            entry ->
                entry.getKey().toString().endsWith("Name")
                        && entry.getValue() instanceof String name
                    ? Stream.of(name)
                    : named(entry.getValue()));
  }

  private static Stream<String> texts(Object answer) {
    if (answer instanceof Map<?, ?> row) {
      return row.values().stream().flatMap(DemonstrationStoriesTest::texts);
    }
    if (answer instanceof List<?> rows) {
      return rows.stream().flatMap(DemonstrationStoriesTest::texts);
    }
    return answer instanceof String text ? Stream.of(text) : Stream.empty();
  }

  private static Stream<String> words(String text) {
    Matcher words = WORD.matcher(text);
    return words.results().map(found -> found.group());
  }

  private static Set<String> forms(Play play) {
    Set<String> forms = new LinkedHashSet<>(FORMS);
    play.answers().keySet().forEach(place -> forms.add(place));
    return forms;
  }

  private static Map<String, Object> answers(Play play, String place) {
    List<String> parts = new ArrayList<>(List.of(place.split("/")));
    return play.answers(
        SAMPLES,
        parts.get(0),
        parts.size() > 1 ? parts.get(1) : "",
        referred(play),
        child(play, SAMPLES));
  }

  private static Child child(Play play, SampleAnswers samples) {
    return play.child(samples, referred(play));
  }

  private static LocalDate referred(Play play) {
    return TODAY.minusDays(play.referred());
  }
}
