package org.practicereview.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How long something took, each time that it was done. */
final class Samples {

  private static final int AT_ONCE = 10;

  /** What takes long is done less often. */
  private static final long ENOUGH_NANOS = 3_000_000_000L;

  private final List<Long> nanos = new ArrayList<>();

  /** Once without the clock, and then ten times, or as often as three seconds allow. */
  void take(Runnable done) {
    done.run();
    long begun = System.nanoTime();
    for (int i = 0; i < AT_ONCE && System.nanoTime() - begun < ENOUGH_NANOS; i++) {
      once(done);
    }
  }

  void once(Runnable done) {
    long start = System.nanoTime();
    done.run();
    nanos.add(System.nanoTime() - start);
  }

  /** Milliseconds. */
  double p50() {
    return percentile(50);
  }

  double p95() {
    return percentile(95);
  }

  private double percentile(int percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
  }

  @Override
  public String toString() {
    return nanos.isEmpty() ? "" : figure(p50()) + " (" + figure(p95()) + ")";
  }

  static String figure(double value) {
    return value < 10 ? "%.1f".formatted(value) : "%,.0f".formatted(value);
  }
}
