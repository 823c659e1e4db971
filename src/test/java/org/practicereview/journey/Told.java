package org.practicereview.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the stories of a build have met, told side by side in several processes: each element is an
 * empty file in a folder that they share, {@code -Dstories.told}, which is new for each build.
 */
enum Told {
  /** Tasks that were done by those whose task it is, and refused to everyone else. */
  TASKS,
  /** Sequence flows that were taken. */
  FLOWS,
  /** Tasks that a stranger, and someone of another partnership, tried to claim. */
  CLAIMS;

  private final Path folder = folder().resolve(name().toLowerCase());
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * Notes an element of a model.
   *
   * @param of its process, or for a claim who made it
   * @return whether no story had met it before, in this process or in another
   */
  boolean first(String of, String element) {
    String name = of + "~" + element;
    if (!known.add(name)) {
      return false;
    }
    try {
      Files.createDirectories(folder);
      Files.createFile(folder.resolve(name));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, as in {@code process/element}. */
  Set<String> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replace('~', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Path folder() {
    String shared = System.getProperty("stories.told");
    try {
      return shared == null ? Files.createTempDirectory("stories") : Path.of(shared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
