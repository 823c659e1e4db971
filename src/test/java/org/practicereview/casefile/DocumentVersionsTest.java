package org.practicereview.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.forms.Approvable.Subject;
import org.practicereview.forms.Approvable.Version;

@DisplayName("A draft that is approved")
class DocumentVersionsTest {

  private static final String CASE = "ES-2026-0001";
  private static final String DRAFT = "draft-report";
  private static final Subject REPORT = new Subject(CASE, "", DRAFT);

  private final List<Document> files = new ArrayList<>();
  private final DocumentVersions versions = new DocumentVersions(new InMemory(), by -> "Mx " + by);

  @Test
  @DisplayName("is the newest file of its kind, named by who uploaded it and when")
  void newest() {
    assertThat(versions.now(REPORT)).isEqualTo(new Version("0", "There is no file yet"));
    file("a", DRAFT, "es-reviewer");
    file("b", "letter", "es-manager");
    assertThat(versions.now(REPORT))
        .isEqualTo(new Version("a", "Version 1, uploaded by Mx es-reviewer, 11 May 2026, 10:00"));
  }

  @Test
  @DisplayName("is another one when someone uploads another, and it is said which one was seen")
  void another() {
    file("a", DRAFT, "es-reviewer");
    Version seen = versions.now(REPORT);
    file("c", DRAFT, "es-manager");
    assertThat(versions.now(REPORT).token()).isNotEqualTo(seen.token());
    assertThat(versions.now(REPORT).words()).startsWith("Version 2, uploaded by Mx es-manag");
    assertThat(versions.changed(REPORT, seen.token()))
        .isEqualTo("You had version 1, uploaded by Mx es-reviewer, 11 May 2026, 10:00. ");
  }

  private void file(String id, String kind, String by) {
    Instant at = Instant.parse("2026-05-11T09:00:00Z");
    files.add(
        new Document(id, CASE, kind, "f", "application/pdf", 1, "", "PARTNERSHIP", "", 1, by, at));
  }

  /** The files of one case. */
  private final class InMemory implements Documents {

    @Override
    public List<Document> of(String caseReference) {
      return List.copyOf(files);
    }

    @Override
    public Document store(NewDocument document) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Document get(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] content(String id) {
      throw new UnsupportedOperationException();
    }
  }
}
