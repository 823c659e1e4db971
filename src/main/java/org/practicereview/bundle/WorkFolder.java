package org.practicereview.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which bundles are made: beside the other data of the node, since its temporary
 * folder is small and lies in memory. Nodes may share it.
 */
final class WorkFolder {

  private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);

  private final Path folder;

  WorkFolder(Path folder) {
    this.folder = folder;
  }

  /** A new file in it. */
  Path file() throws IOException {
    Files.createDirectories(folder);
    tidy();
    return Files.createTempFile(folder, "bundle", ".pdf");
  }

  /** Deletes files that no one has touched for longer than a bundle takes. */
  void tidy() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    FileTime lost = FileTime.from(Instant.now().minus(Bundle.LONGEST));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        if (Files.getLastModifiedTime(file).compareTo(lost) < 0) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("The folder of bundles could not be tidied: {}", e.getClass().getName());
    }
  }
}
