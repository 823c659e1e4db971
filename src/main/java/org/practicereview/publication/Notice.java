package org.practicereview.publication;

import java.time.LocalDate;

/**
 * That a body has a version.
 *
 * @param toldOn when the mail server took the letter that carried it, it was posted, or it was
 *     handed over in another way; a London date
 */
public record Notice(Body body, String sha256, LocalDate toldOn) {}
