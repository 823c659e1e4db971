package org.practicereview.notes;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the key to the notes comes from.
 *
 * @param key 32 random bytes in base64, the same for every node; empty means the file
 * @param keyFile where the key lies otherwise; made when the first note is kept
 * @param keysBefore keys that what was kept may still be sealed with, likewise in base64
 */
@ConfigurationProperties("practice-review.notes")
record NotesSettings(
    @DefaultValue("") String key,
    @DefaultValue("data/notes.key") Path keyFile,
    @DefaultValue List<String> keysBefore) {

  /** Without the keys: they belong in no log. */
  @Override
  public String toString() {
    return "NotesSettings[keyFile=" + keyFile + "]";
  }
}
