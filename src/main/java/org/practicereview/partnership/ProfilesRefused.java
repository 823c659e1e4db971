package org.practicereview.partnership;

import java.util.List;
import java.util.stream.Collectors;

/** The service does not start, because profiles of partnerships are wrong. */
public class ProfilesRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  ProfilesRefused(List<Finding> findings) {
    super(
        findings.stream()
            .sorted()
            .map(Finding::toString)
            .collect(
                Collectors.joining("\n", "The profiles of the partnerships are wrong:\n", "")));
    this.findings = findings.stream().sorted().toList();
  }

  /** All that is wrong, in the order of files and lines. */
  public List<Finding> findings() {
    return findings;
  }
}
