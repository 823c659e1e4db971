package org.practicereview.casefile;

import java.util.List;

/** Opens, finds and closes cases. */
public interface CaseFiles {

  /**
   * Opens a case and gives it the partnership's next reference of this year, for example {@code
   * SG-2026-0007}.
   *
   * @param by user id of who opens it, or {@code system}
   */
  CaseFile open(String partnership, String by);

  /**
   * Opens a case that has a reference already. One of the partnership's own kind is never given
   * again.
   *
   * @param reference not that of another case
   */
  CaseFile openAs(String reference, String partnership, String by);

  /**
   * Opens a file in which a partnership answers a national review. It has no child, and is not
   * counted among cases.
   *
   * @param reference not that of another file
   */
  CaseFile openForNationalReview(String reference, String partnership, String by);

  /**
   * A case by its reference.
   *
   * @throws UnknownCase if there is none
   */
  CaseFile get(String reference);

  /** Whether there is a case with this reference. */
  boolean exists(String reference);

  /** The cases of a partnership, newest first. */
  List<CaseFile> of(String partnership);

  /** Ends work on a case; closing a closed case changes nothing. */
  void close(String reference, String outcome, String by);

  /**
   * Takes work up again on new facts.
   *
   * @throws org.practicereview.refusals.Refused if no reason is given
   * @throws org.practicereview.refusals.Refused if the case is open
   */
  void reopen(String reference, String reason, String by);
}
