package org.practicereview.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.casefile.Seals;
import org.practicereview.deadlines.Direction;
import org.practicereview.deadlines.Unit;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What goes out, and what comes back in. The rules hold whoever asks and by whatever door: the
 * version that is published is the one that the bodies were sent, seven working days before at the
 * latest; nothing is published that is held; nothing is taken down before its year is up (SI
 * 2018/789, Part 3).
 */
@Service
public class Publications {

  /** Kind of document of the report in the version that goes out. */
  public static final String REPORT_COPY = "publication-copy";

  /** Kind of document of the improvements in the version that goes out. */
  public static final String IMPROVEMENTS_COPY = "improvement-copy";

  private static final String BRIEF_COPY = "learning-brief-copy";
  private static final String PDF = "application/pdf";
  private static final int MONTHS_AT_LEAST = 12;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final PublishedRows rows;
  private final NoticePeriod notice;
  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Documents documents;
  private final Seals seals;
  private final Partnerships partnerships;
  private final List<PublicationHold> holds;
  private final AuditTrail audit;
  private final Clock clock;

  Publications(
      PublishedRows rows,
      NoticePeriod notice,
      CaseFiles cases,
      CaseFacts facts,
      Documents documents,
      Seals seals,
      Partnerships partnerships,
      List<PublicationHold> holds,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.notice = notice;
    this.cases = cases;
    this.facts = facts;
    this.documents = documents;
    this.seals = seals;
    this.partnerships = partnerships;
    this.holds = holds;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How the case is published; the report on the public pages unless something else was decided.
   */
  public Mode mode(String caseReference) {
    return facts.text(caseReference, "publicationMode").flatMap(Mode::of).orElse(Mode.WEBSITE);
  }

  /**
   * The file from which the version that goes out is made: the report as it was signed off, or what
   * is to improve.
   */
  public Optional<Document> source(String caseReference) {
    String kind =
        mode(caseReference) == Mode.IMPROVEMENTS ? "improvement-information" : "final-report";
    return documents.of(caseReference).stream()
        .filter(document -> document.kind().equals(kind))
        .reduce((earlier, later) -> later);
  }

  /**
   * Makes the version that goes out: the signed-off file without author, programs, comments and
   * whatever else its pages do not show. The same file gives the same version.
   *
   * @throws PublicationRefused if there is no file, or it is no PDF
   */
  @Transactional
  public Prepared prepare(String caseReference, String by) {
    Document source = requiredSource(caseReference);
    Optional<Prepared> before =
        rows.prepared(caseReference)
            .filter(version -> version.sourceSha256().equals(source.sha256()));
    if (before.isPresent()) {
      return before.get();
    }
    Document copy = copy(source, copyKind(caseReference), by);
    Prepared version =
        new Prepared(caseReference, copy.id(), copy.sha256(), source.sha256(), clock.instant());
    rows.prepare(version, by);
    audit.record(
        caseReference,
        by,
        "The version for publication was made, SHA-256 %s.".formatted(copy.sha256()));
    return version;
  }

  private String copyKind(String caseReference) {
    return mode(caseReference) == Mode.IMPROVEMENTS ? IMPROVEMENTS_COPY : REPORT_COPY;
  }

  private Document requiredSource(String caseReference) {
    Document source =
        source(caseReference)
            .orElseThrow(
                () ->
                    new PublicationRefused(
                        mode(caseReference) == Mode.IMPROVEMENTS
                            ? "There is no information about improvements yet"
                            : "There is no report that was signed off"));
    if (!source.mediaType().equals(PDF)) {
      throw new PublicationRefused("The signed-off report is no PDF. Publication needs a PDF");
    }
    return source;
  }

  private Document copy(Document source, String kind, String by) {
    String title =
        switch (kind) {
          case IMPROVEMENTS_COPY -> "Improvements after a child safeguarding practice review";
          case BRIEF_COPY -> "Learning brief";
          default -> "Child safeguarding practice review";
        };
    return documents.store(
        new NewDocument(
            source.caseReference(),
            kind,
            title + ".pdf",
            PDF,
            PlainPdf.clean(documents.content(source.id()), title),
            "PARTNERSHIP",
            "",
            by));
  }

  /** Notes that the version that goes out now went to a body. */
  @Transactional
  public void sent(String caseReference, Body body, LocalDate on, String by) {
    Prepared version =
        rows.prepared(caseReference)
            .orElseThrow(() -> new PublicationRefused("No version for publication was made"));
    Notice given = new Notice(body, version.sha256(), on);
    if (!rows.notices(caseReference).contains(given)) {
      rows.add(caseReference, given, by);
      audit.record(
          caseReference,
          by,
          "%s has been sent the version for publication on %s.".formatted(body.title(), day(on)));
    }
  }

  /** What went to which body and when, oldest first. */
  public List<Notice> notices(String caseReference) {
    return rows.notices(caseReference);
  }

  /** The version that goes out, if it was made. */
  public Optional<Prepared> prepared(String caseReference) {
    return rows.prepared(caseReference);
  }

  /**
   * Why a case cannot be published on a day, in plain words; empty if it can.
   *
   * @param on a London date
   */
  public List<String> obstacles(String caseReference, LocalDate on) {
    List<String> obstacles = new ArrayList<>();
    Partnership partnership = partnership(caseReference);
    Optional<Prepared> version = rows.prepared(caseReference);
    if (version.isEmpty()) {
      obstacles.add("No version for publication was made");
    } else if (!isUnchanged(version.get())) {
      obstacles.add(
          "The report was changed after it was sent to the bodies. The new version has to be sent"
              + " to them first");
    } else {
      obstacles.addAll(
          notice.obstacles(partnership, rows.notices(caseReference), version.get(), on));
    }
    facts
        .date(caseReference, "publicationPlannedOn")
        .filter(on::isBefore)
        .ifPresent(
            planned ->
                obstacles.add(
                    "Publication is planned for %s, and everybody was told so"
                        .formatted(day(planned))));
    if (partnership.option("mediaStatementRequired")
        && facts.text(caseReference, "mediaStatement").isEmpty()) {
      obstacles.add("The media statement has not been agreed");
    }
    obstacles.addAll(holds(caseReference));
    if (seals.isSealed(caseReference) && mode(caseReference) != Mode.IMPROVEMENTS) {
      obstacles.add("The report is sealed");
    }
    return obstacles;
  }

  /** What holds publication of a case now, in plain words; empty if nothing does. */
  public List<String> holds(String caseReference) {
    return holds.stream().flatMap(hold -> hold.reasons(caseReference).stream()).toList();
  }

  private boolean isUnchanged(Prepared version) {
    return source(version.caseReference())
            .filter(source -> source.sha256().equals(version.sourceSha256()))
            .isPresent()
        && documents.get(version.documentId()).sha256().equals(version.sha256());
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
    List<String> obstacles = obstacles(caseReference, today);
    if (!obstacles.isEmpty()) {
      throw new PublicationRefused(obstacles);
    }
    Mode mode = mode(caseReference);
    if (!mode.isOnOurPages()) {
      audit.record(caseReference, by, "The report was released to the NSPCC, without the place.");
      return Optional.empty();
    }
    Prepared version = rows.prepared(caseReference).orElseThrow();
    boolean report = mode == Mode.WEBSITE;
    String review = partnership(caseReference).word("reviewName");
    return Optional.of(
        place(
            caseReference,
            report ? PublishedItem.REPORT : PublishedItem.IMPROVEMENTS,
            report ? capital(review) : "Improvements after a " + review,
            facts.text(caseReference, "publicSummary").orElse(""),
            documents.get(version.documentId()),
            notice.calendar().due(today, MONTHS_AT_LEAST, Unit.MONTHS, Direction.AFTER),
            by));
  }

  /**
   * Puts a learning brief on the public pages, in the place of an earlier one of the case. A brief
   * is always available, also where the report is sealed.
   *
   * @param documentId the brief, a PDF among the documents of the case
   * @param summary what the page says about it
   * @throws PublicationRefused if the file is no PDF, or something holds publication
   */
  @Transactional
  public PublishedItem publishBrief(
      String caseReference, String documentId, String summary, String by) {
    Document brief = documents.get(documentId);
    if (!brief.caseReference().equals(caseReference)) {
      throw new NoSuchElementException("There is no such document");
    }
    List<String> reasons = holds(caseReference);
    if (!reasons.isEmpty()) {
      throw new PublicationRefused(reasons);
    }
    rows.ofCase(caseReference).stream()
        .filter(item -> item.isBrief() && !item.isRemoved())
        .forEach(item -> rows.remove(item.id(), clock.instant().atOffset(ZoneOffset.UTC), by));
    return place(
        caseReference,
        PublishedItem.BRIEF,
        "Learning brief",
        summary,
        copy(brief, BRIEF_COPY, by),
        today(),
        by);
  }

  private PublishedItem place(
      String caseReference,
      String kind,
      String title,
      String summary,
      Document file,
      LocalDate earliestRemovalOn,
      String by) {
    LocalDate today = today();
    String partnership = cases.get(caseReference).partnership();
    int number = rows.countOf(partnership, kind, today.getYear()) + 1;
    PublishedItem item =
        new PublishedItem(
            UUID.randomUUID().toString(),
            caseReference,
            partnership,
            kind,
            "%s %d/%d".formatted(title, today.getYear(), number),
            summary,
            file.id(),
            file.sha256(),
            today,
            clock.instant(),
            earliestRemovalOn,
            null,
            null);
    rows.publish(item, by);
    audit.record(caseReference, by, "\"%s\" was published.".formatted(item.title()));
    return item;
  }

  /**
   * Takes what was published of a case off the public pages; learning briefs stay.
   *
   * @throws PublicationRefused if its year is not up, or nothing stands there
   */
  @Transactional
  public void remove(String caseReference, String by) {
    List<PublishedItem> standing =
        rows.ofCase(caseReference).stream()
            .filter(item -> !item.isBrief() && !item.isRemoved())
            .toList();
    if (standing.isEmpty()) {
      throw new PublicationRefused("Nothing of this case stands on the public pages");
    }
    standing.forEach(item -> remove(item, by));
  }

  private void remove(PublishedItem item, String by) {
    if (today().isBefore(item.earliestRemovalOn())) {
      throw new PublicationRefused(
          "It was published on %s and stays for a year at least. It can be taken down from %s"
              .formatted(day(item.publishedOn()), day(item.earliestRemovalOn())));
    }
    rows.remove(item.id(), clock.instant().atOffset(ZoneOffset.UTC), by);
    audit.record(
        item.caseReference(), by, "\"%s\" was taken off the public pages.".formatted(item.title()));
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
   * @throws NoSuchElementException if there never was anything of that id
   */
  public PublishedItem item(String id) {
    return rows.item(id).orElseThrow(() -> new NoSuchElementException("Nothing was published"));
  }

  /**
   * The file of what stands on the public pages.
   *
   * @throws NoSuchElementException if it was taken down, or has no file
   */
  public byte[] file(String id) {
    PublishedItem item = item(id);
    if (item.isRemoved() || item.documentId() == null) {
      throw new NoSuchElementException("Nothing is published here");
    }
    Document file = documents.get(item.documentId());
    if (!file.sha256().equals(item.sha256())) {
      throw new IllegalStateException("The file of " + id + " is not the one that was published");
    }
    return documents.content(file.id());
  }

  /**
   * The earliest day on which a version can be published that is sent to the bodies today.
   *
   * @throws PublicationRefused if there is no signed-off PDF
   */
  public LocalDate earliestIfSentToday(String caseReference) {
    Document source = requiredSource(caseReference);
    LocalDate today = today();
    boolean sent =
        rows.prepared(caseReference)
            .filter(version -> version.sourceSha256().equals(source.sha256()))
            .filter(version -> notice.sentToAll(rows.notices(caseReference), version))
            .isPresent();
    return sent
        ? notice.earliest(partnership(caseReference), lastSent(rows.notices(caseReference)), today)
        : notice.earliest(partnership(caseReference), today, today);
  }

  private static LocalDate lastSent(List<Notice> notices) {
    return notices.stream().map(Notice::sentOn).max(Comparator.naturalOrder()).orElseThrow();
  }

  private Partnership partnership(String caseReference) {
    return partnerships.get(cases.get(caseReference).partnership());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.ZONE);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  static String day(LocalDate date) {
    return DAY.format(date);
  }
}
