package org.practicereview.partnership;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the files of profiles: the packaged ones, and those of an installation's folder. */
final class ProfileFiles {

  private static final Logger log = LoggerFactory.getLogger(ProfileFiles.class);

  private ProfileFiles() {}

  static List<ProfileFile> packaged() {
    try {
      List<ProfileFile> files = new ArrayList<>();
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:partnerships/*.yaml")) {
        files.add(
            ProfileReader.read(
                file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("The packaged profiles cannot be read", e);
    }
  }

  /** The profiles of a folder; what is wrong with the folder itself is added to the findings. */
  static List<ProfileFile> of(Path folder, List<Finding> findings) {
    List<ProfileFile> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        read(entry, files, findings);
      }
    } catch (IOException e) {
      findings.add(
          new Finding(
              folder.toString(),
              0,
              "This folder of profiles does not exist or cannot be read.",
              "Set PRACTICE_REVIEW_PARTNERSHIPS_FOLDER to the folder that holds your profiles, and"
                  + " let the service read it."));
      return files;
    }
    if (files.isEmpty() && findings.isEmpty()) {
      findings.add(
          new Finding(
              folder.toString(),
              0,
              "This folder holds no profile.",
              "Put one file for each partnership there, with a name that ends in .yaml."));
    }
    return files;
  }

  private static void read(Path entry, List<ProfileFile> files, List<Finding> findings)
      throws IOException {
    String name = entry.getFileName().toString();
    if (name.startsWith(".")) {
      return;
    }
    if (name.endsWith(".yml")) {
      findings.add(
          new Finding(
              name,
              0,
              "Profiles end in .yaml, so this file would not be read.",
              "Rename it to " + name.replaceAll("yml$", "yaml") + "."));
    } else if (!name.endsWith(".yaml") || Files.isDirectory(entry)) {
      log.info("{} is no profile and is not read: profiles end in .yaml", entry);
    } else {
      try {
        files.add(ProfileReader.read(name, Files.readString(entry)));
      } catch (CharacterCodingException e) {
        findings.add(
            new Finding(
                name, 0, "This file is not text in UTF-8.", "Save it as plain text in UTF-8."));
      }
    }
  }
}
