package org.practicereview.modelling;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.practicereview.refusals.Refused;

/**
 * A file that someone sends for a proposal.
 *
 * @param name what it is called on their computer
 * @param content what is in it
 * @param from the text from which it was made, where that is known; null where it is what is in use
 */
public record Upload(String name, byte[] content, String from) {

  private static final int LARGEST = 1_000_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _().-]*");
  private static final Pattern KIND = Pattern.compile(".+\\.(bpmn|dmn|form|html)");

  /** A file of which no one knows from which text it was made. */
  public Upload(String name, byte[] content) {
    this(name, content, null);
  }

  /** Its name without folders. */
  String plainName() {
    if (name != null && LetterFile.is(name)) {
      return name;
    }
    String plain = Objects.requireNonNullElse(name, "").replaceAll(".*[/\\\\]", "").strip();
    if (!KIND.matcher(plain).matches()) {
      throw new Refused(
          "Send models (.bpmn), decision tables (.dmn), forms (.form or .html) and letters (.html),"
              + " each as a file of its own. A zip archive has to be unpacked first");
    }
    if (!NAME.matcher(plain).matches() || plain.length() > 100) {
      throw new Refused("Name the file with plain letters, figures and hyphens, up to 100 of them");
    }
    return plain;
  }

  /** What is written in it. */
  String text() {
    if (content.length > LARGEST) {
      throw new Refused("The file " + plainName() + " is larger than 1 MB. Make several of it");
    }
    if (content.length == 0) {
      throw new Refused("The file " + plainName() + " is empty");
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
      if (text.indexOf('\0') >= 0) {
        throw noText(null);
      }
      return text;
    } catch (CharacterCodingException e) {
      throw noText(e);
    }
  }

  private Refused noText(Throwable cause) {
    return new Refused(
        "The file " + plainName() + " is no text in UTF-8. Save it again in the modeler", cause);
  }
}
