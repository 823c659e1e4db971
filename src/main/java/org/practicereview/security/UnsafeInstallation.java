package org.practicereview.security;

import java.util.List;

/** The service refuses to start, because real cases would not be safe in this installation. */
class UnsafeInstallation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  /**
   * What is wrong.
   *
   * @param faults a sentence each, saying what to change
   */
  UnsafeInstallation(List<String> faults) {
    super("The service does not start: " + String.join(" ", faults));
    this.faults = List.copyOf(faults);
  }

  List<String> faults() {
    return faults;
  }
}
