package org.practicereview.benchmark;

/**
 * Something that people wait for.
 *
 * @param what in words
 * @param large asked by someone of the partnership that has half of all cases
 * @param small asked by someone of one of the other 149
 * @param plain the plain engine's nearest answer for the large partnership, or null
 * @param goal milliseconds in 95 of 100 cases, or null where none is set
 * @param times how long each took
 */
record Measure(
    String what, Runnable large, Runnable small, Runnable plain, Integer goal, Times times) {

  /** The samples of each side. */
  record Times(Samples large, Samples small, Samples plain) {}

  static Measure of(String what, Integer goal, Runnable large, Runnable small, Runnable plain) {
    return new Measure(
        what, large, small, plain, goal, new Times(new Samples(), new Samples(), new Samples()));
  }

  /** One round: ours, the plain engine, ours again. */
  void round() {
    times.large().take(large);
    if (plain != null) {
      times.plain().take(plain);
    }
    if (small != null) {
      times.small().take(small);
    }
  }
}
