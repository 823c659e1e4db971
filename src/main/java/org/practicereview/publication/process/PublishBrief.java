package org.practicereview.publication.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.engine.ElementProperties;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.publication.Mode;
import org.practicereview.publication.Preparation;
import org.practicereview.publication.PublicationGate;
import org.practicereview.publication.Publications;

/**
 * Puts the latest document of the kind in property {@code document} on the public pages as a
 * learning brief; {@code summary} names the question whose answer the page shows. Before anything
 * else of the case is public, and where something holds publication or the brief would tell a place
 * that is kept back, the trail says so, and the brief reaches those it is sent to all the same.
 */
@ProcessBean("publishBrief")
class PublishBrief implements JavaDelegate {

  private final PublicationGate gate;
  private final Publications publications;
  private final Preparation preparation;
  private final Answers answers;
  private final Documents documents;
  private final CaseFacts facts;
  private final AuditTrail audit;
  private final EngineIdentity identity;

  PublishBrief(
      PublicationGate gate,
      Publications publications,
      Preparation preparation,
      Answers answers,
      Documents documents,
      CaseFacts facts,
      AuditTrail audit,
      EngineIdentity identity) {
    this.gate = gate;
    this.publications = publications;
    this.preparation = preparation;
    this.answers = answers;
    this.documents = documents;
    this.facts = facts;
    this.audit = audit;
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    ElementProperties properties = ElementProperties.of(execution);
    String kind = properties.required("document");
    Optional<Document> brief =
        documents.of(reference).stream()
            .filter(document -> document.kind().equals(kind))
            .reduce((earlier, later) -> later);
    String summary = facts.text(reference, properties.required("summary")).orElse("");
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    brief.ifPresent(document -> publish(reference, document, summary, by));
  }

  private void publish(String reference, Document brief, String summary, String by) {
    if (stands(reference, brief)) {
      return;
    }
    List<String> reasons = reasonsAgainst(reference);
    if (reasons.isEmpty()) {
      publications.publishBrief(brief, summary, by);
    } else {
      audit.record(
          reference,
          by,
          "The learning brief is not on the public pages: %s."
              .formatted(String.join(". ", reasons)));
    }
  }

  /** Whether the pages show this brief already. */
  private boolean stands(String reference, Document brief) {
    return publications.ofCase(reference).stream()
        .anyMatch(
            item ->
                item.isBrief() && !item.isRemoved() && !item.publishedAt().isBefore(brief.at()));
  }

  private List<String> reasonsAgainst(String reference) {
    if (preparation.mode(reference).namesNoPlace()) {
      return List.of("It would tell the place of a report that is published without it");
    }
    boolean decided = preparation.mode(reference) == Mode.NONE;
    return decided || answers.latest(reference, Publish.PUBLISHED, "").isPresent()
        ? gate.holds(reference)
        : List.of("It waits until the report, or what stands in its place, is published");
  }
}
