package org.practicereview.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.practicereview.journey.PlayedCases;

/** What a completed task costs, ours and that of the plain engine in turn. */
final class Costs {

  private static final List<String> KINDS =
      List.of("statements", "rows changed", "processor, ms", "processor of the database, ms");

  private final PlayedCases played;
  private final PlainEngine plain;
  private final Machine machine;
  private final CountedStatements database;
  private final List<double[]> ours = new ArrayList<>();
  private final List<double[]> theirs = new ArrayList<>();

  Costs(PlayedCases played, PlainEngine plain, Machine machine, CountedStatements database) {
    this.played = played;
    this.plain = plain;
    this.machine = machine;
    this.database = database;
  }

  void measure(int rounds) {
    for (int round = 0; round < rounds; round++) {
      Meter meter = new Meter(database, machine);
      played.work(meter);
      ours.add(meter.each(PlayedCases.tasks()));
      Meter plainMeter = new Meter(plain.database, machine);
      String reference = "costs-" + round;
      plain.play(reference, 0);
      for (int task = 0; task < plain.userTasks(); task++) {
        plain.work(reference, plainMeter);
      }
      theirs.add(plainMeter.each(plain.userTasks()));
    }
  }

  void write(Report report) {
    report.heading("For a completed task, median of the rounds", "ours", "plain engine", "ratio");
    for (int kind = 0; kind < KINDS.size(); kind++) {
      double own = median(ours, kind);
      double other = median(theirs, kind);
      report.row(KINDS.get(kind), own, other, "%.1f".formatted(own / Math.max(0.01, other)));
    }
  }

  private static double median(List<double[]> rounds, int kind) {
    List<Double> sorted = rounds.stream().map(round -> round[kind]).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
