package org.practicereview.modelling;

import java.util.Optional;
import java.util.function.Consumer;
import org.practicereview.forms.FormField;

/** The rules about forms, held against each form that is deployed. */
final class EachForm implements GateRule {

  private final FormRules rules = new FormRules();

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    submission
        .files()
        .forEach(
            (name, text) -> {
              if (name.matches(".+\\.(form|html)")) {
                for (Finding finding : rules.check(name, text)) {
                  faults.accept(
                      new Fault(
                          name,
                          finding.element(),
                          label(submission, name, finding.element()),
                          finding.sentence(),
                          Remedies.of(finding.sentence())));
                }
              }
            });
  }

  private static String label(Submission submission, String file, String key) {
    return Optional.ofNullable(submission.schemas().get(OneModel.formOf(file))).stream()
        .flatMap(form -> form.fields().stream())
        .filter(field -> !key.isEmpty() && field.key().equals(key))
        .map(FormField::label)
        .findFirst()
        .orElse("");
  }
}
