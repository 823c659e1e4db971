package org.practicereview.pages;

import java.util.List;
import org.practicereview.oversight.Timeliness.Kept;
import org.practicereview.oversight.Timeliness.Measure;

/** Says figures of oversight in sentences. */
final class OversightWords {

  private OversightWords() {}

  /** A sentence for each date of law or guidance of which something can be said. */
  static List<String> of(List<Measure> measures) {
    return measures.stream()
        .filter(one -> one.rule().source().isNational() && one.year().judged() > 0)
        .map(OversightWords::sentence)
        .toList();
  }

  private static String sentence(Measure one) {
    Kept year = one.year();
    Kept before = one.before();
    return one.rule().name()
        + ": "
        + inTime(year)
        + (before.judged() == 0 ? "." : "; the year before, " + inTime(before) + ".");
  }

  private static String inTime(Kept kept) {
    return "%d of %d in time (%d%%)".formatted(kept.inTime(), kept.judged(), kept.percent());
  }
}
