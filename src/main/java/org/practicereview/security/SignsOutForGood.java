package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever signs out of the engine's web applications is signed out: their session ends. By itself
 * the engine only takes the sign-in out of its copy of the session, and a request that began before
 * and ends later would put it back from a copy of its own. The token against forged requests goes
 * over to the new session, because the page that signs out stays open for the next person.
 */
class SignsOutForGood extends OncePerRequestFilter {

  private static final Pattern SIGN_OUT = Pattern.compile(".*/auth/user/[^/]+/logout/?");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !SIGN_OUT.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Object token =
        session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
    if (token == null || !token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME))) {
      // The engine refuses it.
      chain.doFilter(request, response);
      return;
    }
    session.invalidate();
    request.getSession(true).setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
