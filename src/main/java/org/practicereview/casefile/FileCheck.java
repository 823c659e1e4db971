package org.practicereview.casefile;

/** What is known of a file's harmlessness; kept with the document. */
enum FileCheck {
  /** Made by the service, or checked by the virus scanner. */
  CLEAR,
  /** Came in while the virus scanner was off, or before there was one. Opens. */
  UNSCANNED,
  /** Came in while the virus scanner did not answer. Opens for no one. */
  WAITING,
  /** Known as harmful. Opens for no one. */
  INFECTED
}
