package org.practicereview.publication;

import java.time.Clock;
import java.util.Optional;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseFacts;
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

  private static final String PDF = "application/pdf";

  private final PublishedRows rows;
  private final CaseFacts facts;
  private final Documents documents;
  private final AuditTrail audit;
  private final Clock clock;

  Preparation(
      PublishedRows rows, CaseFacts facts, Documents documents, AuditTrail audit, Clock clock) {
    this.rows = rows;
    this.facts = facts;
    this.documents = documents;
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
  private Optional<Document> source(String caseReference) {
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
                        mode(caseReference) == Mode.IMPROVEMENTS
                            ? "There is no information about improvements yet"
                            : "There is no report that was signed off"));
    if (!source.mediaType().equals(PDF)) {
      throw new PublicationRefused("The signed-off report is no PDF. Publication needs a PDF");
    }
    return source;
  }

  /** Files a copy of a PDF that shows its pages and tells nothing else. */
  Document copy(Document source, String kind, String by) {
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

  /** The version that goes out, if it was made. */
  public Optional<Prepared> prepared(String caseReference) {
    return rows.prepared(caseReference);
  }

  /** Whether neither the signed-off file nor the version made from it is another by now. */
  boolean isUnchanged(Prepared version) {
    return source(version.caseReference())
            .filter(source -> source.sha256().equals(version.sourceSha256()))
            .isPresent()
        && documents.get(version.documentId()).sha256().equals(version.sha256());
  }
}
