package org.practicereview.bundle;

/** Why something is removed from a bundle; it stands in the place of what was removed. */
public enum RemovalReason {
  OTHER_PERSON("about someone else"),
  HARM("risk of serious harm"),
  LEGAL("legal advice"),
  NOT_ASKED("not asked for"),
  ORDER("by order");

  private final String words;

  RemovalReason(String words) {
    this.words = words;
  }

  /** The reason in words. */
  public String words() {
    return words;
  }

  /** What stands where something was removed. */
  public String mark() {
    return "[removed: " + words + "]";
  }
}
