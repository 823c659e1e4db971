package org.practicereview.publication;

import static org.practicereview.publication.PublicationQuestions.ANONYMISED_REPORT;
import static org.practicereview.publication.PublicationQuestions.CHECK_PUBLIC_VERSION;
import static org.practicereview.publication.PublicationQuestions.IMPROVEMENT_INFORMATION;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_MODE;
import static org.practicereview.publication.PublicationQuestions.PUBLIC_VERSION_FIT;
import static org.practicereview.publication.PublicationQuestions.SIGN_OFF_DECISION;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseWords;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the version of a report that goes out, once from each file that was signed off, and without
 * anything that its pages do not show.
 */
@Service
public class Preparation {

  /** Kind of document of the report in the version that goes out. */
  public static final String REPORT_COPY = "publication-copy";

  /** Kind of document of the improvements in the version that goes out. */
  public static final String IMPROVEMENTS_COPY = "improvement-copy";

  /** Kind of document of a learning brief in the version that goes out. */
  static final String BRIEF_COPY = "learning-brief-copy";

  /** Title in the properties of a report that goes out without its place. */
  static final String REPORT_TITLE = "Child safeguarding practice review";

  private static final String REPORT = "final-report";
  private static final String ANONYMISED = Document.kindOf(ANONYMISED_REPORT.key());
  private static final String IMPROVEMENTS = Document.kindOf(IMPROVEMENT_INFORMATION.key());
  private static final String PDF = "application/pdf";

  private final PublishedRows rows;
  private final CaseFacts facts;
  private final Answers answers;
  private final Documents documents;
  private final CaseWords words;
  private final AuditTrail audit;
  private final Clock clock;

  Preparation(
      PublishedRows rows,
      CaseFacts facts,
      Answers answers,
      Documents documents,
      CaseWords words,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.facts = facts;
    this.answers = answers;
    this.documents = documents;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How the case is published; the report on the public pages unless something else was decided.
   */
  public Mode mode(String caseReference) {
    return facts.text(caseReference, PUBLICATION_MODE).flatMap(Mode::of).orElse(Mode.WEBSITE);
  }

  /**
   * Whether nothing about the review may tell the place: the NSPCC alone publishes the report, or
   * the partners asked not to publish it and have not decided yet.
   */
  public boolean isPlaceKeptBack(String caseReference) {
    Map<String, Object> known = facts.of(caseReference);
    return PUBLICATION_MODE.isAnsweredIn(known)
        ? mode(caseReference).namesNoPlace()
        : SIGN_OFF_DECISION.is("ask-not-to-publish", known);
  }

  /**
   * The file from which the version that goes out is made: the report as it was signed off, the
   * report without the place, or what is to improve.
   */
  private Optional<Document> source(String caseReference) {
    return switch (mode(caseReference)) {
      case IMPROVEMENTS -> latest(caseReference, IMPROVEMENTS);
      case NSPCC -> latest(caseReference, ANONYMISED);
      default -> latest(caseReference, REPORT);
    };
  }

  private Optional<Document> latest(String caseReference, String kind) {
    return documents.of(caseReference).stream()
        .filter(document -> document.kind().equals(kind))
        .reduce((earlier, later) -> later);
  }

  /** Why a file must not go out yet, in words; empty if it may. */
  private Optional<String> notFit(Document source) {
    if (source.kind().equals(REPORT)) {
      return Optional.empty();
    }
    boolean older =
        source.kind().equals(ANONYMISED)
            && latest(source.caseReference(), REPORT)
                .filter(report -> source.at().isBefore(report.at()))
                .isPresent();
    if (older) {
      return Optional.of(
          "The report was changed after it was made anonymous. Make and check it again first");
    }
    boolean checked =
        answers
            .latest(source.caseReference(), CHECK_PUBLIC_VERSION.id(), "")
            .filter(check -> PUBLIC_VERSION_FIT.in(check.values()))
            .filter(check -> !check.at().isBefore(source.at()))
            .isPresent();
    return checked
        ? Optional.empty()
        : Optional.of("What is to be published has not been checked by another person");
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

  /**
   * The file from which the version that goes out is made.
   *
   * @throws PublicationRefused if there is none, or it is no PDF
   */
  Document requiredSource(String caseReference) {
    Document source =
        source(caseReference)
            .orElseThrow(
                () ->
                    new PublicationRefused(
                        switch (mode(caseReference)) {
                          case IMPROVEMENTS -> "There is no information about improvements yet";
                          case NSPCC -> "The report has not been made anonymous yet";
                          default -> "There is no report that was signed off";
                        }));
    notFit(source)
        .ifPresent(
            why -> {
              throw new PublicationRefused(why);
            });
    if (!source.mediaType().equals(PDF)) {
      throw new PublicationRefused("The file to be published is no PDF. Publication needs a PDF");
    }
    return source;
  }

  /**
   * Makes the version of a corrected file that goes out.
   *
   * @param item kind of what it replaces on the public pages
   * @throws PublicationRefused if it is no PDF
   */
  Document corrected(Document file, String item, String by) {
    if (!file.mediaType().equals(PDF)) {
      throw new PublicationRefused("The corrected version is no PDF. Publication needs a PDF");
    }
    return copy(
        file,
        switch (item) {
          case PublishedItem.BRIEF -> BRIEF_COPY;
          case PublishedItem.IMPROVEMENTS -> IMPROVEMENTS_COPY;
          default -> REPORT_COPY;
        },
        by);
  }

  /** Files a copy of a PDF that shows its pages and tells nothing else. */
  Document copy(Document source, String kind, String by) {
    String title =
        words.say(
            source.caseReference(),
            switch (kind) {
              case IMPROVEMENTS_COPY -> "Improvements after a practice review";
              case BRIEF_COPY -> "Learning brief";
              default -> "Practice review";
            });
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

  /** The version that goes out, if it was made. */
  public Optional<Prepared> prepared(String caseReference) {
    return rows.prepared(caseReference);
  }

  /**
   * The file without the place of a journey that began before this file was made, checked and sent
   * first: there it was made for the NSPCC only, after the signed-off report had gone to the
   * bodies.
   */
  Optional<Document> anonymisedLater(String caseReference) {
    boolean sentWithPlace =
        rows.prepared(caseReference)
            .flatMap(
                version ->
                    latest(caseReference, REPORT)
                        .filter(report -> report.sha256().equals(version.sourceSha256())))
            .isPresent();
    return mode(caseReference).namesNoPlace() && sentWithPlace
        ? latest(caseReference, ANONYMISED)
        : Optional.empty();
  }

  /** Whether neither the checked file nor the version made from it is another by now. */
  boolean isUnchanged(Prepared version) {
    return source(version.caseReference())
            .filter(source -> source.sha256().equals(version.sourceSha256()))
            .filter(source -> notFit(source).isEmpty())
            .isPresent()
        && documents.get(version.documentId()).sha256().equals(version.sha256());
  }
}
