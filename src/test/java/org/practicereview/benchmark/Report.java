package org.practicereview.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The generated part of {@code docs/performance.md}. */
final class Report {

  private static final Path PAGE = Path.of("docs", "performance.md");
  private static final String BEGIN = "<!-- measured: begin -->";
  private static final String END = "<!-- measured: end -->";

  private final List<String> lines = new ArrayList<>();

  void line(String line) {
    lines.add(line);
  }

  void heading(String... columns) {
    line("");
    row((Object[]) columns);
    line("|" + "---|".repeat(columns.length));
  }

  void row(Object... cells) {
    line(
        java.util.Arrays.stream(cells)
            .map(cell -> cell instanceof Double figure ? Samples.figure(figure) : "" + cell)
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  /**
   * What people waited for.
   *
   * @param bySize the measures by how many cases there were
   */
  void waits(TreeMap<Integer, List<Measure>> bySize) {
    int most = bySize.lastKey();
    List<String> columns = new ArrayList<>(List.of("Milliseconds, p50 (p95)"));
    bySize.keySet().forEach(size -> columns.add("%,d cases".formatted(size)));
    columns.addAll(
        List.of(
            "in a small partnership",
            "plain engine, %,d cases".formatted(most),
            "ours / plain, p50",
            "p95, most / fewest cases",
            "goal, p95"));
    heading(columns.toArray(String[]::new));
    for (int i = 0; i < bySize.get(most).size(); i++) {
      Measure last = bySize.get(most).get(i);
      List<Object> cells = new ArrayList<>(List.of(last.what()));
      for (Map.Entry<Integer, List<Measure>> size : bySize.entrySet()) {
        cells.add(size.getValue().get(i).times().large());
      }
      Samples first = bySize.firstEntry().getValue().get(i).times().large();
      cells.add(last.times().small());
      cells.add(last.times().plain());
      cells.add(
          last.plain() == null
              ? ""
              : "%.2f".formatted(last.times().large().p50() / last.times().plain().p50()));
      cells.add(
          bySize.size() == 1 ? "" : "%.1f".formatted(last.times().large().p95() / first.p95()));
      cells.add(
          last.goal() == null
              ? ""
              : last.goal()
                  + (last.times().large().p95() <= last.goal() ? ", reached" : ", not reached"));
      row(cells.toArray());
    }
  }

  /** Puts it in place of what was measured before. */
  void keep() {
    try {
      String page = Files.readString(PAGE);
      int from = page.indexOf(BEGIN) + BEGIN.length();
      Files.writeString(
          PAGE,
          page.substring(0, from)
              + "\n"
              + String.join("\n", lines).strip()
              + "\n"
              + page.substring(page.indexOf(END)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
