package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormSchema;

/** Says in sentences how a form differs from the one before it, question by question. */
final class DifferenceOfForms {

  private DifferenceOfForms() {}

  static List<String> between(String id, String before, String after) {
    Map<String, FormField> old = questions(id, before);
    Map<String, FormField> now = questions(id, after);
    List<String> sentences = new ArrayList<>();
    now.forEach(
        (key, question) -> {
          if (old.containsKey(key)) {
            changed(old.get(key), question, sentences);
          } else {
            sentences.add(
                question.isShown()
                    ? "The fact \"%s\" is shown now.".formatted(question.label())
                    : "The question \"%s\" is new%s."
                        .formatted(
                            question.label(), question.required() ? ", and must be answered" : ""));
          }
        });
    old.forEach(
        (key, question) -> {
          if (!now.containsKey(key)) {
            sentences.add(
                question.isShown()
                    ? "The fact \"%s\" is no longer shown.".formatted(question.label())
                    : "The question \"%s\" is gone.".formatted(question.label()));
          }
        });
    if (!guidance(id, before).equals(guidance(id, after))) {
      sentences.add("The guidance in the form has changed.");
    }
    return sentences;
  }

  private static void changed(FormField old, FormField now, List<String> sentences) {
    if (!now.label().equals(old.label())) {
      sentences.add("The question \"%s\" now reads \"%s\".".formatted(old.label(), now.label()));
    }
    if (now.required() != old.required()) {
      sentences.add(
          "The question \"%s\" %s."
              .formatted(
                  now.label(), now.required() ? "must be answered now" : "may be left open now"));
    }
    choices(old, now, sentences);
    say(now, "hint has", old.wording().hint(), now.wording().hint(), sentences);
    say(now, "kind of answer has", old.kind(), now.kind(), sentences);
    say(now, "limits have", old.limits(), now.limits(), sentences);
    say(now, "first answer has", old.opening(), now.opening(), sentences);
    say(now, "condition has", old.asked(), now.asked(), sentences);
    say(now, "access has", old.confidentiality(), now.confidentiality(), sentences);
    say(now, "rows have", old.rows(), now.rows(), sentences);
  }

  private static void say(
      FormField question, String what, Object old, Object now, List<String> sentences) {
    if (!Objects.equals(old, now)) {
      sentences.add("The question \"%s\": its %s changed.".formatted(question.label(), what));
    }
  }

  private static void choices(FormField old, FormField now, List<String> sentences) {
    Set<String> added = labels(now);
    added.removeAll(labels(old));
    Set<String> gone = labels(old);
    gone.removeAll(labels(now));
    added.forEach(
        label ->
            sentences.add("The question \"%s\" offers \"%s\" now.".formatted(now.label(), label)));
    gone.forEach(
        label ->
            sentences.add(
                "The question \"%s\" no longer offers \"%s\".".formatted(now.label(), label)));
    if (added.isEmpty() && gone.isEmpty()) {
      say(now, "choices have", old.offer(), now.offer(), sentences);
    }
  }

  private static Set<String> labels(FormField question) {
    return question.offer().choices().stream()
        .map(FormField.Choice::label)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, FormField> questions(String id, String text) {
    Map<String, FormField> questions = new LinkedHashMap<>();
    Deployed.read(id, text).map(FormSchema::fields).orElse(List.of()).stream()
        .filter(field -> field.kind() != FormField.Kind.GUIDANCE)
        .forEach(field -> questions.put(field.key(), field));
    return questions;
  }

  private static List<String> guidance(String id, String text) {
    return Deployed.read(id, text).map(FormSchema::fields).orElse(List.of()).stream()
        .filter(field -> field.kind() == FormField.Kind.GUIDANCE)
        .map(FormField::label)
        .toList();
  }
}
