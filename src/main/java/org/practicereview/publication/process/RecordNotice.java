package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.BODIES_TOLD_ANOTHER_WAY;
import static org.practicereview.publication.PublicationQuestions.BODIES_TOLD_ON;
import static org.practicereview.publication.PublicationQuestions.BODY_TOLD;
import static org.practicereview.publication.PublicationQuestions.BODY_TOLD_ON;
import static org.practicereview.publication.PublicationQuestions.CONFIRM_BODIES_TOLD;
import static org.practicereview.publication.PublicationQuestions.RECORD_BODIES_COMMENTS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.publication.Body;
import org.practicereview.publication.Preparation;
import org.practicereview.publication.Prepared;
import org.practicereview.publication.PublicationGate;

/**
 * Records which bodies got the version that goes out in another way than by letter, and keeps as a
 * fact the day on which the last one had it.
 */
@ProcessBean("recordNotice")
class RecordNotice implements JavaDelegate {

  private final PublicationGate gate;
  private final Preparation preparation;
  private final Answers answers;
  private final EngineIdentity identity;
  private final Clock clock;

  RecordNotice(
      PublicationGate gate,
      Preparation preparation,
      Answers answers,
      EngineIdentity identity,
      Clock clock) {
    this.gate = gate;
    this.preparation = preparation;
    this.answers = answers;
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    Instant made = preparation.prepared(reference).map(Prepared::at).orElse(Instant.MAX);
    Stream.of(CONFIRM_BODIES_TOLD, RECORD_BODIES_COMMENTS)
        .flatMap(form -> answers.latest(reference, form.id(), "").stream())
        // What was given before says nothing of this version.
        .filter(given -> !given.at().isBefore(made))
        .flatMap(given -> BODIES_TOLD_ANOTHER_WAY.in(given.values()).stream())
        .forEach(row -> record(reference, row, by));
    gate.allToldOn(reference).ifPresent(on -> keep(reference, on, by));
  }

  private void record(String reference, Map<String, Object> row, String by) {
    gate.toldAnotherWay(
        reference,
        Body.of(BODY_TOLD.in(row)).orElseThrow(),
        BODY_TOLD_ON.in(row).orElseThrow(),
        by);
  }

  private void keep(String reference, LocalDate on, String by) {
    answers.store(
        new FormAnswers(
            reference,
            "bodies-told",
            "",
            "recordNotice",
            "",
            Map.of(BODIES_TOLD_ON.key(), on.toString()),
            by,
            clock.instant()));
  }
}
