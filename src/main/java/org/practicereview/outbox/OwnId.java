package org.practicereview.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.practicereview.refusals.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The id of this installation, outside of the database: a setting, the same on every node, or else
 * a file beside the other data of the node.
 */
@Component
class OwnId {

  private static final Logger LOG = LoggerFactory.getLogger(OwnId.class);

  private final String given;
  private final String file;
  private String kept;

  OwnId(
      @Value("${practice-review.installation.id:}") String given,
      @Value("${practice-review.installation.file:}") String file) {
    this.given = given.strip();
    this.file = file.strip();
    this.kept = this.given;
  }

  /** Whether a setting says it. */
  boolean isGiven() {
    return !given.isEmpty();
  }

  /**
   * Another node may have written the file a moment ago, so that it is read when it is asked for.
   */
  synchronized Optional<String> value() {
    kept = kept.isEmpty() ? read() : kept;
    return Optional.of(kept).filter(id -> !id.isEmpty());
  }

  /** The id, which is made if there is none. */
  synchronized String orNew() {
    if (value().isEmpty()) {
      keep(Installation.newId());
      LOG.info(
          "This installation is {}. Where several nodes run, or the data folder does not last, set"
              + " PRACTICE_REVIEW_INSTALLATION to it on every node.",
          kept);
    }
    return kept;
  }

  synchronized void keep(String id) {
    try {
      if (!file.isEmpty()) {
        Path place = Path.of(file);
        if (place.getParent() != null) {
          Files.createDirectories(place.getParent());
        }
        Files.writeString(place, id + "\n");
      }
      kept = id;
    } catch (IOException e) {
      LOG.warn("The id of the installation could not be kept: {}", e.getClass().getName());
      throw new Refused(
          "The id of the installation could not be kept in the data folder; set"
              + " PRACTICE_REVIEW_INSTALLATION on every node");
    }
  }

  private String read() {
    Path place = Path.of(file);
    try {
      return file.isEmpty() || !Files.exists(place) ? "" : Files.readString(place).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The id of the installation cannot be read", e);
    }
  }
}
