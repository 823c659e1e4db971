package org.practicereview.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in what two texts differ, line by line. */
public final class Difference {

  private static final int MOST_LINES = 4;
  private static final int LONGEST_LINE = 160;

  private Difference() {}

  /** What was taken out and what was put in, in words; empty if nothing was. */
  public static String of(String before, String now) {
    List<String> gone = lines(before);
    List<String> come = new ArrayList<>();
    for (String line : lines(now)) {
      if (!gone.remove(line)) {
        come.add(line);
      }
    }
    return said("Taken out: ", gone) + said("Put in: ", come);
  }

  private static List<String> lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String said(String what, List<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    String more =
        lines.size() > MOST_LINES ? " and " + (lines.size() - MOST_LINES) + " more lines" : "";
    return lines.stream()
        .limit(MOST_LINES)
        .map(Difference::shortened)
        .collect(Collectors.joining(", ", what, more + ". "));
  }

  private static String shortened(String line) {
    return "\""
        + (line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
        + "\"";
  }
}
