package org.practicereview.pages;

import java.util.ArrayList;
import java.util.List;
import org.practicereview.oversight.ReportYear;
import org.practicereview.oversight.TimeTaken.Took;
import org.practicereview.oversight.Timeliness.Kept;
import org.practicereview.oversight.Timeliness.Measure;

/** Where the bars of the charts of oversight stand. The template draws them, in SVG. */
final class OversightCharts {

  static final int WIDTH = 720;
  private static final int CELL = WIDTH / 4;
  private static final int LONGEST_CELL = 105;
  private static final int LONGEST = 430;
  private static final int ROW = 52;
  private static final int TOP = 30;

  private OversightCharts() {}

  /**
   * A bar of two parts.
   *
   * @param first length of its plain part, from the left
   * @param second length of its hatched part, which follows
   * @param words what it says, which stand beside it
   */
  public record Bar(int x, int y, int first, int second, String words) {}

  /**
   * A row of bars.
   *
   * @param y where its name stands
   */
  public record Row(String name, int y, List<Bar> bars) {}

  /** A chart; one without rows is not shown. */
  public record Chart(int width, int height, List<Row> rows) {}

  /** How the dates of law and guidance were kept, quarter by quarter. */
  static Chart kept(List<Measure> measures, ReportYear year, PlainWords words) {
    List<Measure> shown =
        measures.stream()
            .filter(one -> one.rule().source().isNational() && one.year().judged() > 0)
            .toList();
    int most =
        shown.stream()
            .flatMap(one -> one.quarters().stream())
            .mapToInt(Kept::judged)
            .max()
            .orElse(1);
    List<Row> rows = new ArrayList<>();
    for (Measure one : shown) {
      int y = TOP + rows.size() * ROW;
      List<Bar> bars = new ArrayList<>();
      for (int quarter = 0; quarter < year.quarters().size(); quarter++) {
        Kept kept = one.quarters().get(quarter);
        int x = quarter * CELL;
        if (kept.judged() > 0) {
          bars.add(
              new Bar(
                  x,
                  y + 22,
                  length(kept.inTime(), most, LONGEST_CELL),
                  length(kept.late(), most, LONGEST_CELL),
                  kept.inTime() + " of " + kept.judged()));
        } else {
          bars.add(new Bar(x, y + 22, 0, 0, "–"));
        }
      }
      rows.add(new Row(words.say(one.rule().name()), y + 14, bars));
    }
    return new Chart(WIDTH, TOP + rows.size() * ROW, rows);
  }

  /** How long things took. */
  static Chart taken(List<Took> durations, PlainWords words) {
    long most = durations.stream().mapToLong(Took::nine).max().orElse(1);
    List<Row> rows = new ArrayList<>();
    for (Took one : durations) {
      int y = rows.size() * ROW;
      int median = length(one.median(), most, LONGEST);
      int nine = length(one.nine(), most, LONGEST);
      rows.add(
          new Row(
              words.say(one.rule().name()),
              y + 14,
              List.of(
                  new Bar(
                      0,
                      y + 22,
                      median,
                      Math.max(0, nine - median),
                      days(one.median()) + ", " + days(one.nine())))));
    }
    return new Chart(WIDTH, rows.size() * ROW, rows);
  }

  private static String days(long days) {
    return days == 1 ? "1 day" : days + " days";
  }

  /** In proportion; what is not nothing can be seen. */
  private static int length(long part, long most, int longest) {
    return part <= 0 ? 0 : Math.max(3, (int) (part * longest / Math.max(1, most)));
  }
}
