package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that are written in a roundabout way, before anything compares them with a
 * pattern: only one spelling of an address leads anywhere.
 */
class PlainAddresses extends OncePerRequestFilter {

  /**
   * Detours through folders, path parameters, and letters, digits or signs in code although they
   * could stand for themselves (RFC 3986, section 2.3): behind such a disguise an address would
   * pass a pattern and still be understood.
   */
  private static final Pattern ROUNDABOUT =
      Pattern.compile(
          "//|;|\\\\|/\\.{1,2}/"
              + "|%(00|25|2[def]|3[0-9b]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9ae])",
          Pattern.CASE_INSENSITIVE);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = request.getRequestURI();
    if (ROUNDABOUT.matcher(address).find()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(request, response);
    }
  }
}
