package org.practicereview.modelling;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.practicereview.forms.FormField;

/**
 * A new question says who may read its answers: no one guesses it. What is asked already in some
 * form is no new question.
 */
final class NewQuestionRule implements GateRule {

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    if (submission.sender().isService()) {
      return;
    }
    Set<String> known = new TreeSet<>();
    Stream.of(submission.before(), submission.installation().shipped())
        .flatMap(deployed -> deployed.schemas().values().stream())
        .forEach(form -> known.addAll(Submission.keys(form)));
    submission
        .schemas()
        .forEach(
            (id, form) ->
                form.questions().stream()
                    .filter(field -> field.confidentiality().access().isEmpty())
                    .filter(field -> !known.contains(field.key()))
                    .forEach(field -> faults.accept(fault(submission.fileOf(id), field))));
  }

  private static Fault fault(String file, FormField field) {
    return new Fault(
        file,
        field.key(),
        field.label(),
        "the question is new, and does not say who may read its answers",
        "Give it the property access (data-access in HTML): identity, review-team, sessions,"
            + " session-outcomes or session-contents.");
  }
}
