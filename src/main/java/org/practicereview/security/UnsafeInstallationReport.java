package org.practicereview.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the person who starts an unsafe installation what to change, without a stack trace. */
class UnsafeInstallationReport extends AbstractFailureAnalyzer<UnsafeInstallation> {

  @Override
  protected FailureAnalysis analyze(Throwable root, UnsafeInstallation cause) {
    return new FailureAnalysis(
        "Real cases would not be safe in this installation:\n\n    "
            + String.join("\n    ", cause.faults()),
        "Change the settings named above and start again. They are listed with their environment"
            + " variables in application-production.yaml.",
        cause);
  }
}
