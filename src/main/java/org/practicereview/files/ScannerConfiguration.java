package org.practicereview.files;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The virus scanner that the administrator has named, or none where it is plainly off. */
@Configuration(proxyBeanMethods = false)
class ScannerConfiguration {

  private static final Pattern ADDRESS = Pattern.compile("([^:/\\s]+):(\\d{1,5})");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A person has to see to it, but restarting the service would not help. */
  private static final Status STANDSTILL = new Status("STANDSTILL");

  @Bean
  VirusScanner virusScanner(@Value("${practice-review.virus-scanner}") String setting) {
    if (setting.equals("off")) {
      return new NoScanner();
    }
    Matcher address = ADDRESS.matcher(setting);
    if (!address.matches()) {
      throw new IllegalArgumentException(
          "PRACTICE_REVIEW_VIRUS_SCANNER must be host and port, such as clamav:3310, or \"off\"");
    }
    return new ClamAv(address.group(1), Integer.parseInt(address.group(2)), PATIENCE);
  }

  @Bean
  HealthIndicator virusScannerHealthIndicator(VirusScanner scanner) {
    return () -> {
      if (scanner.isOff()) {
        return Health.up().withDetail("files", "are not checked for viruses: it is off").build();
      }
      return scanner.answers()
          ? Health.up().withDetail("files", "are checked for viruses").build()
          : Health.status(STANDSTILL)
              .withDetail("files", "wait: the virus scanner does not answer")
              .build();
    };
  }

  private static final class NoScanner implements VirusScanner {

    @Override
    public Verdict scan(byte[] content) {
      return Verdict.OFF;
    }

    @Override
    public boolean answers() {
      return false;
    }

    @Override
    public boolean isOff() {
      return true;
    }
  }
}
