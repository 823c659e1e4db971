package org.practicereview.partnership;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the profiles and refuses all that are wrong, before the engine is built. An installation
 * with a folder of its own offers the partnerships of that folder only; in a demonstration they
 * come on top of the packaged ones, and replace those with the same id.
 */
@Component
class YamlPartnerships implements Partnerships {

  private static final Logger log = LoggerFactory.getLogger(YamlPartnerships.class);

  private final Map<String, ProfileFile> byId = new TreeMap<>();
  private final String folder;

  YamlPartnerships(
      @Value("${practice-review.partnerships-folder:}") String folder,
      @Value("${practice-review.demonstration:false}") boolean demonstration,
      ObjectProvider<ProfileClocks> clocks) {
    this.folder = folder;
    List<Finding> findings = new ArrayList<>();
    List<ProfileFile> files = new ArrayList<>();
    if (!folder.isBlank()) {
      files.addAll(ProfileFiles.of(Path.of(folder), findings));
    }
    if (folder.isBlank() || demonstration) {
      List<String> own = files.stream().map(file -> id(file).orElse("")).toList();
      ProfileFiles.packaged().stream()
          .filter(file -> !own.contains(id(file).orElseThrow()))
          .forEach(files::add);
    }
    files.forEach(file -> findings.addAll(file.findings()));
    findings.addAll(twice(files, "id", Partnership::id));
    findings.addAll(twice(files, "reference-prefix", Partnership::referencePrefix));
    if (!findings.isEmpty()) {
      // The clocks of the database decide later; with other mistakes these are told at once.
      clocks.ifAvailable(shipped -> files.forEach(file -> findings.addAll(clocks(shipped, file))));
      throw new ProfilesRefused(findings);
    }
    files.forEach(file -> byId.put(file.partnership().id(), file));
    if (!demonstration) {
      files.forEach(YamlPartnerships::warnOfExamples);
    }
  }

  /** A profile that was copied from the example and not changed everywhere loses mail. */
  private static void warnOfExamples(ProfileFile file) {
    Partnership partnership = file.partnership();
    List<String> examples = new ArrayList<>();
    new TreeMap<>(partnership.mailboxes())
        .forEach((role, address) -> addIfExample(examples, role, address));
    for (Agency agency : partnership.agencies()) {
      addIfExample(examples, agency.code(), agency.mailbox());
      addIfExample(examples, agency.code() + " (senior manager)", agency.seniorManagerMailbox());
    }
    if (!examples.isEmpty()) {
      log.warn(
          "{}: mail for {} will never arrive, because these addresses end in .example",
          file.name(),
          String.join(", ", examples));
    }
  }

  private static void addIfExample(List<String> examples, String whose, String address) {
    if (address.endsWith(".example")) {
      examples.add(whose);
    }
  }

  @Override
  public Partnership get(String id) {
    ProfileFile profile = byId.get(id);
    if (profile == null) {
      throw new IllegalArgumentException("There is no partnership \"" + id + "\"");
    }
    return profile.partnership();
  }

  @Override
  public List<Partnership> all() {
    return byId.values().stream()
        .map(ProfileFile::partnership)
        .sorted(Comparator.comparing(Partnership::name))
        .toList();
  }

  /** Where a problem is: in the file of its profile, or in the folder where it has none. */
  Finding locate(ProfileProblem problem) {
    ProfileFile file = byId.get(problem.partnership());
    return file == null
        ? new Finding(
            folder.isBlank() ? "The packaged profiles" : folder,
            0,
            problem.wrong(),
            problem.remedy())
        : file.at(problem.path(), problem.wrong(), problem.remedy());
  }

  private static List<Finding> clocks(ProfileClocks shipped, ProfileFile file) {
    return file.partnership() == null ? List.of() : file.at(shipped.problems(file.partnership()));
  }

  private static Optional<String> id(ProfileFile file) {
    return Optional.ofNullable(file.partnership()).map(Partnership::id);
  }

  private static List<Finding> twice(
      List<ProfileFile> files, String key, Function<Partnership, String> value) {
    List<Finding> found = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (ProfileFile file : files) {
      String given = file.partnership() == null ? null : value.apply(file.partnership());
      String other = given == null ? null : seen.putIfAbsent(given, file.name());
      if (other != null) {
        found.add(
            file.at(
                List.of(key),
                "Another partnership has the " + key + " \"" + given + "\", in " + other + ".",
                "Give each partnership its own, or take one of the two files out of the folder."));
      }
    }
    return found;
  }
}
