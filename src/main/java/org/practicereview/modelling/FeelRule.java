package org.practicereview.modelling;

import java.util.function.Consumer;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.practicereview.forms.FormField;

/**
 * The condition of a question can be understood. What comes with the service the build holds to
 * this: to make its language ready takes longer than all else at the start.
 */
final class FeelRule implements GateRule {

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    if (submission.sender().isService()) {
      return;
    }
    submission
        .schemas()
        .forEach(
            (id, form) ->
                form.fields().forEach(field -> check(submission.fileOf(id), field, faults)));
  }

  private static void check(String file, FormField field, Consumer<Fault> faults) {
    for (String condition : field.asked().hiddenWhen()) {
      if (!Feel.READER.parseExpression(condition).isSuccess()) {
        faults.accept(
            new Fault(
                file,
                field.key(),
                field.label(),
                "the condition " + condition + " cannot be understood",
                Remedies.of("condition")));
      }
    }
  }

  private static final class Feel {
    private static final FeelEngineApi READER = FeelEngineBuilder.forJava().build();
  }
}
