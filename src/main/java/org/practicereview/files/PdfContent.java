package org.practicereview.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Looks at every object of a PDF, whether a page leads to it or not. */
final class PdfContent {

  private static final int MOST_OBJECTS = 500_000;

  /** What an action does that is more than to turn to a page or to open a link when clicked. */
  private static final Set<String> ACTIONS =
      Set.of(
          "JavaScript",
          "Launch",
          "SubmitForm",
          "ImportData",
          "GoToR",
          "GoToE",
          "Rendition",
          "RichMediaExecute",
          "Movie",
          "Sound");

  private static final Set<String> ANNOTATIONS =
      Set.of("FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D");

  private PdfContent() {}

  static void check(byte[] content) {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      if (pdf.isEncrypted()) {
        throw locked();
      }
      check(pdf.getDocument());
    } catch (InvalidPasswordException e) {
      throw locked();
    } catch (FileRefused e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new FileRefused("is damaged and cannot be opened. Save it again as a PDF");
    }
  }

  private static FileRefused locked() {
    return new FileRefused("is protected by a password. Save it without one and send that");
  }

  private static void check(COSDocument document) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> next = new ArrayDeque<>();
    next.push(document.getTrailer());
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      next.push(document.getObjectFromPool(key));
    }
    while (!next.isEmpty()) {
      COSBase one = next.pop();
      if (one instanceof COSObject reference) {
        one = reference.getObject();
      }
      if (one == null || !seen.add(one)) {
        continue;
      }
      if (seen.size() > MOST_OBJECTS) {
        throw new FileRefused("has more parts than any document needs");
      }
      if (one instanceof COSDictionary dictionary) {
        check(dictionary);
        dictionary.getValues().forEach(next::push);
      } else if (one instanceof COSArray array) {
        array.forEach(next::push);
      }
    }
  }

  private static void check(COSDictionary part) {
    if (ACTIONS.contains(part.getNameAsString(COSName.S, "")) || part.containsKey("JS")) {
      throw new FileRefused(
          "holds a script or an action that starts by itself. Print it to a new PDF and send that");
    }
    if (part.containsKey("EF")
        || part.containsKey("EmbeddedFiles")
        || ANNOTATIONS.contains(part.getNameAsString(COSName.SUBTYPE, ""))) {
      throw new FileRefused("has other files inside. Send each as a file of its own");
    }
    if (part.containsKey("XFA")) {
      throw new FileRefused("is a form that holds a program. Print it to a new PDF and send that");
    }
    if (opensALink(part.getDictionaryObject(COSName.OPEN_ACTION))
        || part.getDictionaryObject(COSName.AA) instanceof COSDictionary by
            && by.getValues().stream().anyMatch(PdfContent::opensALink)) {
      throw new FileRefused("opens an address by itself. Print it to a new PDF and send that");
    }
  }

  private static boolean opensALink(COSBase action) {
    COSBase direct = action instanceof COSObject reference ? reference.getObject() : action;
    return direct instanceof COSDictionary dictionary
        && "URI".equals(dictionary.getNameAsString(COSName.S));
  }
}
