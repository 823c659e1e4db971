package org.practicereview.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What a monitor reads, on a port of its own that an installation opens to the monitor alone. On
 * the port that people use, nothing matches.
 */
final class MonitorPort implements RequestMatcher {

  private static final String METRICS = "/actuator/prometheus";

  private final int own;

  MonitorPort(Environment environment) {
    int people = environment.getProperty("server.port", Integer.class, 8080);
    int monitor = environment.getProperty("management.server.port", Integer.class, people);
    this.own = monitor == people ? -1 : monitor;
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    return own > 0
        && request.getLocalPort() == own
        && METRICS.equals(request.getRequestURI().substring(request.getContextPath().length()));
  }
}
