package org.practicereview.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicereview.casefile.Document;

@DisplayName("What the service reads of forms")
class CatalogueTest {

  private static final Path MAIN = Path.of("src/main/java/org/practicereview");
  private static final Path EXCEPTIONS = Path.of("src/test/resources/forms/bare-keys.txt");
  private static final Path LETTERS = Path.of("src/main/resources/letters");
  private static final Map<String, FormSchema> FORMS = new ShippedForms().latest();

  /** Facts that a letter names and no form asks: the service writes them down itself. */
  private static final Set<String> WRITTEN_BY_SERVICE =
      Set.of(
          "formerReviewer",
          "reviewerReplacedOn",
          "reopenedOn",
          "familyContactPart",
          "familyReportOpen");

  /** Days from which clocks count, and which the service writes down itself. */
  private static final Set<String> DAYS_OF_SERVICE =
      Set.of(
          "nominationAskedOn",
          "practitionersAskedOn",
          "areaReturnAskedOn",
          "proceedingCheckedOn",
          "impactAskedOn",
          "removalPlannedOn");

  private final Catalogues catalogues = new Catalogues(FORMS);

  static List<Class<?>> catalogues() {
    return Catalogues.all();
  }

  @ParameterizedTest
  @MethodSource("catalogues")
  @DisplayName("is asked in the forms that a room names, and as the room reads it")
  void declared(Class<?> catalogue) {
    assertThat(catalogues.wrong(catalogue)).isEmpty();
  }

  /** Each declaration is wrong in one way. */
  static final class Bad {
    static final FormName NO_FORM = new FormName("decide-everything");
    static final FormName PLAN = new FormName("agree-action-plan");
    static final Question<String> RENAMED = Question.text("actionDescription", PLAN);
    static final Question<String> ELSEWHERE = Question.text("harmSummary", PLAN);
    static final Question<String> NOT_ROWS = Question.text("actions", PLAN);
    static final Question<List<Map<String, Object>>> ACTIONS = Question.rows("actions", PLAN);
    static final Question<String> NOT_A_TEXT = Question.text("actionDueOn", ACTIONS);
    static final Question<Boolean> NOT_YES = Question.yesOrNo("actionAgency", ACTIONS);
    static final Question<Optional<LocalDate>> NOT_IN_ROW = Question.date("planDecidedOn", ACTIONS);
    static final Question<String> ONLY_SHOWN = Question.text("recommendationList", PLAN);
    static final Shown NOT_SHOWN = Shown.in("planSummary", PLAN);

    private Bad() {}
  }

  @Test
  @DisplayName("is refused where a name, a form or a kind is wrong")
  void refused() {
    assertThat(catalogues.wrong(Bad.class))
        .containsExactlyInAnyOrder(
            "there is no form decide-everything",
            "agree-action-plan does not ask actionDescription",
            "agree-action-plan does not ask harmSummary",
            "agree-action-plan asks actions as ROWS, which is read as "
                + Question.text("x").kinds(),
            "actions asks actionDueOn as DATE, which is read as " + Question.text("x").kinds(),
            "actions asks actionAgency as CHOICE, which is read as "
                + Question.yesOrNo("x").kinds(),
            "actions does not ask planDecidedOn",
            "agree-action-plan does not ask recommendationList",
            "agree-action-plan does not show planSummary");
  }

  @Test
  @DisplayName("is named by a catalogue and not by a bare string, except what is on the list")
  void bare() throws IOException {
    BareKeys bare = new BareKeys(names());
    Set<String> own =
        Catalogues.all().stream().map(Class::getSimpleName).collect(Collectors.toSet());

    // What is no longer needed is taken off the list, so that it only gets shorter.
    assertThat(bare.below(MAIN, own))
        .containsExactlyElementsOf(
            Files.readAllLines(EXCEPTIONS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  @DisplayName("is found as a bare string, alone or before the number of a row")
  void found() {
    assertThat(
            new BareKeys(names())
                .in(
                    """
                    // "incidentOn" in a comment
                    facts.date(reference, "awareOn");
                    wrong.put("actions[%d].actionDueOn", "is late");
                    wrong.put(rows + i + "].actionText", "is long");
                    form.equals("refer-incident"); say("incidentOn is a date");"""))
        .containsExactly("actionText", "actions", "awareOn", "refer-incident");
  }

  static List<Path> letters() throws IOException {
    try (Stream<Path> files = Files.walk(LETTERS, 2)) {
      return files.filter(file -> LETTERS.relativize(file).getNameCount() == 2).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  @DisplayName("is asked by a form where a letter prints it")
  void printed(Path letter) throws IOException {
    assertThat(notAsked(Files.readString(letter))).isSubsetOf(WRITTEN_BY_SERVICE);
  }

  @Test
  @DisplayName("is missed where a letter prints what no form asks")
  void notPrinted() {
    String letter =
        """
        <meta name="required" content="incidentDate, pseudonym" />
        <meta name="enclosures" content="report-files" />
        <p th:each="child : ${fact.children}">[[${child.nickname}]] [[${fact.place}]]</p>""";

    assertThat(notAsked(letter))
        .containsExactlyInAnyOrder("incidentDate", "report-files", "nickname", "place");
  }

  private static Set<String> notAsked(String letter) {
    Set<String> read = new TreeSet<>();
    for (MatchResult meta :
        all("<meta name=\"(required|optional|partner-facts)\" content=\"([^\"]+)\"", letter)) {
      read.addAll(List.of(meta.group(2).split("\\s*,\\s*")));
    }
    Set<String> rows = new TreeSet<>(Set.of("fact", "row"));
    all("th:each=\"(\\w+)(?:, ?\\w+)? : \\$\\{fact\\.\\w+}", letter)
        .forEach(loop -> rows.add(loop.group(1)));
    for (MatchResult value : all("\\$\\{(\\w+)\\.(\\w+)}", letter)) {
      if (rows.contains(value.group(1))) {
        read.add(value.group(2));
      }
    }
    Set<String> asked = keys();
    read.removeAll(asked);
    Set<String> kinds = asked.stream().map(Document::kindOf).collect(Collectors.toSet());
    for (MatchResult meta : all("<meta name=\"enclosures\" content=\"([^\"]+)\"", letter)) {
      List.of(meta.group(1).split("\\s*,\\s*")).stream()
          .filter(file -> !asked.contains(file) && !kinds.contains(file))
          .forEach(read::add);
    }
    return read;
  }

  @Test
  @DisplayName("is a date that a form asks, where a clock counts from it")
  void counted() throws IOException {
    Set<String> dates =
        FORMS.values().stream()
            .flatMap(form -> form.questions().stream())
            .flatMap(field -> Stream.concat(Stream.of(field), field.rows().stream()))
            .filter(field -> field.kind() == FormField.Kind.DATE)
            .map(FormField::key)
            .collect(Collectors.toSet());
    Set<String> triggers = new TreeSet<>();
    all(
            "_trigger\">\\s*<text>\"(\\w+)\"",
            Files.readString(Path.of("processes/statutory-and-local-clocks.dmn")))
        .forEach(trigger -> triggers.add(trigger.group(1)));
    try (Stream<Path> profiles = Files.list(Path.of("src/main/resources/partnerships"))) {
      for (Path profile : profiles.toList()) {
        all("trigger: (\\w+)", Files.readString(profile))
            .forEach(trigger -> triggers.add(trigger.group(1)));
      }
    }
    assertThat(triggers).hasSizeGreaterThan(20);
    triggers.removeAll(dates);

    assertThat(triggers).isEqualTo(DAYS_OF_SERVICE);
  }

  private static List<MatchResult> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(FORMS.keySet());
    names.addAll(keys());
    return names;
  }

  private static Set<String> keys() {
    return FORMS.values().stream()
        .flatMap(form -> form.fields().stream())
        .flatMap(field -> Stream.concat(Stream.of(field), field.rows().stream()))
        .map(FormField::key)
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toSet());
  }
}
