package org.practicereview.casefile;

import java.util.List;
import java.util.Locale;
import org.practicereview.forms.Approvable;
import org.springframework.stereotype.Component;

/** A file of the case, as something that is approved: {@code document:} and its kind. */
@Component
class DocumentVersions implements Approvable {

  private final Documents documents;

  DocumentVersions(Documents documents) {
    this.documents = documents;
  }

  @Override
  public String name() {
    return "document";
  }

  @Override
  public Version now(String caseReference, String scope, String which) {
    List<Document> all = all(caseReference, which);
    return all.isEmpty()
        ? new Version("0", "There is no file yet")
        : new Version(all.get(all.size() - 1).id(), words(all, all.size() - 1));
  }

  @Override
  public String changed(String caseReference, String scope, String which, String seen) {
    List<Document> all = all(caseReference, which);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(seen)) {
        String words = words(all, i);
        return "You had "
            + words.substring(0, 1).toLowerCase(Locale.UK)
            + words.substring(1)
            + ". ";
      }
    }
    return "";
  }

  private List<Document> all(String caseReference, String kind) {
    return documents.of(caseReference).stream()
        .filter(document -> document.kind().equals(kind))
        .toList();
  }

  private static String words(List<Document> all, int index) {
    Document document = all.get(index);
    return "Version %d, uploaded by %s, %s"
        .formatted(index + 1, document.by(), Version.moment(document.at()));
  }
}
