package org.practicereview.modelling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.practicereview.forms.FormSchema;

/** A question that the service, a letter or a clock reads stays in the form that asks it. */
final class QuestionRemovedRule implements GateRule {

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    if (submission.sender().isService()) {
      return;
    }
    submission
        .schemas()
        .forEach(
            (id, form) -> {
              FormSchema old = submission.before().schemas().get(id);
              if (old != null) {
                compare(submission, old, form, faults);
              }
            });
  }

  private static void compare(
      Submission submission, FormSchema old, FormSchema form, Consumer<Fault> faults) {
    Set<String> removed = new TreeSet<>(Submission.keys(old));
    removed.removeAll(Submission.keys(form));
    for (String key : removed) {
      readers(submission, form.id(), key)
          .forEach(
              (reader, remedy) ->
                  faults.accept(
                      new Fault(
                          submission.fileOf(form.id()),
                          key,
                          "",
                          "the question is gone, and " + reader + " reads it",
                          remedy)));
    }
  }

  private static Map<String, String> readers(Submission submission, String form, String key) {
    Map<String, String> readers = new LinkedHashMap<>();
    String room = submission.installation().readInJava().get(form + "/" + key);
    String back = "Put the question back, under the same key.";
    if (room != null) {
      readers.put("the service itself (" + room + ")", back);
    }
    boolean asked =
        submission.allForms().values().stream()
            .anyMatch(other -> Submission.keys(other).contains(key));
    if (asked) {
      return readers;
    }
    submission
        .installation()
        .factsOfLetters()
        .forEach(
            (letter, facts) -> {
              if (facts.contains(key)) {
                readers.put("the letter " + letter, back);
              }
            });
    String clocks = submission.decision(ClockTableRule.CLOCKS);
    if (clocks != null) {
      Tables.rows(clocks, ClockTableRule.CLOCKS).stream()
          .filter(row -> row.text("trigger").equals(key))
          .forEach(row -> readers.put("the clock " + row.given(), back));
    }
    return readers;
  }
}
