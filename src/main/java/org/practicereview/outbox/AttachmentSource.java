package org.practicereview.outbox;

/** Gives the content of what a queued mail encloses. */
@FunctionalInterface
public interface AttachmentSource {

  /** The content, unchanged since the mail was queued. */
  byte[] content(String reference);
}
