package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the pages of someone who is signed in when the session ends if nothing more is asked for,
 * in a cookie that all their windows read: to ask for it would put the end off. The page warns two
 * minutes before; see {@code session.js}.
 */
class SessionEnds extends OncePerRequestFilter {

  static final String COOKIE = "session-ends";

  private static final long MILLISECONDS = 1000;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.startsWith("/camunda/") && !path.startsWith("/camunda/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null
        && !AuthenticationUtil.getAuthsFromSession(session).getAuthentications().isEmpty()) {
      // By the clock of the machine, together with the end: the reader's clock may differ.
      long now = System.currentTimeMillis();
      long end = now + session.getMaxInactiveInterval() * MILLISECONDS;
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(COOKIE, end + "." + now)
              .path(request.getContextPath() + "/")
              .secure(request.isSecure())
              .sameSite("Strict")
              .build()
              .toString());
    }
    chain.doFilter(request, response);
  }
}
