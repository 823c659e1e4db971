package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.practicereview.journey.RunningService;
import org.practicereview.journey.TasklistUser;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("The log")
class LogLinesTest {

  @LocalServerPort private int port;

  @Test
  @DisplayName("has no line that somebody forged with what they typed")
  void noForgedLine(CapturedOutput log) {
    String name =
        "forger\n2026-01-01T00:00:00.000Z  INFO 1 --- [main] forged: all is well\u001b[2J";

    TasklistUser.visitor(port).trySignIn(name, "wrong-password", "tasklist").expect(401);

    assertThat(log.getAll()).contains("forger", "all is well");
    assertThat(log.getAll().lines()).noneMatch(line -> line.startsWith("2026-01-01"));
    assertThat(log.getAll()).doesNotContain("\u001b[2J");
  }
}
