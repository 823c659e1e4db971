package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.practicereview.deadlines.Clocks;
import org.practicereview.modelling.Tables.Row;
import org.springframework.stereotype.Component;

/** Says what another length of a clock means for the cases that are open. */
@Component
class ClockOutlook {

  private final Clocks clocks;

  ClockOutlook(Clocks clocks) {
    this.clocks = clocks;
  }

  /** A sentence for each clock that is counted otherwise; none where no table of clocks changes. */
  List<String> of(String before, String after) {
    Map<String, Row> old = rows(before);
    List<Row> changed =
        rows(after).values().stream()
            .filter(row -> old.containsKey(row.given()))
            .filter(row -> !counted(row).equals(counted(old.get(row.given()))))
            .toList();
    if (changed.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> open = clocks.openByRule();
    List<String> sentences = new ArrayList<>();
    changed.forEach(row -> sentences.add(sentence(row, open.getOrDefault(row.given(), 0))));
    return sentences;
  }

  private static String sentence(Row row, int cases) {
    String name = "\"" + row.text("name") + "\"";
    return switch (cases) {
      case 0 -> name + " runs in no open case. No date changes.";
      case 1 -> name + " runs in 1 open case, which keeps its date. All others get the new time.";
      default ->
          name
              + " runs in %d open cases, which keep their dates. All others get the new time."
                  .formatted(cases);
    };
  }

  private static Map<String, Row> rows(String table) {
    Map<String, Row> rows = new TreeMap<>();
    if (table != null && Tables.decisions(table).contains(ClockTableRule.CLOCKS)) {
      Tables.rows(table, ClockTableRule.CLOCKS).forEach(row -> rows.put(row.given(), row));
    }
    return rows;
  }

  private static List<Object> counted(Row row) {
    return List.of(
        row.number("length"),
        row.text("unit"),
        row.text("trigger"),
        row.text("direction"),
        row.text("dayOff"));
  }
}
