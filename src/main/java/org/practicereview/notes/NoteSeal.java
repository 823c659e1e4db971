package org.practicereview.notes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Makes a note unreadable and readable again: AES in Galois/counter mode with a nonce of its own
 * for each wording (NIST SP 800-38D). Bound to its place, so that a row moved to another author or
 * case does not open.
 */
final class NoteSeal {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private NoteSeal() {}

  /**
   * The nonce, and after it the sealed text.
   *
   * @param place what the text is bound to
   */
  static byte[] close(SecretKey key, String place, String text) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, key, nonce, place)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The text again.
   *
   * @throws NotesClosed if it was changed, moved, or sealed with another key
   */
  static String open(SecretKey key, String place, byte[] whole) {
    try {
      byte[] nonce = Arrays.copyOf(whole, NONCE);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, key, nonce, place)
              .doFinal(whole, NONCE, whole.length - NONCE);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new NotesClosed("A note was changed outside the service and cannot be opened.", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
