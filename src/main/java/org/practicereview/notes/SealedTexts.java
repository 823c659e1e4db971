package org.practicereview.notes;

import java.util.Optional;

/** A table of texts sealed with the key to the notes, which can be sealed again with a new one. */
public interface SealedTexts {

  /**
   * Shows each sealed text, and keeps what comes back in its place. One that is changed or goes
   * meanwhile is left as it is then.
   */
  void sealAgain(Again again);

  /** Seals a text with the key that is first now. */
  @FunctionalInterface
  interface Again {

    /**
     * The same text under the new key; empty if it is under that already, or cannot be opened.
     *
     * @param place what the text is bound to
     */
    Optional<byte[]> of(String place, byte[] sealed);
  }
}
