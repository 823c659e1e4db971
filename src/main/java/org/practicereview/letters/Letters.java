package org.practicereview.letters;

import java.util.List;
import java.util.Optional;
import org.practicereview.casefile.Document;

/**
 * The letters of cases. Every change guards itself: what is not possible is refused with an {@code
 * IllegalStateException} that says why in plain words. The words of a letter that carried a report
 * which is sealed now are given to no one: {@link org.practicereview.casefile.SealedReport}.
 */
public interface Letters {

  /**
   * Writes a letter to each recipient, in the caller's transaction. Without approval it goes to the
   * outbox at once.
   *
   * @return the letters, also those that the same key wrote before
   * @throws IllegalStateException naming the fact, if one that the template needs is not known
   */
  List<Letter> write(LetterRequest request);

  /**
   * Prints a template with the facts of a case, and keeps it among its documents. It goes to no one
   * by itself.
   *
   * @param kind what it is among the documents, for example {@code learning-brief}
   * @throws IllegalStateException naming the fact, if one that the template needs is not known
   */
  Document print(LettersOf template, String kind, String by);

  /**
   * A letter by its id.
   *
   * @throws org.practicereview.refusals.NotThere if there is none
   */
  Letter get(String id);

  /** The register of a case, oldest first. */
  List<Letter> of(String caseReference);

  /** The letter as a page of its own. */
  String previewHtml(String id);

  /** The letter as it would be printed: before sending rendered anew, afterwards as it went. */
  byte[] previewPdf(String id);

  /**
   * A notice as it was sent, with sender, recipient and day; empty for a letter, which is kept as a
   * PDF, and for a notice that has not gone.
   */
  Optional<String> noticeAsSent(String id);

  /**
   * The wording as text a person can edit: paragraphs between empty lines, {@code # } before a
   * heading, {@code - } before an item, {@code **} around what is bold; tables stand as {@code
   * [table 1]}.
   */
  String text(String id);

  /**
   * Gives the letter a new wording and takes back an approval. Markup in the text stays text.
   *
   * @param seenVersion the version the person had before them
   * @throws org.practicereview.refusals.Refused if the letter has gone, or someone else changed it
   *     meanwhile
   */
  Letter edit(String id, String text, int seenVersion, String by);

  /** Approves the latest wording. */
  Letter approve(String id, String by);

  /**
   * Approves all drafts of a template in a case. Where they have gone already, because another task
   * asked for the same letter, nothing changes but the trail.
   *
   * @throws org.practicereview.refusals.Refused if no such letter waits, nor has gone
   */
  void approveAll(LettersOf letters, String by);

  /**
   * Notes that all letters of a template that waited to be posted have been, or were taken to their
   * readers; whether each arrived is for the form to say. Where none waits, nothing happens.
   */
  void postedAll(LettersOf letters, String by);

  /**
   * Keeps the PDF among the documents of the case and hands the letter to the outbox; without an
   * address it waits to be posted.
   *
   * @throws org.practicereview.refusals.Refused if it needs an approval that it does not have
   */
  Letter send(String id, String by);

  /**
   * Sends all letters of a template in a case that have not gone; none left is no error.
   *
   * @throws org.practicereview.refusals.Refused if one of them is not approved
   */
  List<Letter> sendAll(LettersOf letters, String by);

  /** Notes that a person posted or handed over a letter that has no e-mail address. */
  Letter posted(String id, String by);

  /** Decides that a letter that has not gone shall not go. */
  Letter discard(String id, String reason, String by);
}
