package org.practicereview.casefile;

import java.util.List;
import java.util.Locale;
import org.practicereview.forms.Approvable;
import org.practicereview.forms.PeopleNames;
import org.springframework.stereotype.Component;

/** A file of the case, as something that is approved: {@code document:} and its kind. */
@Component
class DocumentVersions implements Approvable {

  private final Documents documents;
  private final PeopleNames names;

  DocumentVersions(Documents documents, PeopleNames names) {
    this.documents = documents;
    this.names = names;
  }

  @Override
  public String name() {
    return "document";
  }

  @Override
  public Version now(Subject subject) {
    List<Document> all = all(subject);
    return all.isEmpty()
        ? new Version("0", "There is no file yet")
        : new Version(all.get(all.size() - 1).id(), words(all, all.size() - 1));
  }

  @Override
  public String changed(Subject subject, String seen) {
    List<Document> all = all(subject);
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

  private List<Document> all(Subject subject) {
    return documents.of(subject.caseReference()).stream()
        .filter(document -> document.kind().equals(subject.which()))
        .toList();
  }

  private String words(List<Document> all, int index) {
    Document document = all.get(index);
    return "Version %d, uploaded by %s, %s"
        .formatted(index + 1, names.of(document.by()), Version.moment(document.at()));
  }
}
