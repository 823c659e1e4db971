package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.ShippedForms;

@DisplayName("A task in which someone approves what another has written")
class ApprovalsTest {

  private static final Pattern APPROVES =
      Pattern.compile("(Approve|Agree|Sign off|Assure|Check|Confirm|Decide on the report).*");

  /** Why a form of such a task approves nothing that could be written anew meanwhile. */
  private static final Map<String, String> NOTHING_WRITTEN =
      Map.ofEntries(
          Map.entry("approve-withdrawal", "a request that no one can change while it waits"),
          Map.entry("approve-panel-answer", "an answer that no one can change while it waits"),
          Map.entry("agree-reviewer", "a person, and no text"),
          Map.entry("agree-not-invited", "people, shown in the form itself"),
          Map.entry("agree-not-read", "a record that no one can change while it waits"),
          Map.entry("agree-disclosure", "a proposal that no one can change while it waits"),
          Map.entry("agree-action-plan", "where the plan is written"),
          Map.entry("confirm-screening-out", "a decision that no one can change while it waits"),
          Map.entry("confirm-action-complete", "evidence that no one can change while it waits"),
          Map.entry("confirm-take-down", "an order that no one can change while it waits"),
          Map.entry("confirm-bodies-told", "a fact"),
          Map.entry("decide-report-change", "a request that no one can change while it waits"),
          Map.entry("check-public-version", "a file that is compared again before it is released"),
          Map.entry("confirm-agreed-date", "a date that no one can change while it waits"),
          Map.entry("confirm-no-national-action", "a decision that is written here"),
          Map.entry("agree-national-family", "people, written down here"),
          Map.entry("confirm-seal", "a decision that no one can change while it waits"),
          Map.entry("confirm-involvement", "a fact"),
          Map.entry("confirm-invitations", "people, written down here"),
          Map.entry("confirm-member-alert", "a fact"),
          Map.entry("confirm-alert-ended", "a fact"),
          Map.entry("confirm-team-has-seen", "a fact"),
          Map.entry("check-facts", "comments are written here"),
          Map.entry("check-safety-now", "a fact"),
          Map.entry("check-publication-date", "a date, and no text"),
          Map.entry("check-immediate-safety", "a fact"),
          Map.entry("check-early-learning", "a fact"),
          Map.entry("check-time-and-quality", "an opinion of the work, written here"));

  @Test
  @DisplayName("says in its form which version that is")
  void saysWhich() {
    Map<String, FormSchema> forms = new ShippedForms().latest();
    Map<String, String> silent = new TreeMap<>();
    ShippedModels.processes()
        .forEach(
            model ->
                model
                    .model()
                    .getModelElementsByType(UserTask.class)
                    .forEach(
                        task -> {
                          String form = formOf(task);
                          if (APPROVES.matcher(task.getName()).matches()
                              && forms.get(form).approves().isEmpty()
                              && !NOTHING_WRITTEN.containsKey(form)) {
                            silent.put(task.getName(), form);
                          }
                        }));
    assertThat(silent).isEmpty();
  }

  @Test
  @DisplayName("names forms and letters that there are")
  void namesWhatThereIs() {
    Map<String, FormSchema> forms = new ShippedForms().latest();
    forms
        .values()
        .forEach(
            form -> {
              if (form.approves().startsWith("answers:")) {
                for (String written : form.approves().substring("answers:".length()).split(",")) {
                  assertThat(forms.containsKey(written) || written.equals("upload-chronology"))
                      .as(form.id() + " approves " + written)
                      .isTrue();
                }
              }
            });
    assertThat(forms.get("approve-letter").approves()).isEqualTo("letter");
  }

  private static String formOf(UserTask task) {
    return task.getCamundaFormRef() != null
        ? task.getCamundaFormRef()
        : task.getCamundaFormKey().replaceFirst("^.*/", "").replace(".html", "");
  }
}
