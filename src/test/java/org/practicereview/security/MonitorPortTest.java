package org.practicereview.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayName("A monitor without an account")
class MonitorPortTest {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  @DisplayName("reads metrics on the port of its own, and nothing else there")
  void own() {
    environment.setProperty("server.port", "8080");
    environment.setProperty("management.server.port", "9090");
    assertThat(reads(9090, "/actuator/prometheus")).isTrue();
    assertThat(reads(8080, "/actuator/prometheus")).isFalse();
    assertThat(reads(9090, "/actuator/env")).isFalse();
    assertThat(reads(9090, "/cases")).isFalse();
  }

  @Test
  @DisplayName("reads nothing where there is no such port, or people use it")
  void none() {
    environment.setProperty("server.port", "8080");
    assertThat(reads(8080, "/actuator/prometheus")).isFalse();
    environment.setProperty("management.server.port", "8080");
    assertThat(reads(8080, "/actuator/prometheus")).isFalse();
  }

  private boolean reads(int port, String path) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setLocalPort(port);
    return new MonitorPort(environment).matches(request);
  }
}
