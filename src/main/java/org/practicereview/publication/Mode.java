package org.practicereview.publication;

import java.util.Arrays;
import java.util.Optional;

/** How the partners publish. */
public enum Mode {
  /** The report, on the public pages. */
  WEBSITE("website"),
  /** The report, by the NSPCC alone and without naming the place. */
  NSPCC("nspcc"),
  /** Not the report, but what is to improve. */
  IMPROVEMENTS("improvements"),
  /** Nothing. */
  NONE("none");

  private final String code;

  Mode(String code) {
    this.code = code;
  }

  /** As it stands in forms and models. */
  public String code() {
    return code;
  }

  /** The mode with that code. */
  public static Optional<Mode> of(String code) {
    return Arrays.stream(values()).filter(mode -> mode.code.equals(code)).findFirst();
  }

  /** Whether something stands on the public pages. */
  public boolean isOnOurPages() {
    return this == WEBSITE || this == IMPROVEMENTS;
  }

  /** Whether nothing may tell which area the report comes from. */
  public boolean namesNoPlace() {
    return this == NSPCC;
  }

  /** Whether the report itself stays closed to everyone. */
  public boolean keepsReportSealed() {
    return this == IMPROVEMENTS || this == NONE;
  }
}
