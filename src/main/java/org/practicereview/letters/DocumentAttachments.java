package org.practicereview.letters;

import org.practicereview.casefile.Documents;
import org.practicereview.outbox.AttachmentSource;
import org.springframework.stereotype.Component;

/** Lets mail enclose documents of the case file without a second copy of them. */
@Component
class DocumentAttachments implements AttachmentSource {

  private final Documents documents;

  DocumentAttachments(Documents documents) {
    this.documents = documents;
  }

  @Override
  public byte[] content(String reference) {
    return documents.content(reference);
  }
}
