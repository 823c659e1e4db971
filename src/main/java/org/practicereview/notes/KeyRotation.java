package org.practicereview.notes;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Seals everything again under the key in use, where earlier keys are given too, so that these can
 * be put away. Begins when the service is ready; what a stop leaves is done at the next start.
 */
@Component
class KeyRotation {

  private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

  private final NotesKey key;
  private final List<SealedTexts> tables;

  KeyRotation(NotesKey key, List<SealedTexts> tables) {
    this.key = key;
    this.tables = tables;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (key.hasEarlier()) {
      Thread rotation = new Thread(this::run, "key-rotation");
      rotation.setDaemon(true);
      rotation.start();
    }
  }

  /** Seals again what an earlier key sealed. */
  void run() {
    try {
      Count count = new Count(key.toWrite());
      key.becomesLatest();
      tables.forEach(table -> table.sealAgain(count));
      LOG.info(
          "{} texts were sealed again with the new key; {}",
          count.done,
          count.closed == 0
              ? "the earlier keys are not needed any more"
              : count.closed + " could not be opened with any of the keys");
    } catch (NotesClosed e) {
      LOG.error("No text was sealed again: {}", e.getMessage());
    }
  }

  private static final class Count implements SealedTexts.Again {

    private final NoteSeal seal;
    private int done;
    private int closed;

    private Count(NoteSeal seal) {
      this.seal = seal;
    }

    @Override
    public Optional<byte[]> of(String place, byte[] sealed) {
      try {
        Optional<byte[]> again = seal.again(place, sealed);
        done += again.isPresent() ? 1 : 0;
        return again;
      } catch (NotesClosed e) {
        closed++;
        return Optional.empty();
      }
    }
  }
}
