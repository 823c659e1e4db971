package org.practicereview.learning;

/** Begins the work with which a partnership answers a national review. */
public interface NationalAnswerBegins {

  /** Begins it in a file that was opened for it, in the caller's transaction. */
  void begin(String reference);
}
