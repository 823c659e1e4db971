package org.practicereview.modelling;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.practicereview.forms.FormSchema;
import org.practicereview.modelling.OneModel.FormUse;

/**
 * What a model takes from a form, the form asks: in the models that are deployed, and in those that
 * stay in use while a form changes under them.
 */
final class DeclaredRule implements GateRule {

  /** What pages of the service ask, under the name of a form. */
  private static final Set<String> OF_PAGES = Set.of("upload-chronology", "request-withdrawal");

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    Map<String, FormSchema> forms = submission.allForms();
    for (OneModel model : submission.models()) {
      check(submission, model, true, faults);
      persons(model, forms, faults);
    }
    if (!submission.forms().isEmpty()) {
      submission.others().forEach(model -> check(submission, model, false, faults));
    }
  }

  /** Four eyes need a form that someone else has given. */
  private static void persons(
      OneModel model, Map<String, FormSchema> forms, Consumer<Fault> faults) {
    for (UserTask task : model.all(UserTask.class)) {
      String others = ModelReading.propertiesOf(task).getOrDefault("anotherPersonThan", "");
      for (String form : ModelReading.groups(others)) {
        if (!forms.containsKey(form) && !OF_PAGES.contains(form)) {
          faults.accept(
              new Fault(
                  model.file(),
                  task.getId(),
                  String.valueOf(task.getName()),
                  "it is for another person than the one who gave the form "
                      + form
                      + ", which does not exist",
                  "Correct the id of the form."));
        }
      }
    }
  }

  private static void check(
      Submission submission, OneModel model, boolean deployed, Consumer<Fault> faults) {
    Map<String, FormSchema> forms = submission.allForms();
    Set<String> changed = submission.forms().keySet();
    for (FormUse use : model.forms()) {
      FormSchema form = forms.get(use.form());
      if (form == null || !deployed && !changed.contains(use.form())) {
        continue;
      }
      Set<String> missing = new TreeSet<>(use.variables());
      missing.removeAll(Submission.keys(form));
      for (String key : missing) {
        faults.accept(
            new Fault(
                deployed ? model.file() : submission.fileOf(use.form()),
                deployed ? use.element() : key,
                deployed ? use.name() : "",
                deployed
                    ? "it takes " + key + " from the form " + use.form() + ", which does not ask it"
                    : "it no longer asks "
                        + key
                        + ", which the model "
                        + model.file()
                        + " takes from it at "
                        + use.element(),
                "Ask the question in the form, or take variable:" + key + " out of the model."));
      }
    }
  }
}
