package org.practicereview.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * What a page would take to be drawn, found without drawing it: a file of a megabyte can hold a
 * picture that takes a gigabyte. Everything is counted that the page reaches: pictures in forms,
 * patterns, masks and fonts, and those within the page's own text.
 */
final class PageWeight {

  /** A sheet of A4 in colour with 600 dots an inch takes a little less. */
  private static final long MOST = 110_000_000;

  /** Several pages may share what one page has; only one picture at a time is unpacked. */
  private static final long MOST_TOGETHER = 4 * MOST;

  private static final long VERY_MUCH = 1_000_000_000_000L;
  private static final int COLOURED_AND_CLEAR = 4;
  private static final Set<String> NOT_DRAWN = Set.of("JPXDecode", "JBIG2Decode");

  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<COSBase> left = new ArrayDeque<>();
  private final List<PDContentStream> drawings = new ArrayList<>();
  private long bytes;
  private long pixels;
  private boolean strange;

  private PageWeight() {}

  /** The weight of a page. */
  static PageWeight of(PDPage page) throws IOException {
    PageWeight weight = new PageWeight();
    weight.drawings.add(page);
    weight.reach(page.getCOSObject().getDictionaryObject(COSName.CONTENTS));
    if (page.getResources() != null) {
      weight.reach(page.getResources().getCOSObject());
    }
    for (PDAnnotation annotation : page.getAnnotations()) {
      weight.reach(annotation.getCOSObject().getDictionaryObject(COSName.AP));
    }
    while (!weight.left.isEmpty() && !weight.isTooLarge()) {
      weight.weigh(weight.left.pop());
    }
    for (PDContentStream drawing : weight.drawings) {
      if (!weight.isTooLarge()) {
        weight.within(drawing);
      }
    }
    return weight;
  }

  /** Whether the page would take too much memory to be drawn. */
  boolean isTooLarge() {
    return bytes > MOST_TOGETHER;
  }

  /** Whether it holds a picture of a kind that cannot be drawn, and would be missing. */
  boolean isStrange() {
    return strange;
  }

  /** How many dots its pictures have together. */
  long pixels() {
    return pixels;
  }

  private void reach(COSBase one) {
    COSBase found = one instanceof COSObject object ? object.getObject() : one;
    if (found != null && seen.add(found)) {
      left.push(found);
    }
  }

  private void weigh(COSBase one) throws IOException {
    if (one instanceof COSArray array) {
      array.forEach(this::reach);
    } else if (one instanceof COSDictionary dictionary) {
      if (dictionary instanceof COSStream stream) {
        weigh(stream);
      }
      COSDictionary letters = dictionary.getCOSDictionary(COSName.CHAR_PROCS);
      if (letters != null) {
        letters.getValues().forEach(this::draws);
      }
      for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
        // Upwards lies the rest of the file.
        if (!entry.getKey().equals(COSName.PARENT) && !entry.getKey().equals(COSName.P)) {
          reach(entry.getValue());
        }
      }
    }
  }

  private void draws(COSBase one) {
    COSBase found = one instanceof COSObject object ? object.getObject() : one;
    if (found instanceof COSStream stream) {
      drawings.add(new PDFormXObject(stream));
    }
  }

  private void weigh(COSStream stream) throws IOException {
    try (InputStream in = stream.createRawInputStream()) {
      packed(stream, in);
    }
    if (COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE))
        || stream.containsKey(COSName.PATTERN_TYPE)) {
      draws(stream);
    }
    if (stream.containsKey(COSName.WIDTH) && stream.containsKey(COSName.HEIGHT)) {
      picture(stream);
    }
  }

  /** Pictures that stand between the words of a page, a form, a pattern or a letter. */
  private void within(PDContentStream drawing) throws IOException {
    PDFStreamParser parser = new PDFStreamParser(drawing);
    try {
      for (Object token = parser.parseNextToken();
          token != null && !isTooLarge();
          token = parser.parseNextToken()) {
        if (token instanceof Operator operator && operator.getImageParameters() != null) {
          picture(operator.getImageParameters());
          if (operator.getImageData() != null) {
            packed(
                operator.getImageParameters(), new ByteArrayInputStream(operator.getImageData()));
          }
        }
      }
    } finally {
      parser.close();
    }
  }

  private void picture(COSDictionary about) {
    long dots =
        dots(about.getInt(COSName.WIDTH, COSName.W), about.getInt(COSName.HEIGHT, COSName.H));
    pixels += dots;
    boolean mask = about.getBoolean(COSName.IMAGE_MASK, COSName.IM, false);
    int bits = mask ? 1 : about.getInt(COSName.BITS_PER_COMPONENT, COSName.BPC, Byte.SIZE);
    add(dots * colours(about, mask) * Math.max(1, bits) / Byte.SIZE);
    for (COSName masked : List.of(COSName.SMASK, COSName.MASK)) {
      if (about.getDictionaryObject(masked) instanceof COSStream shape) {
        // The picture and its mask are brought to the size of the larger one.
        add(
            COLOURED_AND_CLEAR
                * Math.max(dots, dots(shape.getInt(COSName.WIDTH), shape.getInt(COSName.HEIGHT))));
      }
    }
  }

  private static int colours(COSDictionary about, boolean mask) {
    COSBase space = about.getDictionaryObject(COSName.COLORSPACE, COSName.CS);
    if (space instanceof COSArray array && array.size() > 1) {
      if (array.getObject(1) instanceof COSStream profile) {
        return Math.max(1, profile.getInt(COSName.N, COLOURED_AND_CLEAR));
      }
      if (array.getObject(1) instanceof COSArray inks) {
        return Math.max(1, inks.size());
      }
      space = array.getObject(0);
    }
    if (mask) {
      return 1;
    }
    String name = space instanceof COSName known ? known.getName() : "";
    return switch (name) {
      case "DeviceGray", "G", "CalGray", "Indexed", "I", "Separation" -> 1;
      case "DeviceRGB", "RGB", "CalRGB", "Lab" -> 3;
      default -> COLOURED_AND_CLEAR;
    };
  }

  private static long dots(long wide, long high) {
    return Math.min(VERY_MUCH, Math.max(0, wide) * Math.max(0, high));
  }

  private void add(long more) {
    bytes = more > MOST ? VERY_MUCH : Math.min(VERY_MUCH, bytes + Math.max(0, more));
  }

  private void packed(COSDictionary about, InputStream packed) throws IOException {
    strange |= PackedSize.filters(about).stream().anyMatch(NOT_DRAWN::contains);
    add(PackedSize.unpacked(about, packed, MOST));
    PackedSize.lines(about).forEach(this::add);
  }
}
