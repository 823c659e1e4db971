package org.practicereview.modelling;

import java.util.function.Consumer;

/** One rule about everything that is deployed together. */
interface GateRule {

  /** What it is called, in a test that leaves it out. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** Says what falls short. */
  void check(Submission submission, Consumer<Fault> faults);
}
