package org.practicereview.deadlines;

import java.util.ArrayList;
import java.util.List;

/** What no one changes about a clock that law or guidance sets: more time, or less notice. */
public final class NationalLimits {

  private NationalLimits() {}

  /**
   * How a changed clock is laxer than what it was shipped as, in words; empty when it is not.
   *
   * @param shipped the clock as law and guidance set it
   */
  public static List<String> relaxed(Rule shipped, Rule changed) {
    List<String> relaxed = new ArrayList<>();
    if (!shipped.source().isNational()) {
      return relaxed;
    }
    String set = shipped.citation() + " sets ";
    if (changed.direction() != shipped.direction()) {
      relaxed.add("counts the other way; " + set + shipped.inWords());
    } else if (!EffectiveRules.isAsStrict(shipped, changed)) {
      relaxed.add("gives " + changed.lengthInWords() + "; " + set + shipped.lengthInWords());
    }
    if (!changed.trigger().equals(shipped.trigger())) {
      relaxed.add("counts from another day; " + set + shipped.inWords());
    }
    if (EffectiveRules.relaxesDayOff(shipped, changed)) {
      relaxed.add("moves a date on a day off, which " + shipped.citation() + " does not");
    }
    if (!changed.source().isNational()) {
      relaxed.add("is called local; " + set + "it");
    }
    return relaxed;
  }
}
