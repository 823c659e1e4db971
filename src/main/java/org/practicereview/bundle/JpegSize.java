package org.practicereview.bundle;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** How large a JPEG is when it is unpacked, as its own head says. */
final class JpegSize {

  private static final int FIRST_FRAME = 0xC0;
  private static final int LAST_FRAME = 0xCF;

  /** What begins, ends and divides a file has no length. */
  private static final int LAST_WITHOUT_LENGTH = 0xD9;

  /** Tables that have numbers among those of the frames. */
  private static final String TABLES = "\u00C4\u00C8\u00CC";

  private JpegSize() {}

  /** Its width times its height times its colours; 0 if the file is damaged. */
  static long bytes(InputStream jpeg) throws IOException {
    DataInputStream in = new DataInputStream(jpeg);
    try {
      while (true) {
        if (in.readUnsignedByte() != 0xFF) {
          continue;
        }
        int sign = in.readUnsignedByte();
        while (sign == 0xFF) {
          sign = in.readUnsignedByte();
        }
        if (sign >= FIRST_FRAME && sign <= LAST_FRAME && TABLES.indexOf(sign) < 0) {
          in.readUnsignedShort();
          in.readUnsignedByte();
          long high = in.readUnsignedShort();
          long wide = in.readUnsignedShort();
          return wide * high * in.readUnsignedByte();
        }
        if (sign >= FIRST_FRAME && (sign <= LAST_FRAME || sign > LAST_WITHOUT_LENGTH)) {
          in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
        }
      }
    } catch (EOFException e) {
      return 0;
    }
  }
}
