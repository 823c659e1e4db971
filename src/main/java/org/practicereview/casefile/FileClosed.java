package org.practicereview.casefile;

import java.util.concurrent.TimeoutException;
import org.practicereview.forms.FormRefused;

/** A file was asked for that opens for no one: it is infected, or waits for the virus scanner. */
public class FileClosed extends FormRefused {

  private static final long serialVersionUID = 1L;

  private FileClosed(String message) {
    super(message);
  }

  static FileClosed waiting() {
    FileClosed closed =
        new FileClosed(
            "Nothing was changed. The file waits for the virus scanner and cannot be opened yet."
                + " Try again in a few minutes.");
    // Passes by itself: a step that needs the file is tried again.
    closed.initCause(new TimeoutException("The virus scanner has not answered yet"));
    return closed;
  }

  static FileClosed infected() {
    return new FileClosed(
        "Nothing was changed. The virus scanner knows the file as harmful, and it opens for"
            + " no one. Send a clean copy.");
  }
}
