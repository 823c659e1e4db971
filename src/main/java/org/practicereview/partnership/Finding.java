package org.practicereview.partnership;

import java.util.Comparator;

/**
 * Something wrong with a partnership's profile.
 *
 * @param file name of the file, or the folder where no single file is meant
 * @param line counted from 1; 0 where no single line is meant
 * @param wrong what is wrong, a sentence
 * @param remedy what to do, a sentence or two
 */
public record Finding(String file, int line, String wrong, String remedy)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::wrong);

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ", line " + line : "") + ": " + wrong + " " + remedy;
  }
}
