package org.practicereview.bundle;

/** A part of a case that can go into a bundle, in the order in which the bundle holds them. */
public enum Part {
  OVERVIEW("Overview"),
  DECISIONS("Decisions and reasons"),
  CHRONOLOGY("Chronology"),
  PEOPLE("People and agencies"),
  CLOCKS("Clocks"),
  LETTERS("Register of letters"),
  ANSWERS("Completed forms"),
  TRAIL("What has happened");

  private final String words;

  Part(String words) {
    this.words = words;
  }

  /** The heading of the part. */
  public String words() {
    return words;
  }
}
