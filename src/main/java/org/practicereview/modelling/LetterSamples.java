package org.practicereview.modelling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.forms.FormField;
import org.practicereview.letters.LetterPreview.Sample;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * Invented facts with which a letter is shown while it is written: the sample answers of the
 * demonstration, and where these say nothing the words of the question in brackets. Nothing of any
 * case is among them.
 */
@Component
class LetterSamples {

  private static final Pattern ROW = Pattern.compile("\\$\\{row\\.(\\w+)}");
  private static final Pattern CLOCK = Pattern.compile("clock(?:\\['([\\w-]+)']|\\.(\\w+))");
  private static final int DAYS_TO_A_DATE = 21;

  private final LetterFacts facts;
  private final Partnerships partnerships;
  private final Clock clock;
  private final SampleAnswers answers = SampleAnswers.packaged();

  LetterSamples(LetterFacts facts, Partnerships partnerships, Clock clock) {
    this.facts = facts;
    this.partnerships = partnerships;
    this.clock = clock;
  }

  /** Those in whose words a letter can be shown. */
  List<Partnership> partnerships() {
    return partnerships.all();
  }

  /**
   * What a letter is shown with.
   *
   * @param partnership id of one; empty for the first
   * @param chosen which answers decide how it reads, by path such as {@code fact.referrerType}
   * @param bare whether what may be missing is missing
   */
  Sample of(LetterParts letter, String partnership, Map<String, String> chosen, boolean bare) {
    LocalDate today = LocalDate.now(clock);
    Map<String, FormField> questions = facts.questions();
    Map<String, Object> known = known(today);
    Map<String, Set<String>> compared = letter.compared();
    Set<String> printed = new TreeSet<>(letter.facts());
    printed.addAll(letter.listed("required"));
    printed.addAll(letter.listed("partner-facts"));
    Map<String, Object> shown = new HashMap<>();
    for (String key : printed) {
      if (!bare || letter.listed("required").contains(key)) {
        shown.put(key, sample("fact." + key, known, compared, questions.get(key), today));
      }
    }
    Map<String, Object> row = new HashMap<>();
    ROW.matcher(letter.body())
        .results()
        .map(one -> one.group(1))
        .filter(key -> !bare || compared.containsKey("row." + key))
        .forEach(
            key -> row.put(key, sample("row." + key, known, compared, questions.get(key), today)));
    chosen.forEach(
        (path, value) -> {
          String key = path.replaceFirst(".*\\.", "");
          if (path.startsWith("fact.")) {
            put(shown, key, value);
          } else if (path.startsWith("row.")) {
            put(row, key, value);
          }
        });
    return new Sample(
        named(partnership),
        shown,
        row,
        clocks(letter),
        chosen.getOrDefault("letter.recipientKind", "referrer"));
  }

  private static void put(Map<String, Object> all, String key, String value) {
    if (value.isEmpty()) {
      all.remove(key);
    } else {
      all.put(key, value);
    }
  }

  private Partnership named(String id) {
    List<Partnership> all = partnerships();
    return all.stream().filter(one -> one.id().equals(id)).findFirst().orElse(all.get(0));
  }

  /** The answers of all forms, and of their rows, by key. */
  private Map<String, Object> known(LocalDate today) {
    Map<String, Object> known = new HashMap<>();
    Map<String, Object> rows = new HashMap<>();
    for (String form : facts.forms()) {
      Map<String, Object> filled = SampleAnswers.chosen(answers.of(form, today));
      known.putAll(filled);
      filled
          .values()
          .forEach(
              value -> {
                if (value instanceof List<?> list) {
                  list.forEach(one -> row(one, rows));
                }
              });
    }
    rows.forEach(known::putIfAbsent);
    return known;
  }

  private static void row(Object one, Map<String, Object> rows) {
    if (one instanceof Map<?, ?> row) {
      row.forEach((key, value) -> rows.putIfAbsent(String.valueOf(key), value));
    }
  }

  private static Object sample(
      String path,
      Map<String, Object> known,
      Map<String, Set<String>> compared,
      FormField question,
      LocalDate today) {
    String key = path.replaceFirst(".*\\.", "");
    Object value = known.get(key);
    if (value != null && !String.valueOf(value).isBlank()) {
      return value;
    }
    if (compared.containsKey(path)) {
      return compared.get(path).iterator().next();
    }
    if (question == null) {
      return inBrackets(DrawingLists.inWords(key));
    }
    return switch (question.kind()) {
      case TICK -> true;
      case DATE, DATE_TIME -> today.plusDays(DAYS_TO_A_DATE).toString();
      case NUMBER -> "3";
      case CHOICE ->
          question.offer().choices().isEmpty()
              ? inBrackets(question.label())
              : question.offer().choices().get(0).value();
      case ROWS -> rows(question, known, compared, today);
      default -> inBrackets(question.label());
    };
  }

  private static Object rows(
      FormField question,
      Map<String, Object> known,
      Map<String, Set<String>> compared,
      LocalDate today) {
    Map<String, Object> row = new HashMap<>();
    question
        .rows()
        .forEach(
            column ->
                row.put(
                    column.key(), sample("row." + column.key(), known, compared, column, today)));
    return new ArrayList<>(List.of(row));
  }

  private static String inBrackets(String words) {
    return "(" + words + ")";
  }

  private Map<String, String> clocks(LetterParts letter) {
    Map<String, String> names = facts.clocks();
    Map<String, String> used = new HashMap<>();
    CLOCK
        .matcher(letter.body())
        .results()
        .map(one -> one.group(1) != null ? one.group(1) : one.group(2))
        .filter(names::containsKey)
        .forEach(id -> used.put(id, names.get(id)));
    if (used.isEmpty() && letter.body().contains("${about")) {
      names.entrySet().stream()
          .findFirst()
          .ifPresent(one -> used.put(one.getKey(), one.getValue()));
    }
    return used;
  }
}
