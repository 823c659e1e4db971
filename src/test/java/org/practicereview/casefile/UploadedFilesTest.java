package org.practicereview.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.forms.CaseRecords.Submission;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormField.Kind;
import org.practicereview.forms.FormRefused;
import org.practicereview.forms.FormSchema;

@DisplayName("A file in a form")
class UploadedFilesTest {

  private final Documents documents = mock(Documents.class);
  private final UploadedFiles files = new UploadedFiles(documents);

  @BeforeEach
  void storing() {
    when(documents.store(any()))
        .thenAnswer(
            call -> {
              NewDocument file = call.getArgument(0);
              return new Document(
                  "1", "", "", file.name(), file.mediaType(), 1, "", "", "", 1, "", Instant.EPOCH);
            });
  }

  @Test
  @DisplayName("is kept as a document when it is what it says")
  void taken() throws IOException {
    assertThat(kept("plan.pdf", "%PDF-1.7 plan".getBytes(UTF_8))).hasToString("application/pdf");
    assertThat(kept("notes.txt", "Seen at home.".getBytes(UTF_8))).hasToString("text/plain");
    assertThat(kept("return.docx", zip()).toString()).endsWith("wordprocessingml.document");
    assertThat(kept("old.doc", HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(600))))
        .hasToString("application/msword");
  }

  @Test
  @DisplayName("is refused when its content is another than its name says")
  void disguised() throws IOException {
    byte[] program = HexFormat.of().parseHex("4d5a90000300000004000000ffff0000" + "00".repeat(99));
    byte[] noise = HexFormat.of().parseHex("00ff01fe02fd03fc04fb" + "9a".repeat(99));
    for (String name : List.of("plan.pdf", "return.docx", "old.doc", "notes.txt")) {
      refused(name, program);
      refused(name, noise);
      refused(name, "<html><script>alert(1)</script></html>".getBytes(UTF_8));
    }
    refused("all.zip", zip());
    refused("macros.docm", zip());
    verify(documents, never()).store(any());
  }

  private void refused(String name, byte[] content) {
    assertThatThrownBy(() -> kept(name, content)).as(name).isInstanceOf(FormRefused.class);
  }

  private Object kept(String name, byte[] content) {
    FormField question = FormField.plain("files", "Files", Kind.FILES);
    Map<String, Object> file =
        Map.of("name", name, "content", Base64.getEncoder().encodeToString(content));
    Map<String, Object> answers =
        files.keep(
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

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<document/>".getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
