package org.practicereview.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.report.KnownNames.Whose.CHILD;
import static org.practicereview.report.KnownNames.Whose.FAMILY;
import static org.practicereview.report.KnownNames.Whose.OTHER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.FormAnswers;

@DisplayName("The names in the case file")
class KnownNamesTest {

  private final KnownNames names =
      KnownNames.of(
          List.of(
              given(Map.of("childName", "Zoë Ann Marchwood")),
              given(
                  Map.of(
                      "personsKnown",
                      List.of(
                          Map.of("personName", "Mother"),
                          Map.of("personName", "Ira Linden"),
                          Map.of("personName", "Zoë Marchwood")))),
              given(Map.of("practitionerName", "Dr Kim O’Hara-Blythe")),
              given(Map.of("reviewerName", "Jo Sampleford", "agencyName", "North Police"))),
          "Linden");

  @Test
  @DisplayName("are found in any case, without accents, and over the end of a line")
  void found() {
    assertThat(names.in("ZOE ANN MARCHWOOD was seen.")).containsExactly(CHILD);
    assertThat(names.in("zoe ann\nmarchwood")).containsExactly(CHILD);
    assertThat(names.in("the home of Zoé's mother")).containsExactly(CHILD);
    assertThat(names.in("the March-\nwood family")).containsExactly(CHILD);
    assertThat(names.in("Then Ira came.")).containsExactly(FAMILY);
    assertThat(names.in("Ms O'Hara-Blythe wrote it down.")).containsExactly(OTHER);
    assertThat(names.in("Ann and Ira")).containsExactly(CHILD, FAMILY);
  }

  @Test
  @DisplayName("are neither the pseudonym, nor what is written for a name, nor the reviewer")
  void allowed() {
    assertThat(names.in("Linden liked water. The Mother came. Jo Sampleford wrote this."))
        .isEmpty();
    assertThat(names.in("The North Police were told.")).isEmpty();
  }

  @Test
  @DisplayName("are no parts of other words, and no words that are not written as names")
  void others() {
    assertThat(names.in("Annual reports; Irate; the zoe project; Kim's colleague")).isEmpty();
  }

  private static FormAnswers given(Map<String, Object> values) {
    return new FormAnswers("SG-2026-0001", "form", "1", "task", "", values, "demo", Instant.EPOCH);
  }
}
