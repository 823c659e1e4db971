package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.PUBLIC_SUMMARY;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.NotThere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands, or stood, on the public pages: put there through the gate only, and not taken down
 * before its year is up (SI 2018/789, Part 3).
 */
@Service
public class Publications {

  private final PublicationGate gate;
  private final Preparation preparation;
  private final PublishedRows rows;
  private final NoticePeriod notice;
  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Documents documents;
  private final Partnerships partnerships;
  private final AuditTrail audit;
  private final Clock clock;

  Publications(
      PublicationGate gate,
      Preparation preparation,
      PublishedRows rows,
      NoticePeriod notice,
      CaseFiles cases,
      CaseFacts facts,
      Documents documents,
      Partnerships partnerships,
      AuditTrail audit,
      Clock clock) {
    this.gate = gate;
    this.preparation = preparation;
    this.rows = rows;
    this.notice = notice;
    this.cases = cases;
    this.facts = facts;
    this.documents = documents;
    this.partnerships = partnerships;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Publishes a case today.
   *
   * @return what stands on the public pages now; empty if another publishes it
   * @throws PublicationRefused with every reason why not
   */
  @Transactional
  public Optional<PublishedItem> publish(String caseReference, String by) {
    LocalDate today = today();
    List<String> obstacles = gate.obstacles(caseReference, today);
    if (!obstacles.isEmpty()) {
      throw new PublicationRefused(obstacles);
    }
    Mode mode = preparation.mode(caseReference);
    if (!mode.isOnOurPages()) {
      audit.record(caseReference, by, "The report was released to the NSPCC, without the place.");
      return Optional.empty();
    }
    Prepared version = preparation.prepared(caseReference).orElseThrow();
    boolean report = mode == Mode.WEBSITE;
    String review = partnerships.get(cases.get(caseReference).partnership()).word("reviewName");
    return Optional.of(
        place(
            caseReference,
            new Shown(
                report ? PublishedItem.REPORT : PublishedItem.IMPROVEMENTS,
                report ? capital(review) : "Improvements after a " + review,
                facts.text(caseReference, PUBLIC_SUMMARY).orElse("")),
            documents.get(version.documentId()),
            notice.earliestRemoval(cases.get(caseReference).partnership(), today),
            by));
  }

  /**
   * Puts a learning brief on the public pages, in the place of an earlier one of the case. A brief
   * is always available, also where the report is sealed.
   *
   * @param brief a PDF among the documents of its case
   * @param summary what the page says about it
   * @throws PublicationRefused if the file is no PDF, or something holds publication
   */
  @Transactional
  public PublishedItem publishBrief(Document brief, String summary, String by) {
    String caseReference = brief.caseReference();
    List<String> reasons = gate.holds(caseReference);
    if (!reasons.isEmpty()) {
      throw new PublicationRefused(reasons);
    }
    rows.ofCase(caseReference).stream()
        .filter(item -> item.isBrief() && !item.isRemoved())
        .forEach(item -> rows.remove(item.id(), clock.instant().atOffset(ZoneOffset.UTC), by));
    return place(
        caseReference,
        new Shown(PublishedItem.BRIEF, "Learning brief", summary),
        preparation.copy(brief, Preparation.BRIEF_COPY, by),
        today(),
        by);
  }

  /** What stands on the public page beside the file. */
  private record Shown(String kind, String title, String summary) {}

  private PublishedItem place(
      String caseReference, Shown shown, Document file, LocalDate earliestRemovalOn, String by) {
    LocalDate today = today();
    String partnership = cases.get(caseReference).partnership();
    int number = rows.countOf(partnership, shown.kind(), today.getYear()) + 1;
    PublishedItem item =
        new PublishedItem(
            UUID.randomUUID().toString(),
            caseReference,
            partnership,
            shown.kind(),
            "%s %d/%d".formatted(shown.title(), today.getYear(), number),
            shown.summary(),
            file.id(),
            file.sha256(),
            today,
            clock.instant(),
            earliestRemovalOn,
            null,
            null,
            false,
            null,
            null);
    rows.publish(item, by);
    audit.record(caseReference, by, "\"%s\" was published.".formatted(item.title()));
    return item;
  }

  /**
   * Takes what was published of a case off the public pages; learning briefs stay. Where it was
   * withdrawn before, nothing changes.
   *
   * @throws PublicationRefused if its year is not up, or nothing stands there
   */
  @Transactional
  public void remove(String caseReference, String by) {
    List<PublishedItem> standing =
        rows.ofCase(caseReference).stream()
            .filter(item -> !item.isBrief() && !item.isRemoved())
            .toList();
    boolean withdrawn =
        rows.ofCase(caseReference).stream().anyMatch(item -> !item.isBrief() && item.withdrawn());
    if (standing.isEmpty() && !withdrawn) {
      throw new PublicationRefused("Nothing of this case stands on the public pages");
    }
    standing.forEach(item -> remove(item, by));
  }

  private void remove(PublishedItem item, String by) {
    if (today().isBefore(item.earliestRemovalOn())) {
      throw new PublicationRefused(
          "It was published on %s and stays for a year at least. It can be taken down from %s"
              .formatted(
                  PublicationGate.day(item.publishedOn()),
                  PublicationGate.day(item.earliestRemovalOn())));
    }
    rows.remove(item.id(), clock.instant().atOffset(ZoneOffset.UTC), by);
    audit.record(
        item.caseReference(), by, "\"%s\" was taken off the public pages.".formatted(item.title()));
  }

  /**
   * What an order to take something down, or to replace it, is about: what stands there of that
   * kind, or was taken down on such an order and not replaced.
   *
   * @param brief the learning brief, and not the report or what stands in its place
   */
  public Optional<PublishedItem> withdrawable(String caseReference, boolean brief) {
    return rows.ofCase(caseReference).stream()
        .filter(item -> item.isBrief() == brief)
        .filter(item -> !item.isRemoved() || item.withdrawn() && item.replacedBy() == null)
        .reduce((earlier, later) -> later);
  }

  /**
   * Takes something down at once, whatever is left of its year, which goes on counting: it
   * identifies someone, or has an error.
   *
   * @throws PublicationRefused if nothing stands there
   */
  @Transactional
  public void withdraw(String caseReference, boolean brief, String by) {
    PublishedItem item = required(caseReference, brief);
    rows.remove(item.id(), clock.instant().atOffset(ZoneOffset.UTC), by);
    rows.withdraw(item.id(), null);
    audit.record(caseReference, by, "\"%s\" was withdrawn.".formatted(item.title()));
  }

  /**
   * Puts a corrected version in the place of something, with its title and the day of its first
   * publication.
   *
   * @param documentId the corrected version, a PDF among the documents of the case
   * @return what stands there now
   * @throws PublicationRefused if there is nothing to replace, or the file is no PDF
   */
  @Transactional
  public PublishedItem replace(String caseReference, boolean brief, String documentId, String by) {
    PublishedItem former = required(caseReference, brief);
    Document corrected = documents.get(documentId);
    if (!corrected.caseReference().equals(caseReference)) {
      throw new NotThere("There is no such document");
    }
    Document file = preparation.corrected(corrected, former.kind(), by);
    PublishedItem item =
        new PublishedItem(
            UUID.randomUUID().toString(),
            caseReference,
            former.partnership(),
            former.kind(),
            former.title(),
            former.summary(),
            file.id(),
            file.sha256(),
            former.publishedOn(),
            former.publishedAt(),
            former.earliestRemovalOn(),
            null,
            null,
            false,
            null,
            today());
    rows.remove(former.id(), clock.instant().atOffset(ZoneOffset.UTC), by);
    rows.withdraw(former.id(), item.id());
    rows.publish(item, by);
    audit.record(
        caseReference, by, "\"%s\" was replaced by a corrected version.".formatted(item.title()));
    return item;
  }

  private PublishedItem required(String caseReference, boolean brief) {
    return withdrawable(caseReference, brief)
        .orElseThrow(
            () -> new PublicationRefused("Nothing of this case stands on the public pages"));
  }

  /** What stands, or stood, on the public pages of a case, oldest first. */
  public List<PublishedItem> ofCase(String caseReference) {
    return rows.ofCase(caseReference);
  }

  /** Everything that stands on the public pages now, newest first. */
  public List<PublishedItem> standing() {
    return rows.standing();
  }

  /**
   * Something that stands, or stood, on the public pages.
   *
   * @throws NotThere if there never was anything of that id
   */
  public PublishedItem item(String id) {
    return rows.item(id).orElseThrow(() -> new NotThere("Nothing was published"));
  }

  /**
   * The file of what stands on the public pages.
   *
   * @throws NotThere if it was taken down, or has no file
   */
  public byte[] file(String id) {
    PublishedItem item = item(id);
    if (item.isRemoved() || item.documentId() == null) {
      throw new NotThere("Nothing is published here");
    }
    Document file = documents.get(item.documentId());
    if (!file.sha256().equals(item.sha256())) {
      throw new IllegalStateException("The file of " + id + " is not the one that was published");
    }
    return documents.content(file.id());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.ZONE);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }
}
