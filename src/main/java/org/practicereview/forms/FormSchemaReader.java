package org.practicereview.forms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads a form file, Camunda Form or embedded HTML, for the questions and rules in it. What the
 * attributes mean is told in {@code docs/forms.md}.
 */
public final class FormSchemaReader {

  private FormSchemaReader() {}

  /** The questions and rules of a form file. */
  public static FormSchema read(String formId, byte[] file) {
    return read(formId, file, file);
  }

  /**
   * The questions and rules of a form file as its readers say them.
   *
   * @param file as it was deployed, which gives the version
   * @param said the same in their words, see {@link FormWords}
   */
  public static FormSchema read(String formId, byte[] file, byte[] said) {
    String text = new String(said, StandardCharsets.UTF_8);
    boolean camunda = text.stripLeading().startsWith("{");
    List<FormField> fields =
        camunda ? CamundaFormReader.fields(text) : EmbeddedFormReader.fields(text);
    String approves =
        camunda ? CamundaFormReader.approves(text) : EmbeddedFormReader.approves(text);
    return new FormSchema(formId, sha256(file), List.copyOf(fields), approves);
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
