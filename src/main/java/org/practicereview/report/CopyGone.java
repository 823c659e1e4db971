package org.practicereview.report;

/** A copy can no longer be read; the message says why, for its reader. */
public class CopyGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CopyGone(String sentence) {
    super(sentence);
  }
}
