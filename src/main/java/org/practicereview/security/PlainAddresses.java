package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that are written in a roundabout way, before anything compares them with a
 * pattern: only one spelling of an address leads anywhere.
 */
class PlainAddresses extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = request.getRequestURI().toLowerCase(Locale.ROOT);
    if (Stream.of("//", ";", "\\", "/./", "/../", "%2e", "%2f", "%5c", "%25", "%00")
        .anyMatch(address::contains)) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(request, response);
    }
  }
}
