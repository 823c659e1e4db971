package org.practicereview.bundle;

/** For whom a bundle is made. */
public enum Purpose {
  CORONER("A coroner"),
  COURT("A court"),
  INSPECTION("An inspection"),
  SUBJECT_ACCESS("A subject access request"),
  OTHER("Someone else");

  private final String words;

  Purpose(String words) {
    this.words = words;
  }

  /** The purpose as a page says it, with a capital. */
  public String words() {
    return words;
  }

  /** The purpose within a sentence. */
  public String within() {
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
