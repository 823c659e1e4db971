package org.practicereview.casefile;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.practicereview.forms.CaseRecords.Submission;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormField.Kind;
import org.practicereview.forms.FormRefused;
import org.springframework.stereotype.Component;

/** Takes the files out of a form and keeps them as documents of the case. */
@Component
class UploadedFiles {

  private static final int LARGEST = 10 * 1024 * 1024;

  /** What a file must be by its content alone. */
  private static final Set<String> CONTENT =
      Set.of(
          "application/pdf",
          "text/plain",
          "image/png",
          "image/jpeg",
          "application/x-tika-msoffice",
          "application/zip",
          "application/vnd.oasis.opendocument.text");

  /** What it must be once its name has said which kind of Office or zip file it is. */
  private static final Set<String> TAKEN =
      Set.of(
          "application/pdf",
          "text/plain",
          "image/png",
          "image/jpeg",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.oasis.opendocument.text");

  private final Documents documents;
  private final Tika types = new Tika();

  UploadedFiles(Documents documents) {
    this.documents = documents;
  }

  /**
   * The answers with each file replaced by a reference to the stored document.
   *
   * @throws FormRefused if a file is too large, unreadable or of a kind that is not taken
   */
  Map<String, Object> keep(Submission submission) {
    Map<String, Object> values = new LinkedHashMap<>(submission.values());
    for (FormField field : submission.form().questions()) {
      if (field.kind() == Kind.FILES && values.get(field.key()) instanceof List<?> files) {
        List<Object> kept = new ArrayList<>();
        for (Object file : files) {
          kept.add(keep(submission, field, file));
        }
        values.put(field.key(), kept);
      }
    }
    return values;
  }

  /**
   * Several files belong to the form they came with. A single one is a document of its own, the
   * same in every form that asks for it, and each is a further version.
   */
  private static String kind(Submission submission, FormField field) {
    return field.limits().count().most() == 1
        ? Document.kindOf(field.key())
        : submission.form().id() + "." + field.key();
  }

  private Map<String, Object> keep(Submission submission, FormField field, Object file) {
    if (!(file instanceof Map<?, ?> parts) || !(parts.get("content") instanceof String content)) {
      throw new FormRefused("Nothing was changed. A file could not be read.");
    }
    String name = String.valueOf(parts.get("name"));
    byte[] bytes = decode(content);
    if (bytes.length > LARGEST) {
      throw new FormRefused("Nothing was changed. A file is larger than 10 MB.");
    }
    String type = types.detect(bytes, name);
    if (!CONTENT.contains(types.detect(bytes)) || !TAKEN.contains(type)) {
      throw new FormRefused(
          "Nothing was changed. A file is of a kind that is not taken; send PDF, Word, Excel,"
              + " OpenDocument, plain text, PNG or JPEG.");
    }
    Document stored =
        documents.store(
            new NewDocument(
                submission.caseReference(),
                kind(submission, field),
                name,
                type,
                bytes,
                submission.scope().isEmpty() ? "PARTNERSHIP" : "AGENCY_ONLY",
                submission.scope(),
                submission.by()));
    return Map.of(
        "documentId", stored.id(), "name", stored.name(), "size", stored.size(), "mediaType", type);
  }

  private static byte[] decode(String content) {
    try {
      return Base64.getDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      throw new FormRefused("Nothing was changed. A file could not be read.");
    }
  }
}
