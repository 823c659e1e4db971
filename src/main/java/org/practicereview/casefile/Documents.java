package org.practicereview.casefile;

import java.util.List;

/** The files of a case. A file is never changed: a new version is stored beside the earlier. */
public interface Documents {

  /** The largest file that is taken, in bytes. */
  int LARGEST = 25 * 1024 * 1024;

  /**
   * Stores a file that the service made itself, in the caller's transaction.
   *
   * @throws org.practicereview.refusals.Refused if it is empty, larger than {@link #LARGEST}, or
   *     has no name
   */
  Document store(NewDocument document);

  /**
   * A file by its id.
   *
   * @throws org.practicereview.refusals.NotThere if there is none
   */
  Document get(String id);

  /**
   * What is in a file.
   *
   * @throws org.practicereview.refusals.NotThere if there is none
   * @throws SealedReport if it is under a seal, whoever asks
   * @throws FileClosed if it is infected or waits for the virus scanner, whoever asks
   */
  byte[] content(String id);

  /** The files of a case, oldest first. */
  List<Document> of(String caseReference);
}
