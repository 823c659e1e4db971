package org.practicereview.casefile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.files.FileInspection;
import org.practicereview.files.LittleClamd;
import org.practicereview.files.VirusScanner;
import org.practicereview.forms.CaseRecords.Submission;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormField.Kind;
import org.practicereview.forms.FormRefused;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.FormSchemaReader;

@DisplayName("A file in a form")
class UploadedFilesTest {

  private static final byte[] NOTES = "Seen at home.".getBytes(UTF_8);

  private final List<FileCheck> stored = new ArrayList<>();

  @Test
  @DisplayName("is kept as a document when it is what it says and no scanner knows it")
  void taken() {
    try (LittleClamd clamd = new LittleClamd()) {
      assertThat(kept(clamd.scanner(), "notes.txt", NOTES)).isEqualTo("text/plain");
    }
    assertThat(stored).containsExactly(FileCheck.CLEAR);
  }

  @Test
  @DisplayName("is refused in words that name it, when it is another kind than its name says")
  void disguised() {
    try (LittleClamd clamd = new LittleClamd()) {
      VirusScanner scanner = clamd.scanner();
      assertThatThrownBy(() -> kept(scanner, "plan.pdf", NOTES))
          .isInstanceOf(FormRefused.class)
          .hasMessageStartingWith("Nothing was changed. The file \"plan.pdf\" is of a kind");
    }
    assertThat(stored).isEmpty();
  }

  @Test
  @DisplayName("is refused when the question takes another kind, and the kinds it takes are named")
  void anotherKind() {
    FormField report =
        FormSchemaReader.read(
                "write-draft",
                """
                <form role="form" name="writeDraft">
                  <label for="draftReport">The draft</label>
                  <input type="file" id="draftReport" name="files" accept=".pdf,.docx">
                </form>"""
                    .getBytes(UTF_8))
            .questions()
            .get(0);
    VirusScanner off = LittleClamd.off();
    assertThatThrownBy(() -> kept(report, off, "notes.txt", NOTES))
        .isInstanceOf(FormRefused.class)
        .hasMessage(
            "Nothing was changed. The file \"notes.txt\" is not of a kind that \"The draft\""
                + " takes. Send PDF or Word (.docx).");
    assertThat(stored).isEmpty();
  }

  @Test
  @DisplayName("is refused when the scanner knows it as harmful")
  void infected() {
    try (LittleClamd clamd = new LittleClamd()) {
      VirusScanner scanner = clamd.scanner();
      assertThatThrownBy(() -> kept(scanner, "notes.txt", LittleClamd.EICAR.getBytes(US_ASCII)))
          .isInstanceOf(FormRefused.class)
          .hasMessageContaining("as harmful. Do not open it");
    }
    assertThat(stored).isEmpty();
  }

  @Test
  @DisplayName("waits when the scanner does not answer, and is marked when it is off")
  void notJudged() {
    LittleClamd gone = new LittleClamd();
    gone.close();
    kept(gone.scanner(), "notes.txt", NOTES);
    kept(LittleClamd.off(), "notes.txt", NOTES);

    assertThat(stored).containsExactly(FileCheck.WAITING, FileCheck.UNSCANNED);
  }

  private Object kept(VirusScanner scanner, String name, byte[] content) {
    return kept(FormField.plain("files", "Files", Kind.FILES), scanner, name, content);
  }

  private Object kept(FormField question, VirusScanner scanner, String name, byte[] content) {
    Map<String, Object> file =
        Map.of("name", name, "content", Base64.getEncoder().encodeToString(content));
    Map<String, Object> answers =
        new UploadedFiles(this::store, new FileInspection(), scanner)
            .keep(
                new Submission(
                    "ES-2026-0001",
                    new FormSchema("complete-agency-return", "1", List.of(question)),
                    "task",
                    "Task",
                    "police",
                    Map.of("files", List.of(file)),
                    "es-author-police"));
    return ((Map<?, ?>) ((List<?>) answers.get("files")).get(0)).get("mediaType");
  }

  private Document store(NewDocument file, FileCheck state) {
    stored.add(state);
    return new Document(
        "1", "", "", file.name(), file.mediaType(), 1, "", "", "", 1, "", Instant.EPOCH);
  }
}
