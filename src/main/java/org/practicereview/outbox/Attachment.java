package org.practicereview.outbox;

/**
 * Something to enclose in a mail. Only a reference is queued; the content stays where it lives and
 * is asked of the {@link AttachmentSource} when the mail goes.
 *
 * @param name file name the recipient sees
 * @param mediaType for example {@code application/pdf}
 * @param reference what the source knows the content by
 */
public record Attachment(String name, String mediaType, String reference) {

  public Attachment {
    name = MailText.fileName(name);
    mediaType = MailText.oneLine(mediaType, 100);
  }
}
