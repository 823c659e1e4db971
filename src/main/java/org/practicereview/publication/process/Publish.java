package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.PUBLISHED_ON;
import static org.practicereview.publication.PublicationQuestions.REMOVAL_PLANNED_ON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.ProcessBean;
import org.practicereview.partnership.Partnerships;
import org.practicereview.publication.Publications;
import org.practicereview.publication.PublishedItem;

/**
 * Publishes what was prepared, and keeps as facts when that was and, where the partnership takes
 * reports down, when that is to be.
 */
@ProcessBean("publish")
class Publish implements JavaDelegate {

  /** Under which name the facts of a publication are kept. */
  static final String PUBLISHED = "published";

  private final Publications publications;
  private final Answers answers;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final EngineIdentity identity;
  private final Clock clock;

  Publish(
      Publications publications,
      Answers answers,
      CaseFiles cases,
      Partnerships partnerships,
      EngineIdentity identity,
      Clock clock) {
    this.publications = publications;
    this.answers = answers;
    this.cases = cases;
    this.partnerships = partnerships;
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    String by = identity.user().orElse(AuditTrail.SYSTEM);
    Optional<PublishedItem> item = publications.publish(reference, by);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(
        PUBLISHED_ON.key(),
        LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.ZONE).toString());
    item.ifPresent(
        published -> {
          facts.put("publishedAddress", "/published/" + published.id());
          removal(reference, published)
              .ifPresent(day -> facts.put(REMOVAL_PLANNED_ON.key(), day.toString()));
        });
    answers.store(
        new FormAnswers(reference, PUBLISHED, "", "publish", "", facts, by, clock.instant()));
  }

  /** After as many months as the profile says, and never within the first year. */
  private Optional<LocalDate> removal(String reference, PublishedItem published) {
    String months =
        partnerships.get(cases.get(reference).partnership()).setting("websiteMonths").strip();
    return Optional.of(months)
        .filter(given -> given.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .map(published.publishedOn()::plusMonths)
        .map(
            day ->
                day.isBefore(published.earliestRemovalOn()) ? published.earliestRemovalOn() : day);
  }
}
