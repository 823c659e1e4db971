package org.practicereview.pages;

import java.nio.charset.StandardCharsets;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseAccess.Sight;
import org.practicereview.casefile.Document;
import org.practicereview.casefile.Documents;
import org.practicereview.refusals.NotThere;
import org.practicereview.security.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives out the files of a case, to be saved and never to be opened in the page's own origin. */
@Controller
class DocumentDownload {

  private final Documents documents;
  private final CaseAccess access;
  private final AuditTrail audit;

  DocumentDownload(Documents documents, CaseAccess access, AuditTrail audit) {
    this.documents = documents;
    this.access = access;
    this.audit = audit;
  }

  @GetMapping("/case/{reference}/documents/{id}")
  ResponseEntity<byte[]> download(
      @PathVariable("reference") String reference,
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedIn reader) {
    Sight sight = access.sight(reference, reader.userId(), reader.groups(), reader.tenants());
    Document document = documents.get(id);
    if (!document.caseReference().equals(reference)) {
      throw new NotThere(id);
    }
    boolean closed = document.isInQuarantine() && sight.mayKnowOf(document);
    if (!closed && !sight.mayRead(document)) {
      throw new NotAllowed();
    }
    byte[] content = documents.content(id);
    audit.record(reference, reader.userId(), "The document \"" + document.kind() + "\" was read.");
    return OneLetterPage.file(
        content,
        MediaType.parseMediaType(document.mediaType()),
        ContentDisposition.attachment().filename(document.name(), StandardCharsets.UTF_8).build());
  }
}
