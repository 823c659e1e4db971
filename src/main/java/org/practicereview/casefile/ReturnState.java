package org.practicereview.casefile;

import java.util.Arrays;
import org.practicereview.refusals.Refused;

/** How far an agency has come with what it was asked for. */
public enum ReturnState {
  ASKED("asked"),
  OVERDUE("overdue"),
  NOT_INVOLVED("not-involved"),
  RETURNED("returned"),
  RETURNED_LATE("returned-late");

  private final String code;

  ReturnState(String code) {
    this.code = code;
  }

  /** As models and the table of agencies write it. */
  public String code() {
    return code;
  }

  /**
   * The state of a code.
   *
   * @throws Refused if there is no such state
   */
  public static ReturnState of(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new Refused("An agency's return cannot be \"" + code + "\""));
  }
}
