package org.practicereview.demonstration;

import static org.practicereview.casefile.CaseFileQuestions.CHILD_BORN_ON;
import static org.practicereview.casefile.CaseFileQuestions.CHILD_NAME;
import static org.practicereview.casefile.CaseFileQuestions.REFER_INCIDENT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practicereview.deadlines.DayOff;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Answers of one invented case for every form, as {@code demonstration/answers.yaml} gives them.
 * Dates in the file are told from the day a form is filled in: {@code today}, {@code today-3};
 * {@code workday+21} is the first working day from then on. What is chosen from a list that differs
 * from case to case is told as {@code first of reviewerChoices}, or {@code all of} them. Rows that
 * a form opens with are answered alike: {@code each of meetingAttendance}. The child of the case is
 * told as {@code {child}}, its first name, {@code {childName}} and {@code {childBornOn}}.
 */
public final class SampleAnswers {

  private static final String FIRST = "first of ";
  private static final String ALL = "all of ";
  private static final String EACH = "each of ";
  private static final WorkingDayCalendar DAYS = new WorkingDayCalendar(List.of());
  private static final Pattern DATE = Pattern.compile("(today|workday)([+-]\\d{1,4})?");
  private static final String FILE = "file:";

  private final Map<String, Map<String, Object>> byForm;

  private SampleAnswers(Map<String, Map<String, Object>> byForm) {
    this.byForm = byForm;
  }

  /** The answers that are packaged with the service. */
  public static SampleAnswers packaged() {
    return new SampleAnswers(read("demonstration/answers.yaml"));
  }

  /**
   * What is written in a form; empty for a form the file does not know.
   *
   * @param form form id
   * @param today the day the form is filled in
   */
  public Map<String, Object> of(String form, LocalDate today) {
    return of(form, Map.of(), child(Map.of(), today), today);
  }

  /**
   * What is written in a form of a case whose story differs in some answers.
   *
   * @param different answers of this case in place of the packaged ones
   */
  public Map<String, Object> of(
      String form, Map<String, Object> different, Child child, LocalDate today) {
    return dated(child.in(with(form, different)), today);
  }

  /**
   * The child of a case.
   *
   * @param different what its referral says in place of the packaged answers
   * @param referred the day of the referral
   */
  public Child child(Map<String, Object> different, LocalDate referred) {
    Map<String, Object> referral = dated(with(REFER_INCIDENT.id(), different), referred);
    return new Child(
        (String) referral.get(CHILD_NAME.key()), (String) referral.get(CHILD_BORN_ON.key()));
  }

  private Map<String, Object> with(String form, Map<String, Object> different) {
    Map<String, Object> all = new LinkedHashMap<>(byForm.getOrDefault(form, Map.of()));
    all.putAll(different);
    return all;
  }

  /** The child that a story is about. */
  public record Child(String name, String bornOn) {

    private Map<String, Object> in(Map<String, Object> answers) {
      return everyText(answers, this::in);
    }

    private String in(String text) {
      return text.replace("{child}", name.split(" ")[0])
          .replace("{childName}", name)
          .replace("{childBornOn}", bornOn);
    }
  }

  /** The same answers with the dates worked out. */
  public static Map<String, Object> dated(Map<String, Object> answers, LocalDate today) {
    return everyText(answers, text -> dated(text, today));
  }

  private static Map<String, Object> everyText(Map<?, ?> answers, Function<String, Object> change) {
    Map<String, Object> changed = new LinkedHashMap<>();
    answers.forEach((key, value) -> changed.put(String.valueOf(key), everyText(value, change)));
    return changed;
  }

  private static Object everyText(Object value, Function<String, Object> change) {
    if (value instanceof List<?> list) {
      return list.stream().map(item -> everyText(item, change)).toList();
    }
    if (value instanceof Map<?, ?> row) {
      return everyText(row, change);
    }
    return value instanceof String text ? change.apply(text) : value;
  }

  /**
   * The same answers with every {@code first of …} replaced by the first choice that the form
   * opened with, every {@code all of …} by all of them, and every {@code each of …} given in each
   * row it opened with; what the form opened without is left out.
   *
   * @param answers answers, and the lists the form opened with, by key
   */
  public static Map<String, Object> chosen(Map<String, Object> answers) {
    Map<String, Object> chosen = new LinkedHashMap<>();
    answers.forEach(
        (key, value) -> {
          if (key.startsWith(EACH)) {
            return;
          }
          if (value instanceof String all && all.startsWith(ALL)) {
            chosen.put(key, values(answers.get(all.substring(ALL.length()))));
          } else if (!(value instanceof String text) || !text.startsWith(FIRST)) {
            chosen.put(key, value);
          } else if (answers.get(text.substring(FIRST.length())) instanceof List<?> choices
              && !choices.isEmpty()
              && choices.get(0) instanceof Map<?, ?> choice) {
            chosen.put(key, choice.get("value"));
          }
        });
    answers.forEach(
        (key, value) -> {
          if (key.startsWith(EACH) && value instanceof Map<?, ?> cells) {
            chosen.computeIfPresent(
                key.substring(EACH.length()), (rows, opened) -> inEach(opened, cells));
          }
        });
    return chosen;
  }

  private static List<Object> values(Object choices) {
    List<Object> values = new ArrayList<>();
    if (choices instanceof List<?> offered) {
      offered.forEach(choice -> values.add(((Map<?, ?>) choice).get("value")));
    }
    return values;
  }

  private static Object inEach(Object opened, Map<?, ?> cells) {
    return opened instanceof List<?> rows
        ? rows.stream()
            .map(
                row -> {
                  Map<Object, Object> answered = new LinkedHashMap<>((Map<?, ?>) row);
                  cells.forEach(answered::putIfAbsent);
                  return answered;
                })
            .toList()
        : opened;
  }

  private static Object dated(String text, LocalDate today) {
    Matcher date = DATE.matcher(text);
    if (date.matches()) {
      long days = date.group(2) == null ? 0 : Long.parseLong(date.group(2));
      LocalDate day = today.plusDays(days);
      return (date.group(1).equals("workday") ? DAYS.moved(day, DayOff.NEXT) : day).toString();
    }
    return text.startsWith(FILE) ? file(text.substring(FILE.length())) : text;
  }

  /** A packaged PDF as a browser sends it. */
  private static Map<String, Object> file(String name) {
    try (InputStream in = new ClassPathResource("demonstration/" + name).getInputStream()) {
      return Map.of(
          "name",
          name,
          "mediaType",
          "application/pdf",
          "content",
          Base64.getEncoder().encodeToString(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** A packaged file of plain maps, lists and values; nothing in it can name a class. */
  @SuppressWarnings("unchecked")
  public static <T> T read(String file) {
    try (InputStream in = new ClassPathResource(file).getInputStream()) {
      return (T) new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
