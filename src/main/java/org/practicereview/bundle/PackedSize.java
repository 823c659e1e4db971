package org.practicereview.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.filter.FilterFactory;

/** How much a packed part of a PDF really holds, counted without keeping it. */
final class PackedSize {

  private static final long MOST_BETWEEN = 40_000_000;
  private static final Set<String> PACKED =
      Set.of(
          "FlateDecode",
          "Fl",
          "LZWDecode",
          "LZW",
          "RunLengthDecode",
          "RL",
          "ASCII85Decode",
          "A85",
          "ASCIIHexDecode",
          "AHx");

  private PackedSize() {}

  /**
   * How many bytes come out of a stream, whatever it says of itself.
   *
   * @param most where the counting stops; more than this is returned then
   */
  static long unpacked(COSDictionary about, InputStream packed, long most) throws IOException {
    List<String> filters = filters(about);
    InputStream in = packed;
    long largest = 0;
    for (int at = 0; at < filters.size(); at++) {
      String filter = filters.get(at);
      if (filter.startsWith("DCT")) {
        return Math.max(largest, JpegSize.bytes(in));
      }
      if (!PACKED.contains(filter)) {
        return largest;
      }
      boolean last = at + 1 == filters.size();
      Counted out = new Counted(!last, last ? most : Math.min(most, MOST_BETWEEN));
      try {
        FilterFactory.INSTANCE.getFilter(filter).decode(in, out, new COSDictionary(), 0);
      } catch (IOException e) {
        // Damaged, or too large: the count tells.
      }
      if (out.isTooLarge()) {
        return most + 1;
      }
      largest = Math.max(largest, out.count);
      in = new ByteArrayInputStream(out.kept.toByteArray());
    }
    return largest;
  }

  /** A line that is told to be very long takes memory before anything is read. */
  static List<Long> lines(COSDictionary about) {
    List<Long> lines = new ArrayList<>();
    COSBase given = about.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
    List<COSBase> all = new ArrayList<>();
    if (given instanceof COSArray array) {
      array.forEach(one -> all.add(one instanceof COSObject object ? object.getObject() : one));
    } else {
      all.add(given);
    }
    int high = about.getInt(COSName.HEIGHT, COSName.H, 1);
    for (COSBase one : all) {
      if (one instanceof COSDictionary told) {
        long many = Math.max(told.getInt(COSName.ROWS, 1), told.containsKey(COSName.K) ? high : 1);
        double bits =
            (double) Math.max(1, told.getInt(COSName.COLUMNS, 1))
                * many
                * Math.max(1, told.getInt(COSName.COLORS, 1))
                * Math.max(1, told.getInt(COSName.BITS_PER_COMPONENT, 1));
        lines.add((long) (bits / Byte.SIZE));
      }
    }
    return lines;
  }

  /** What a stream was packed with, outermost first. */
  static List<String> filters(COSDictionary about) {
    COSBase given = about.getDictionaryObject(COSName.FILTER, COSName.F);
    if (given instanceof COSName name) {
      return List.of(name.getName());
    }
    List<String> names = new ArrayList<>();
    if (given instanceof COSArray array) {
      for (int at = 0; at < array.size(); at++) {
        names.add(array.getObject(at) instanceof COSName name ? name.getName() : "");
      }
    }
    return names;
  }

  /** Counts what comes, keeps it where another filter follows, and stops when it is too much. */
  private static final class Counted extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final boolean keeps;
    private final long most;
    private long count;

    Counted(boolean keeps, long most) {
      this.keeps = keeps;
      this.most = most;
    }

    boolean isTooLarge() {
      return count > most;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      count += length;
      if (isTooLarge()) {
        throw new IOException("too large");
      }
      if (keeps) {
        kept.write(some, from, length);
      }
    }
  }
}
