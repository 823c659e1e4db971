package org.practicereview.notes;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.AesGcmParameters.Variant;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/**
 * Makes a text unreadable and readable again: AES in Galois/counter mode with a nonce of its own
 * for each wording (NIST SP 800-38D). Bound to its place, so that a row moved to another author or
 * case does not open. Seals with the first of its keys and opens with any of them.
 */
final class NoteSeal {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final Aead first;
  private final Aead any;

  /**
   * A seal with keys.
   *
   * @param keys 32 bytes each, the one to seal with first
   */
  NoteSeal(List<byte[]> keys) {
    first = with(keys.subList(0, 1));
    any = with(keys);
  }

  private static Aead with(List<byte[]> keys) {
    try {
      AeadConfig.register();
      KeysetHandle.Builder set = KeysetHandle.newBuilder();
      for (int at = 0; at < keys.size(); at++) {
        KeysetHandle.Builder.Entry entry =
            KeysetHandle.importKey(key(keys.get(at))).withFixedId(at + 1);
        set.addEntry(at == 0 ? entry.makePrimary() : entry);
      }
      return set.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AesGcmKey key(byte[] bytes) throws GeneralSecurityException {
    return AesGcmKey.builder()
        .setParameters(
            AesGcmParameters.builder()
                .setKeySizeBytes(bytes.length)
                .setIvSizeBytes(NONCE_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(Variant.NO_PREFIX)
                .build())
        .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
        .build();
  }

  /**
   * The nonce, and after it the sealed text.
   *
   * @param place what the text is bound to
   */
  byte[] close(String place, String text) {
    try {
      return first.encrypt(bytes(text), bytes(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The text again.
   *
   * @throws NotesClosed if it was changed, moved, or sealed with none of the keys
   */
  String open(String place, byte[] sealed) {
    try {
      return new String(any.decrypt(sealed, bytes(place)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new NotesClosed("A note was changed outside the service and cannot be opened.", e);
    }
  }

  /**
   * The same text sealed with the first key; empty if that is what it is sealed with.
   *
   * @throws NotesClosed if it was changed, moved, or sealed with none of the keys
   */
  Optional<byte[]> again(String place, byte[] sealed) {
    try {
      first.decrypt(sealed, bytes(place));
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.of(close(place, open(place, sealed)));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
