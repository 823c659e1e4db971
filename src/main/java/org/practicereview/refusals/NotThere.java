package org.practicereview.refusals;

/**
 * What a person asked for is not there, or not for them to see: the two are answered alike, so that
 * no one learns what exists.
 */
public class NotThere extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is not there, a sentence without its full stop. */
  public NotThere(String what) {
    super(what);
  }
}
