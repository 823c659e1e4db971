package org.practicereview.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Copies of the newest draft for reading: for the people of an agency or role, for a time, never to
 * keep. They can be taken back at any moment, and who read them is known.
 */
public interface Copies {

  /**
   * Gives copies of the newest draft. A copy of an earlier draft that a holder still has is taken
   * back.
   *
   * @param holders codes of agencies, or {@code role:} and a role
   * @param until last day on which they can be read; null until taken back
   * @throws org.practicereview.refusals.Refused if there is no draft
   */
  List<ReadingCopy> give(
      String caseReference, Collection<String> holders, LocalDate until, String by);

  /** The copies of a case, newest first. */
  List<ReadingCopy> of(String caseReference);

  /** The copies of a case that someone can read now, newest first. */
  List<ReadingCopy> readableBy(
      String caseReference, Collection<String> groups, Collection<String> tenants);

  /** Who has read in a copy. */
  List<Reading> readings(String id);

  /**
   * A copy for someone who may read it.
   *
   * @throws org.practicereview.refusals.NotThere if there is none for them
   * @throws CopyGone if its time is over, it was taken back, or the case is closed
   */
  ReadingCopy open(String id, Collection<String> groups, Collection<String> tenants);

  /** The number of pages of a copy. */
  int pages(ReadingCopy copy);

  /**
   * A page as a picture that bears its reader's name, and a note that they read it.
   *
   * @param page from 1
   * @return PNG
   * @throws org.practicereview.refusals.NotThere if there is no such page
   */
  byte[] picture(ReadingCopy copy, int page, String reader);

  /** The words of a page, for those who cannot see the picture. */
  String words(ReadingCopy copy, int page);

  /**
   * Lets a copy be read until another day, also when its time was over.
   *
   * @throws org.practicereview.refusals.Refused if the day lies in the past
   * @throws org.practicereview.refusals.Refused if it was taken back, or has no last day
   */
  void prolong(String id, LocalDate until, String by);

  /**
   * Takes a copy back.
   *
   * @throws org.practicereview.refusals.Refused if no reason is given
   * @throws org.practicereview.refusals.Refused if it was taken back before
   */
  void revoke(String id, String by, String reason);

  /** Takes back every copy of a case that can still be read; none left is no error. */
  void revokeAll(String caseReference, String by, String reason);
}
