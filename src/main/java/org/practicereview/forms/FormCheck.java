package org.practicereview.forms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.practicereview.forms.FormField.Kind;
import org.springframework.stereotype.Component;

/**
 * Holds what a person gave against the rules of the form. The browser checks the same rules to help
 * the person; this check is the one that counts.
 */
@Component
public class FormCheck {

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}&&[^\n\r\t]]|[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]");

  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
  private final AnswerRules rules;

  FormCheck(Clock clock) {
    this.rules = new AnswerRules(clock);
  }

  /**
   * The answers that count: only of questions that are asked, cleaned of characters no one can see.
   *
   * @param given what was sent, by key; keys the form does not ask for are left out of the result
   * @param known facts of the case, for rules that compare with an earlier answer
   * @throws FormRefused naming every question that is not answered as the form demands
   */
  public Map<String, Object> accept(
      FormSchema schema, Map<String, Object> given, Map<String, Object> known) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Map<String, Object> accepted =
        accept(schema.questions(), given, new LinkedHashMap<>(known), "", wrong);
    if (!wrong.isEmpty()) {
      throw new FormRefused(wrong, labels(schema.questions(), given, ""));
    }
    return accepted;
  }

  /** The questions as the person reads them, by key; those of rows with the name of the row. */
  public static Map<String, String> labels(
      List<FormField> fields, Map<String, Object> given, String rowName) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (FormField field : fields) {
      labels.put(field.key(), rowName + field.label());
      int count = given.get(field.key()) instanceof List<?> rows ? rows.size() : 0;
      for (int i = 0; i < count; i++) {
        String row = field.key() + "[" + i + "].";
        labels(field.rows(), Map.of(), field.label() + " " + (i + 1) + ", ")
            .forEach((key, label) -> labels.put(row + key, label));
      }
    }
    return labels;
  }

  private Map<String, Object> accept(
      List<FormField> fields,
      Map<String, Object> given,
      Map<String, Object> known,
      String prefix,
      Map<String, String> wrong) {
    Map<String, Object> accepted = new LinkedHashMap<>();
    Map<String, Object> context = context(fields, given);
    known.putAll(context);
    for (FormField field : fields) {
      if (hidden(field, known)) {
        continue;
      }
      Object value = clean(context.get(field.key()));
      if (field.kind() == Kind.TICK && !given.containsKey(field.key()) && !field.required()) {
        value = null;
      }
      String problem =
          isEmpty(value)
              ? (field.required() ? "please give an answer" : null)
              : rules.problem(field, value, known);
      if (problem != null) {
        wrong.put(prefix + field.key(), problem);
      } else if (field.kind() == Kind.ROWS && value instanceof List<?> rows) {
        accepted.put(field.key(), rows(field, rows, known, prefix, wrong));
      } else if (!isEmpty(value)) {
        accepted.put(field.key(), typed(field, value));
      }
    }
    return accepted;
  }

  private List<Object> rows(
      FormField field,
      List<?> rows,
      Map<String, Object> known,
      String prefix,
      Map<String, String> wrong) {
    List<Object> accepted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      if (rows.get(i) instanceof Map<?, ?> cells) {
        cells.forEach((key, value) -> row.put(String.valueOf(key), value));
      }
      String at = prefix + field.key() + "[" + i + "].";
      accepted.add(accept(field.rows(), row, new LinkedHashMap<>(known), at, wrong));
    }
    return accepted;
  }

  /** What conditions may look at: every question of the form, unanswered ones as null. */
  private static Map<String, Object> context(List<FormField> fields, Map<String, Object> given) {
    Map<String, Object> context = new LinkedHashMap<>();
    for (FormField field : fields) {
      Object value = given.get(field.key());
      if (value == null && field.kind() == Kind.TICK) {
        value = Boolean.FALSE;
      } else if (field.kind() == Kind.CHOICE
          && field.isYesOrNo()
          && field.chosenFrom().contains(String.valueOf(value))) {
        value = Boolean.valueOf(value.toString());
      } else if (field.kind() == Kind.DATE && value instanceof String text) {
        value = DateAsTyped.iso(text);
      }
      context.put(field.key(), value);
    }
    return context;
  }

  /**
   * Which of the form's questions and guidance are not to be shown while the answers stand as
   * given.
   *
   * @return positions in {@link FormSchema#fields()}
   */
  public List<Integer> hidden(
      FormSchema schema, Map<String, Object> given, Map<String, Object> known) {
    Map<String, Object> all = new LinkedHashMap<>(known);
    all.putAll(context(schema.questions(), given));
    return IntStream.range(0, schema.fields().size())
        .filter(position -> hidden(schema.fields().get(position), all))
        .boxed()
        .toList();
  }

  /**
   * Whether a question is not asked: a step the partnership leaves out, or a condition hides it.
   */
  private boolean hidden(FormField field, Map<String, Object> known) {
    String option = field.asked().option();
    if (!option.isEmpty()
        && !(known.get(CaseRecords.OPTIONS) instanceof Set<?> options
            && options.contains(option))) {
      return true;
    }
    for (String condition : field.asked().hiddenWhen()) {
      EvaluationResult result = feel.evaluateExpression(condition, known);
      if (result.isSuccess() && Boolean.TRUE.equals(result.result())) {
        return true;
      }
    }
    return false;
  }

  private static Object typed(FormField field, Object value) {
    if (field.kind() == Kind.NUMBER && !(value instanceof Number)) {
      return Double.valueOf(value.toString());
    }
    return value;
  }

  private static Object clean(Object value) {
    return value instanceof String text ? UNSEEN.matcher(text).replaceAll("").strip() : value;
  }

  private static boolean isEmpty(Object value) {
    return value == null
        || value instanceof String text && text.isEmpty()
        || value instanceof List<?> list && list.isEmpty();
  }
}
