package org.practicereview.files;

/** A file may not come in. The message says in plain words why, and what to do. */
public class FileRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Why a file is refused.
   *
   * @param reason goes on after "The file ", ends without a full stop
   */
  public FileRefused(String reason) {
    super(reason);
  }
}
