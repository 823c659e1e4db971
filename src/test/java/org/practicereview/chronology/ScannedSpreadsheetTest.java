package org.practicereview.chronology;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.files.LittleClamd;
import org.practicereview.files.VirusScanner;

@DisplayName("A spreadsheet of a chronology")
class ScannedSpreadsheetTest {

  @Test
  @DisplayName("is not read when the virus scanner knows it as harmful, or does not answer")
  void scannedFirst() {
    try (LittleClamd clamd = new LittleClamd()) {
      refused(clamd.scanner(), LittleClamd.EICAR, "knows this file as harmful");
      refused(clamd.scanner(), "no headings", "");
    }
    LittleClamd gone = new LittleClamd();
    gone.close();
    refused(gone.scanner(), "no headings", "does not answer at the moment");
  }

  private static void refused(VirusScanner scanner, String content, String why) {
    Chronologies chronologies =
        new Chronologies(
            null,
            null,
            (reference, agency) -> Optional.of(""),
            new ChronologyImport(Clock.systemUTC()),
            scanner,
            null,
            Clock.systemUTC());
    assertThatThrownBy(
            () ->
                chronologies.upload(
                    "SG-2026-0001", "police", content.getBytes(US_ASCII), "u", false))
        .asInstanceOf(type(ChronologyRefused.class))
        .satisfies(
            refusal ->
                assertThat(String.join(" ", refusal.problems()))
                    .contains(why)
                    .satisfies(
                        said -> assertThat(said.contains("scanner")).isEqualTo(!why.isEmpty())));
  }
}
