package org.practicereview.intake.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.intake.Beginnings;
import org.practicereview.intake.Stage;
import org.springframework.stereotype.Component;

/**
 * Begins the journey before the step of a stage. Where a stage is in the middle of a called
 * process, that one is moved on before the first of its steps has run: all this is one transaction,
 * and what it would have done first is never seen.
 */
@Component
class BeginAtStage implements Beginnings {

  private static final String JOURNEY = "practice-review";

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final EngineIdentity identity;

  BeginAtStage(RuntimeService runtime, RepositoryService repository, EngineIdentity identity) {
    this.runtime = runtime;
    this.repository = repository;
    this.identity = identity;
  }

  @Override
  public void begin(String caseReference, Stage stage) {
    identity.asService(
        () -> {
          switch (stage) {
            case NOTIFIED -> journey(caseReference, "callActivity_rapidReview");
            case RAPID_REVIEW -> {
              journey(caseReference, "callActivity_rapidReview");
              move(
                  caseReference,
                  "rapid-review",
                  "serviceTask_startRapidReviewClock",
                  "subProcess_review");
            }
            case AWAITING_PANEL -> journey(caseReference, "callActivity_panelResponse");
            case PRACTICE_REVIEW -> journey(caseReference, "callActivity_reviewAndPublication");
            case DRAFTING -> {
              journey(caseReference, "callActivity_reviewAndPublication");
              move(
                  caseReference,
                  "cspr",
                  "callActivity_commission",
                  "callActivity_report",
                  "callActivity_monitoring");
            }
            case PUBLICATION -> {
              journey(caseReference, "callActivity_reviewAndPublication");
              move(
                  caseReference,
                  "review-and-publication",
                  "callActivity_cspr",
                  "event_reportSignedOff");
            }
          }
          return null;
        });
  }

  private void journey(String caseReference, String step) {
    String definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(JOURNEY)
            .latestVersion()
            .singleResult()
            .getId();
    runtime
        .createProcessInstanceById(definition)
        .businessKey(caseReference)
        .startBeforeActivity(step)
        .execute();
  }

  /** Ends the step in which a called process stands, and begins others in its place. */
  private void move(String caseReference, String process, String from, String... to) {
    String instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(caseReference, process)
            .singleResult()
            .getId();
    ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(instance);
    for (String step : to) {
      change.startBeforeActivity(step);
    }
    change.cancelAllForActivity(from).execute();
  }
}
