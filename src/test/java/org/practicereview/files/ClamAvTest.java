package org.practicereview.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.files.VirusScanner.Verdict;
import org.springframework.boot.actuate.health.Health;

@DisplayName("The virus scanner")
class ClamAvTest {

  private final ScannerConfiguration configuration = new ScannerConfiguration();

  @Test
  @DisplayName("judges files over a socket")
  void judges() {
    try (LittleClamd clamd = new LittleClamd()) {
      VirusScanner scanner = configuration.virusScanner("127.0.0.1:" + clamd.port());

      assertThat(scanner.answers()).isTrue();
      assertThat(scanner.scan(new byte[300_000])).isEqualTo(Verdict.CLEAN);
      assertThat(scanner.scan(("before " + LittleClamd.EICAR).getBytes(US_ASCII)))
          .isEqualTo(Verdict.INFECTED);
      assertThat(scanner.scan(new byte[26 * 1024 * 1024])).isEqualTo(Verdict.NOT_NOW);
    }
  }

  @Test
  @DisplayName("says neither yes nor no when it does not answer")
  void noAnswer() throws IOException {
    int closed;
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      closed = silent.getLocalPort();
      VirusScanner scanner = new ClamAv("127.0.0.1", closed, Duration.ofMillis(300));
      assertThat(scanner.scan(new byte[10])).isEqualTo(Verdict.NOT_NOW);
      assertThat(scanner.answers()).isFalse();
    }
    VirusScanner scanner = configuration.virusScanner("127.0.0.1:" + closed);
    assertThat(scanner.scan(new byte[10])).isEqualTo(Verdict.NOT_NOW);
    assertThat(health(scanner).getStatus().getCode()).isEqualTo("STANDSTILL");
  }

  @Test
  @DisplayName("is off only where the administrator says so, and health says it too")
  void off() {
    VirusScanner off = configuration.virusScanner("off");

    assertThat(off.isOff()).isTrue();
    assertThat(off.scan(new byte[10])).isEqualTo(Verdict.OFF);
    assertThat(health(off).getDetails().get("files")).asString().contains("not checked");
    for (String nothing : new String[] {"", "clamav", "none"}) {
      assertThatThrownBy(() -> configuration.virusScanner(nothing))
          .hasMessageContaining("PRACTICE_REVIEW_VIRUS_SCANNER");
    }
  }

  private Health health(VirusScanner scanner) {
    return configuration.virusScannerHealthIndicator(scanner).health();
  }
}
