package org.practicereview.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practicereview.deadlines.LocalRules;
import org.practicereview.deadlines.process.PackagedRules;
import org.practicereview.requirements.Requirement;

@DisplayName("The packaged partnership profiles")
class PackagedPartnershipsTest {

  private final Partnerships partnerships =
      new YamlPartnerships("", false, WrongProfilesTest.clocks());

  @Test
  @Requirement({"R-108", "R-160"})
  @DisplayName("are three, each with its own words, agencies and mailboxes")
  void three() {
    assertThat(partnerships.all())
        .extracting(Partnership::id)
        .containsExactlyInAnyOrder("essex", "south-gloucestershire", "staffordshire");
    for (Partnership partnership : partnerships.all()) {
      assertThat(partnership.guidance())
          .as("an older edition has been replaced")
          .isEqualTo("Working Together to Safeguard Children 2023, chapter 5");
      assertThat(partnership.agencies()).hasSizeGreaterThan(3);
      assertThat(partnership.mailboxes().values()).allMatch(box -> box.endsWith(".example"));
      assertThat(partnership.agencies())
          .allMatch(agency -> agency.mailbox().endsWith(".example"))
          .allMatch(agency -> agency.seniorManagerMailbox().endsWith(".example"));
    }
  }

  @Test
  @DisplayName("say what each partnership does in its own way")
  void differences() {
    assertThat(
            partnerships
                .get("south-gloucestershire")
                .clocks()
                .get("serious-incident-notification")
                .trigger())
        .isEqualTo("incidentOn");
    assertThat(partnerships.get("essex").word("workingGroup")).isEqualTo("Review Team");
    assertThat(partnerships.get("staffordshire").word("reviewName")).startsWith("local child");
    assertThat(partnerships.get("essex").option("noSuchStep")).isFalse();
  }

  @Test
  @DisplayName("keep to what law and guidance set")
  void clocks() {
    LocalRules clocks = new LocalRules(new PackagedRules());
    assertThat(partnerships.all()).allMatch(one -> clocks.problems(one).isEmpty());
  }

  @Test
  @DisplayName("give way, in a demonstration, to a profile of the installation with the same id")
  void folder(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("essex.yaml"),
        Files.readString(Path.of("docker/partnerships/midshire.yaml"))
            .replace("id: midshire", "id: essex"));

    Partnerships own = new YamlPartnerships(folder.toString(), true, WrongProfilesTest.clocks());
    assertThat(own.all()).hasSize(3);
    assertThat(own.get("essex").name()).startsWith("Midshire");
  }

  @Test
  @DisplayName("refuse an unknown id")
  void refusals() {
    assertThatThrownBy(() -> partnerships.get("atlantis")).hasMessageContaining("atlantis");
  }
}
