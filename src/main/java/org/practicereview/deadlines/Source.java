package org.practicereview.deadlines;

/** Where the length of a clock is laid down. */
public enum Source {
  /** Act or regulations. */
  STATUTE,
  /** Statutory guidance. */
  GUIDANCE,
  /** The partnership's own practice. */
  LOCAL;

  /** Whether the length is the same for all partnerships, who may not make it longer. */
  public boolean isNational() {
    return this != LOCAL;
  }
}
