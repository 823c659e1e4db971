package org.practicereview.notes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key to the notes. The database remembers a fingerprint of it, so that a node with another key
 * says so and keeps nothing that the others could not open, and so that a lost key is never quietly
 * replaced by a new one.
 */
@Component
@EnableConfigurationProperties(NotesSettings.class)
class NotesKey {

  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final NotesSettings settings;

  NotesKey(JdbcClient jdbc, NotesSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * The key that opens what has been kept.
   *
   * @throws NotesClosed if it is missing, damaged or another one
   */
  SecretKeySpec toRead() {
    byte[] key =
        present()
            .orElseThrow(
                () ->
                    new NotesClosed(
                        "The key to the notes is missing; without it no one can open them."));
    fingerprint().ifPresent(known -> requireSame(known, key));
    return new SecretKeySpec(key, "AES");
  }

  /**
   * The key to keep a note with, in the caller's transaction; made if no note was ever kept.
   *
   * @throws NotesClosed if it is missing, damaged, another one, or cannot be made
   */
  SecretKeySpec toWrite() {
    Optional<String> known = fingerprint();
    if (known.isPresent()) {
      return toRead();
    }
    byte[] key = present().orElseGet(this::make);
    // Two nodes that begin at the same moment: the second one fails here and keeps nothing.
    try {
      jdbc.sql("insert into review.reviewer_note_key (number, fingerprint) values (1, ?)")
          .param(fingerprint(key))
          .update();
    } catch (DuplicateKeyException e) {
      throw new NotesClosed("Someone else was keeping the first note just now. Try again.", e);
    }
    return new SecretKeySpec(key, "AES");
  }

  private Optional<byte[]> present() {
    if (!settings.key().isBlank()) {
      return Optional.of(decoded(settings.key()));
    }
    try {
      return Files.exists(settings.keyFile())
          ? Optional.of(decoded(Files.readString(settings.keyFile())))
          : Optional.empty();
    } catch (IOException e) {
      throw new NotesClosed("The key to the notes cannot be read.", e);
    }
  }

  private static byte[] decoded(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Said below; the text itself belongs in no message.
    }
    throw new NotesClosed("The key to the notes is damaged: it must be 32 bytes in base64.");
  }

  private byte[] make() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path file = settings.keyFile().toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
      try (var out =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownerOnly(file))) {
        out.write(StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(key)));
      }
      return key;
    } catch (FileAlreadyExistsException e) {
      return present().orElseThrow(() -> new NotesClosed("The key cannot be read.", e));
    } catch (IOException e) {
      throw new NotesClosed("No note can be kept: the file for the key cannot be written.", e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            && file.getFileSystem().equals(FileSystems.getDefault());
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private Optional<String> fingerprint() {
    return jdbc.sql("select fingerprint from review.reviewer_note_key where number = 1")
        .query(String.class)
        .optional();
  }

  private static void requireSame(String known, byte[] key) {
    if (!MessageDigest.isEqual(
        known.getBytes(StandardCharsets.US_ASCII),
        fingerprint(key).getBytes(StandardCharsets.US_ASCII))) {
      throw new NotesClosed(
          "The key to the notes is not the one they were kept with; no one can open them.");
    }
  }

  private static String fingerprint(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("fingerprint of the key to the notes".getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
