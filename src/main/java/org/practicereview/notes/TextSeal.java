package org.practicereview.notes;

import org.springframework.stereotype.Component;

/**
 * Seals what someone has typed and not sent, or noted on a case, with the key to the notes, and
 * opens it again. Bound to its place, so that a row moved to another author or form does not open.
 */
@Component
public class TextSeal {

  private final NotesKey key;

  TextSeal(NotesKey key) {
    this.key = key;
  }

  /**
   * Seals a text, in the caller's transaction.
   *
   * @param place what the text is bound to; begins with the kind of text
   * @throws NotesClosed if the key is missing or another one
   */
  public byte[] close(String place, String text) {
    return key.toWrite().close(place, text);
  }

  /**
   * The text again.
   *
   * @throws NotesClosed if it was changed or moved, or the key is missing or another one
   */
  public String open(String place, byte[] sealed) {
    return key.toRead().open(place, sealed);
  }
}
