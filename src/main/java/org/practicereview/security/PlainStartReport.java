package org.practicereview.security;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LoggingSystemProperty;

/**
 * Says why the service does not start in plain lines as well, where the log is written for
 * machines: a person reads this, before any log is collected.
 */
class PlainStartReport implements FailureAnalysisReporter {

  @Override
  public void report(FailureAnalysis failure) {
    String format = LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName();
    if (System.getProperty(format, "").isEmpty()) {
      return;
    }
    System.err.println("The service does not start.\n\n" + failure.getDescription());
    if (failure.getAction() != null) {
      System.err.println("\n" + failure.getAction());
    }
  }
}
