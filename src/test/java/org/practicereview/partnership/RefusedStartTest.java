package org.practicereview.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.practicereview.PracticeReviewApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("The whole service")
class RefusedStartTest {

  @Test
  @DisplayName("does not start with a wrong profile, and ends with what to correct")
  void wrongProfile(@TempDir Path folder, CapturedOutput output) throws IOException {
    Files.writeString(
        folder.resolve("midshire.yaml"),
        Files.readString(Path.of("docker/partnerships/midshire.yaml"))
            .replace("business.manager@midshire.example", "call the office")
            .replace("trigger: incidentOn", "trigger: notificationSentOn"));
    SpringApplicationBuilder service =
        new SpringApplicationBuilder(PracticeReviewApplication.class)
            .properties(
                "server.port=0",
                "spring.datasource.url=jdbc:h2:mem:refused",
                "practice-review.demonstration=false",
                "practice-review.partnerships-folder=" + folder);

    assertThatThrownBy(service::run).hasRootCauseInstanceOf(ProfilesRefused.class);

    assertThat(output)
        .contains("There are 2 mistakes in the profiles of the partnerships")
        .containsSubsequence(
            "midshire.yaml, line 27",
            "which may come later than \"awareOn\"",
            "midshire.yaml, line 59",
            "\"business-manager\" is \"call the office\"",
            "Correct what is named above and start again. docs/profiles.md explains each key.");
  }
}
