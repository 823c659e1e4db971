package org.practicereview.notes;

import java.util.List;

/**
 * The notes that a lead reviewer keeps for their own recall, above all of the events with
 * practitioners. Every call names the author; a note of someone else does not exist for it. The
 * trail of the case says that a note was kept or destroyed, and nothing of what it says.
 *
 * <p>Source: the practitioners' factsheet, R-045: such notes are shared with no one afterwards.
 */
public interface ReviewerNotes {

  /** The longest note, in characters. */
  int LONGEST = 20_000;

  /**
   * The author's own notes in a case, newest first; with a reason where one cannot be opened, so
   * that it can still be destroyed.
   */
  List<Note> of(String caseReference, String author);

  /**
   * Keeps a new note.
   *
   * @return its id
   * @throws org.practicereview.refusals.Refused if it is empty or longer than {@link #LONGEST}
   * @throws NotesClosed if the key to the notes is missing or another one
   */
  String keep(String caseReference, String author, String text);

  /**
   * Keeps a further wording of a note; the earlier ones stay.
   *
   * @param seenVersion the version that the author had before their eyes
   * @throws org.practicereview.refusals.Refused if it is empty or longer than {@link #LONGEST}
   * @throws org.practicereview.refusals.Refused if it is destroyed, or was changed since it was
   *     seen
   * @throws org.practicereview.refusals.NotThere if the author has no such note in the case
   * @throws NotesClosed if the key to the notes is missing or another one
   */
  void reword(String caseReference, String author, String id, int seenVersion, String text);

  /**
   * Destroys all wordings of a note. That there was one, and when it ended, stays.
   *
   * @throws org.practicereview.refusals.Refused if it is destroyed already
   * @throws org.practicereview.refusals.NotThere if the author has no such note in the case
   */
  void destroy(String caseReference, String author, String id);
}
