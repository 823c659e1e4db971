package org.practicereview.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseAccess.Sight;

@DisplayName("What somebody sees of a case")
class SightTest {

  private final Sight partner = new Sight(true, true, true, List.of());
  private final Sight author = new Sight(false, false, false, List.of("police"));
  private final Sight auditor = new Sight(true, true, false, List.of());

  @Test
  @DisplayName(
      "holds the files of the case for those who may know the family, and for an agency its own")
  void files() {
    assertThat(partner.mayRead(file("PARTNERSHIP", ""))).isTrue();
    assertThat(partner.mayRead(file("AGENCY_ONLY", "police"))).isTrue();
    assertThat(author.mayRead(file("AGENCY_ONLY", "police"))).isTrue();
    assertThat(author.mayRead(file("AGENCY_ONLY", "health"))).isFalse();
    assertThat(author.mayRead(file("PARTNERSHIP", ""))).isFalse();
    assertThat(auditor.mayRead(file("PARTNERSHIP", ""))).isFalse();
  }

  @Test
  @DisplayName("holds nothing that is sealed or a reviewer's own")
  void closedFiles() {
    assertThat(partner.mayRead(file("SEALED", ""))).isFalse();
    assertThat(author.mayRead(file("REVIEWER_ONLY", "police"))).isFalse();
  }

  private static Document file(String accessClass, String scope) {
    return new Document(
        "1",
        "ES-2026-0001",
        "report",
        "report.pdf",
        "application/pdf",
        1,
        "",
        accessClass,
        scope,
        1,
        "es-head",
        Instant.EPOCH);
  }
}
