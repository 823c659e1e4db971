package org.practicereview.partnership;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the person who starts the service what is wrong with the profiles, and no stack trace. */
class ProfilesRefusedReport extends AbstractFailureAnalyzer<ProfilesRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable root, ProfilesRefused cause) {
    int number = cause.findings().size();
    return new FailureAnalysis(
        cause.findings().stream()
            .map(ProfilesRefusedReport::lines)
            .collect(
                Collectors.joining(
                    "\n\n",
                    number == 1
                        ? "There is a mistake in the profiles of the partnerships:\n\n"
                        : "There are "
                            + number
                            + " mistakes in the profiles of the partnerships:\n\n",
                    "")),
        "Correct what is named above and start again. docs/profiles.md explains each key.",
        cause);
  }

  private static String lines(Finding finding) {
    return "    "
        + finding.file()
        + (finding.line() > 0 ? ", line " + finding.line() : "")
        + "\n        "
        + finding.wrong()
        + "\n        "
        + finding.remedy();
  }
}
