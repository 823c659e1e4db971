package org.practicereview.modelling;

/** One rule about models. */
interface ModelRule {

  /** Says what falls short through {@link ModelReading#say}. */
  void check(ModelReading reading);
}
