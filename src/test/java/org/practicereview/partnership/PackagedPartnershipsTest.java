package org.practicereview.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged partnership profiles")
class PackagedPartnershipsTest {

  private final Partnerships partnerships = new YamlPartnerships("");

  @Test
  @DisplayName("are three, each with its own words, agencies and mailboxes")
  void three() {
    assertThat(partnerships.all())
        .extracting(Partnership::id)
        .containsExactlyInAnyOrder("essex", "south-gloucestershire", "staffordshire");
    for (Partnership partnership : partnerships.all()) {
      assertThat(partnership.agencies()).hasSizeGreaterThan(3);
      assertThat(partnership.mailboxes().values()).allMatch(box -> box.endsWith(".example"));
      assertThat(partnership.agencies())
          .allMatch(agency -> agency.mailbox().endsWith(".example"))
          .allMatch(agency -> agency.seniorManagerMailbox().endsWith(".example"));
    }
  }

  @Test
  @DisplayName("let South Gloucestershire count its notification from the incident")
  void differences() {
    assertThat(
            partnerships
                .get("south-gloucestershire")
                .clocks()
                .get("serious-incident-notification")
                .trigger())
        .isEqualTo("incidentOn");
    assertThat(partnerships.get("essex").option("noSuchStep")).isFalse();
  }

  @Test
  @DisplayName("give way to a profile in the installation's folder")
  void folder(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("essex.yaml"),
        "id: essex\nname: Essex renamed\nreference-prefix: EX\nguidance: none\n");

    assertThat(new YamlPartnerships(folder.toString()).get("essex").name())
        .isEqualTo("Essex renamed");
  }

  @Test
  @DisplayName("refuse an unknown id and a profile without a name")
  void refusals(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> partnerships.get("atlantis")).hasMessageContaining("atlantis");
    Files.writeString(folder.resolve("x.yaml"), "id: x\n");
    assertThatThrownBy(() -> new YamlPartnerships(folder.toString()))
        .hasMessageContaining("x.yaml");
  }
}
