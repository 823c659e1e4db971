package org.practicereview.report;

import java.util.List;
import java.util.Optional;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseWords;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.casefile.NewDocument;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of a case's report, each kept for good, and the version that was signed off. */
@Service
public class Drafts {

  /** Kind of document of every draft. */
  public static final String DRAFT = "draft-report";

  /** Kind of document of the version that was signed off. */
  public static final String FINAL = "final-report";

  private final Documents documents;
  private final CaseWords words;
  private final AuditTrail audit;

  Drafts(Documents documents, CaseWords words, AuditTrail audit) {
    this.words = words;
    this.documents = documents;
    this.audit = audit;
  }

  /** All drafts of a case, oldest first. */
  public List<Document> of(String caseReference) {
    return documents.of(caseReference).stream()
        .filter(document -> document.kind().equals(DRAFT))
        .toList();
  }

  /** The newest draft of a case, if there is one. */
  public Optional<Document> newest(String caseReference) {
    return of(caseReference).stream().reduce((earlier, later) -> later);
  }

  /**
   * Files a changed report, byte for byte, in the place of the one that was signed off.
   *
   * @param documentId the changed report among the documents of the case
   * @throws Refused if it belongs to another case
   */
  @Transactional
  public Document changed(String caseReference, String documentId, String by) {
    Document changed = documents.get(documentId);
    if (!changed.caseReference().equals(caseReference)) {
      throw new Refused("There is no such document in this case");
    }
    Document report =
        documents.store(
            new NewDocument(
                caseReference,
                FINAL,
                "Report " + caseReference + ".pdf",
                changed.mediaType(),
                documents.content(changed.id()),
                changed.accessClass(),
                "",
                by));
    audit.record(
        caseReference,
        by,
        "A changed report took the place of the signed-off one, SHA-256 %s."
            .formatted(report.sha256()));
    return report;
  }

  /**
   * Files the newest draft, byte for byte, as the report that was signed off; its SHA-256 goes into
   * the trail.
   *
   * @throws Refused if there is no draft
   */
  @Transactional
  public Document signedOff(String caseReference, String by) {
    Document draft =
        newest(caseReference).orElseThrow(() -> new Refused("There is no draft of the report"));
    Document report =
        documents.store(
            new NewDocument(
                caseReference,
                FINAL,
                "Report " + caseReference + ".pdf",
                draft.mediaType(),
                documents.content(draft.id()),
                draft.accessClass(),
                draft.scope(),
                by));
    audit.record(
        caseReference,
        by,
        words
            .say(caseReference, "Draft %d was filed as the final report, SHA-256 %s.")
            .formatted(draft.version(), report.sha256()));
    return report;
  }
}
