package org.practicereview.actionplan;

/** How far an action has come. */
public enum ActionState {
  /** In a plan that the executive has not approved yet. */
  PLANNED("Planned, not approved yet"),
  /** The lead agency works on it. */
  OPEN("Open"),
  /** The lead agency says it is done; the evidence lies with the sub-group. */
  EVIDENCE_GIVEN("Evidence given, to be looked at"),
  /** The sub-group or the executive was not satisfied; the lead agency has it again. */
  RETURNED("Sent back with reasons"),
  /** The sub-group accepted the evidence, and the executive has not sent it back. */
  COMPLETE("Complete"),
  /** The executive signed the plan off without it, and said why. */
  CARRIED_OVER("Carried over at sign-off");

  private final String words;

  ActionState(String words) {
    this.words = words;
  }

  /** As a person reads it. */
  public String words() {
    return words;
  }

  /** Whether someone still has to see it through. */
  public boolean isOpen() {
    return this != COMPLETE && this != CARRIED_OVER;
  }
}
