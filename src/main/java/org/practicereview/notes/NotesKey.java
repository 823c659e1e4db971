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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key to the notes. The database remembers a fingerprint of each, so that a node with another
 * key says so and keeps nothing that the others could not open, and so that a lost key is never
 * quietly replaced by a new one.
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

  /** Whether earlier keys are given beside the one in use. */
  boolean hasEarlier() {
    return !settings.keysBefore().isEmpty();
  }

  /**
   * What opens what has been kept.
   *
   * @throws NotesClosed if its key is missing, damaged or not among those given
   */
  NoteSeal toRead() {
    byte[] key =
        present()
            .orElseThrow(
                () ->
                    new NotesClosed(
                        "The key to the notes is missing; without it no one can open them."));
    List<byte[]> keys = withEarlier(key);
    latest().ifPresent(known -> requireAmong(known, keys));
    return new NoteSeal(keys);
  }

  /**
   * What a note is kept with, in the caller's transaction; a key is made if no note was ever kept,
   * and a new one is known from now on where the one before it is given too.
   *
   * @throws NotesClosed if the key is missing, damaged, another one, or cannot be made
   */
  NoteSeal toWrite() {
    boolean isFirst = latest().isEmpty();
    byte[] key = isFirst ? present().orElseGet(this::make) : null;
    NoteSeal seal = isFirst ? new NoteSeal(withEarlier(key)) : toRead();
    String mark = fingerprint(isFirst ? key : present().orElseThrow());
    if (isUnknown(mark)) {
      remember(mark);
    }
    return seal;
  }

  /**
   * Says that the key in use is the one that came last, also where an installation goes back to an
   * earlier one: a node that has the other alone keeps nothing from now on.
   */
  void becomesLatest() {
    String mark = fingerprint(present().orElseThrow());
    if (latest().filter(mark::equals).isEmpty()) {
      remember(mark);
    }
  }

  /** Two nodes that begin at the same moment: the second one fails here and keeps nothing. */
  private void remember(String mark) {
    try {
      jdbc.sql(
              """
              insert into review.reviewer_note_key (number, fingerprint)
              select coalesce(max(number), 0) + 1, ? from review.reviewer_note_key""")
          .param(mark)
          .update();
    } catch (DuplicateKeyException e) {
      throw new NotesClosed("Someone else was keeping a note at the same moment. Try again.", e);
    }
  }

  private List<byte[]> withEarlier(byte[] key) {
    return Stream.concat(Stream.of(key), settings.keysBefore().stream().map(NotesKey::decoded))
        .toList();
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

  /** By what the key that came last is recognised. */
  private Optional<String> latest() {
    return jdbc.sql(
            """
            select fingerprint from review.reviewer_note_key
            order by number desc fetch first 1 rows only""")
        .query(String.class)
        .optional();
  }

  private boolean isUnknown(String mark) {
    return jdbc.sql("select count(*) from review.reviewer_note_key where fingerprint = ?")
            .param(mark)
            .query(Integer.class)
            .single()
        == 0;
  }

  private static void requireAmong(String known, List<byte[]> keys) {
    if (keys.stream().map(NotesKey::fingerprint).noneMatch(known::equals)) {
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
