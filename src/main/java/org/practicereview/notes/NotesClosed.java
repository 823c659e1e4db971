package org.practicereview.notes;

import org.practicereview.refusals.Refused;

/** The notes can be neither read nor kept, because the key to them is missing or another one. */
public class NotesClosed extends Refused {

  private static final long serialVersionUID = 1L;

  NotesClosed(String reason) {
    super(reason);
  }

  NotesClosed(String reason, Throwable cause) {
    super(reason, cause);
  }
}
