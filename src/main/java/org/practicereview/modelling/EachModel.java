package org.practicereview.modelling;

import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A rule about models, held against each model that is deployed. */
final class EachModel implements GateRule {

  private final ModelRule rule;

  EachModel(ModelRule rule) {
    this.rule = rule;
  }

  @Override
  public String name() {
    return rule.getClass().getSimpleName();
  }

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    for (OneModel model : submission.models()) {
      ModelReading reading = submission.reading(model);
      rule.check(reading);
      for (Finding finding : reading.takeFindings()) {
        faults.accept(
            new Fault(
                model.file(),
                finding.element(),
                nameOf(model, finding.element()),
                finding.sentence(),
                Remedies.of(finding.sentence())));
      }
    }
  }

  private static String nameOf(OneModel model, String id) {
    ModelElementInstance element = id.isEmpty() ? null : model.model().getModelElementById(id);
    return element == null ? "" : Objects.requireNonNullElse(element.getAttributeValue("name"), "");
  }
}
