package org.practicereview.casefile;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practicereview.files.FileInspection;
import org.practicereview.files.FileRefused;
import org.practicereview.files.VirusScanner;
import org.practicereview.forms.CaseRecords.Submission;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormField.Kind;
import org.practicereview.forms.FormRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the files out of a form and keeps them as documents of the case. */
@Component
class UploadedFiles {

  private static final int LARGEST = 10 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(UploadedFiles.class);

  private final UploadedDocuments documents;
  private final FileInspection inspection;
  private final VirusScanner scanner;

  UploadedFiles(UploadedDocuments documents, FileInspection inspection, VirusScanner scanner) {
    this.documents = documents;
    this.inspection = inspection;
    this.scanner = scanner;
  }

  /**
   * The answers with each file replaced by a reference to the stored document.
   *
   * @throws FormRefused if a file is too large, unreadable, of a kind that the question does not
   *     take, holds something that acts by itself, or is known as harmful
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
    Document stored =
        keep(
            submission.caseReference(),
            kind(submission, field),
            submission.scope(),
            name,
            bytes,
            submission.by(),
            field.limits().file().endings(),
            field.label());
    return Map.of(
        "documentId",
        stored.id(),
        "name",
        stored.name(),
        "size",
        stored.size(),
        "mediaType",
        stored.mediaType());
  }

  /**
   * Keeps one file as a document of a case.
   *
   * @throws FormRefused if it is too large, of a kind that is not taken, or known as harmful
   */
  Document keep(
      String caseReference, String kind, String scope, String name, byte[] bytes, String by) {
    return keep(caseReference, kind, scope, name, bytes, by, List.of(), "");
  }

  private Document keep(
      String caseReference,
      String kind,
      String scope,
      String name,
      byte[] bytes,
      String by,
      List<String> endings,
      String question) {
    if (bytes.length > LARGEST) {
      throw new FormRefused("Nothing was changed. A file is larger than 10 MB.");
    }
    String type = mediaType(name, bytes, endings, question);
    FileCheck check = scan(caseReference, name, bytes);
    return documents.store(
        new NewDocument(
            caseReference,
            kind,
            name,
            type,
            bytes,
            scope.isEmpty() ? "PARTNERSHIP" : "AGENCY_ONLY",
            scope,
            by),
        check);
  }

  private String mediaType(String name, byte[] bytes, List<String> endings, String question) {
    try {
      return inspection.mediaType(name, bytes, endings, question);
    } catch (FileRefused e) {
      throw refused(name, e.getMessage());
    }
  }

  private FileCheck scan(String caseReference, String name, byte[] bytes) {
    return switch (scanner.scan(bytes)) {
      case CLEAN -> FileCheck.CLEAR;
      case OFF -> FileCheck.UNSCANNED;
      case NOT_NOW -> FileCheck.WAITING;
      case INFECTED -> {
        LOG.warn("A harmful file was refused in case {}", caseReference);
        throw refused(
            name,
            "is known to the virus scanner as harmful. Do not open it, and tell your IT"
                + " support. Send a clean copy");
      }
    };
  }

  private static FormRefused refused(String name, String reason) {
    return new FormRefused("Nothing was changed. The file \"" + name + "\" " + reason + ".");
  }

  private static byte[] decode(String content) {
    try {
      return Base64.getDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      throw new FormRefused("Nothing was changed. A file could not be read.");
    }
  }
}
