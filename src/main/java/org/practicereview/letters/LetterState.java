package org.practicereview.letters;

/** Where a letter stands. */
public enum LetterState {
  /** Written; a person may still change the wording. */
  DRAFT("to be approved"),
  /** The wording is approved; not yet sent. */
  APPROVED("approved, not yet sent"),
  /** Handed to the outbox, which knows the rest. */
  SENT("sent"),
  /** No e-mail address is known: the PDF waits to be printed and posted. */
  TO_BE_POSTED("to be printed and posted"),
  /** A person has posted it, or gone to hand it over. */
  POSTED("posted or taken to its reader"),
  /** A person decided that it shall not go. */
  DISCARDED("discarded");

  private final String words;

  LetterState(String words) {
    this.words = words;
  }

  /** The state as a person reads it. */
  public String words() {
    return words;
  }
}
