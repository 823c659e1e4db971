package org.practicereview.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks at every part of a file of Word, Excel, PowerPoint or OpenOffice, which is a zip archive of
 * XML. The parts are unpacked and counted: what an archive says of its own sizes is no protection.
 */
final class OfficeContent {

  /** The main part of a file of OpenOffice. */
  static final String OPEN_DOCUMENT = "content.xml";

  private static final int MOST_PARTS = 5_000;
  private static final long LARGEST_UNPACKED = 100L * 1024 * 1024;
  private static final int MOST_FIELDS = 100_000;

  /** An honest part that is small packed does not grow beyond this. */
  private static final long LARGEST_GROWTH = 100;

  private static final long ALWAYS_SMALL = 1024 * 1024;

  private static final Pattern PROGRAM =
      Pattern.compile(
          ".*(vba(project|data)|activex|macrosheets|dialogsheets|attachedtoolbars).*"
              + "|basic/.*|scripts/.*");

  private static final Pattern OTHER_FILE =
      Pattern.compile(".*/embeddings/.*|object \\d+/.*|objectreplacements/.*");

  private static final Pattern PROGRAM_TYPE =
      Pattern.compile("macroenabled|vbaproject|activex|ms-office\\.legacy");

  /** A field that starts another program, or fetches something, when it is brought up to date. */
  private static final Pattern FETCHING_FIELD =
      Pattern.compile("\\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\\b");

  /** A template on the writer's own disk does no harm, and most letters of an office name one. */
  private static final Pattern OWN_DISK = Pattern.compile("(?i)(file:/{3})?[a-z]:[/\\\\].*");

  private static final Pattern AWAY =
      Pattern.compile("(?i)\\s*(https?|ftp|file|smb):.*|\\\\\\\\.*");

  private OfficeContent() {}

  /**
   * Refuses a file that is damaged, locked, or holds something that acts by itself.
   *
   * @param mainPart what must be in it, for it to be what its name says
   * @param mainParts those of all kinds, of which no other may be in it
   */
  static void check(byte[] content, String mainPart, Collection<String> mainParts) {
    try (ZipFile file = ZipFile.builder().setByteArray(content).get()) {
      Set<String> names = new HashSet<>();
      long left = LARGEST_UNPACKED;
      for (ZipArchiveEntry part : Collections.list(file.getEntries())) {
        String name = part.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
        checkName(part, name);
        if (!names.add(name) || names.size() > MOST_PARTS) {
          throw damaged();
        }
        long most = Math.min(left, ALWAYS_SMALL + part.getCompressedSize() * LARGEST_GROWTH);
        try (Counted unpacked = new Counted(file.getInputStream(part), most)) {
          if (name.endsWith(".xml") || name.endsWith(".rels")) {
            checkMarkup(name, unpacked, mainPart.equals(OPEN_DOCUMENT));
          } else {
            unpacked.transferTo(OutputStream.nullOutputStream());
          }
          left -= unpacked.read;
        }
      }
      names.retainAll(mainParts);
      if (!names.equals(Set.of(mainPart))) {
        throw new FileRefused("is not what its name says");
      }
    } catch (FileRefused e) {
      throw e;
    } catch (IOException | RuntimeException | XMLStreamException e) {
      // Whatever a library says of a damaged file; its content stays out of message and log.
      throw damaged();
    }
  }

  /** Gives out so many bytes and no more; the whole part is never held. */
  private static final class Counted extends FilterInputStream {

    private final long most;
    private long read;

    private Counted(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int number = super.read(target, offset, length);
      count(Math.max(0, number));
      return number;
    }

    private void count(int number) {
      read += number;
      if (read > most) {
        throw new FileRefused("unpacks to far more than it should and was not opened");
      }
    }
  }

  private static FileRefused damaged() {
    return new FileRefused("is damaged and cannot be opened. Save it again and send that");
  }

  private static void checkName(ZipArchiveEntry part, String name) {
    if (part.getGeneralPurposeBit().usesEncryption()) {
      throw new FileRefused("is protected by a password. Save it without one and send that");
    }
    if (name.startsWith("/") || name.contains("../") || part.isUnixSymlink()) {
      throw damaged();
    }
    if (PROGRAM.matcher(name).matches()) {
      throw program();
    }
    if (OTHER_FILE.matcher(name).matches()) {
      throw new FileRefused("has other files inside. Send each as a file of its own");
    }
  }

  private static FileRefused program() {
    return new FileRefused("holds macros. Save it without macros, or as a PDF, and send that");
  }

  private static FileRefused outside() {
    return new FileRefused(
        "fetches something from elsewhere when it is opened. Break its links to other files, or"
            + " save it as a PDF, and send that");
  }

  private static void checkMarkup(String name, InputStream content, boolean openDocument)
      throws XMLStreamException {
    XMLInputFactory safely = XMLInputFactory.newDefaultFactory();
    safely.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    safely.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader markup = safely.createXMLStreamReader(content);
    StringBuilder fields = new StringBuilder();
    boolean inField = false;
    while (markup.hasNext()) {
      int event = markup.next();
      if (event == XMLStreamConstants.DTD) {
        throw damaged();
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        inField = markup.getLocalName().equals("instrText");
        if (openDocument) {
          checkOpenDocument(markup);
        } else {
          checkOffice(name, markup, fields);
        }
      } else if (event == XMLStreamConstants.CHARACTERS && inField) {
        fields.append(markup.getText());
        if (fields.length() > MOST_FIELDS) {
          throw damaged();
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inField = false;
        if (markup.getLocalName().equals("p")) {
          fields.append('\n');
        }
      }
    }
    if (FETCHING_FIELD.matcher(fields).find()) {
      throw outside();
    }
  }

  private static void checkOffice(String name, XMLStreamReader markup, StringBuilder fields) {
    String type = attribute(markup, "ContentType").toLowerCase(Locale.ROOT);
    if (PROGRAM_TYPE.matcher(type).find()) {
      throw program();
    }
    String field = attribute(markup, "instr");
    if (!field.isEmpty()) {
      fields.append(field).append('\n');
    }
    if (name.endsWith(".rels")
        && attribute(markup, "TargetMode").equalsIgnoreCase("External")
        && !attribute(markup, "Type").endsWith("/hyperlink")) {
      boolean template = attribute(markup, "Type").endsWith("/attachedTemplate");
      if (!template || !OWN_DISK.matcher(attribute(markup, "Target")).matches()) {
        throw outside();
      }
    }
    if (markup.getLocalName().equals("ddeLink")) {
      throw outside();
    }
  }

  private static void checkOpenDocument(XMLStreamReader markup) {
    switch (markup.getLocalName()) {
      case "event-listener", "script" -> throw program();
      case "object-ole", "plugin", "applet" ->
          throw new FileRefused("has other files inside. Send each as a file of its own");
      case "dde-source", "dde-connection-decl" -> throw outside();
      case "encryption-data" ->
          throw new FileRefused("is protected by a password. Save it without one and send that");
      case "a", "template" -> {
        // Opened by a click only; never fetched.
      }
      default -> {
        if (AWAY.matcher(attribute(markup, "href")).matches()) {
          throw outside();
        }
      }
    }
  }

  private static String attribute(XMLStreamReader markup, String name) {
    return IntStream.range(0, markup.getAttributeCount())
        .filter(i -> markup.getAttributeLocalName(i).equals(name))
        .mapToObj(markup::getAttributeValue)
        .findFirst()
        .orElse("");
  }
}
