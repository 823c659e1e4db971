package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of an account that were begun with another password than it has now; the one in
 * which it was changed goes on. What a session keeps is the stored, salted hash that it began with.
 */
class EndedByNewPassword extends OncePerRequestFilter {

  private static final String BEGAN_WITH = EndedByNewPassword.class.getName();

  private final IdentityService identity;

  EndedByNewPassword(IdentityService identity) {
    this.identity = identity;
  }

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
    Object began = session == null ? null : session.getAttribute(BEGAN_WITH);
    if (began != null
        && !signedIn(session).flatMap(this::password).filter(began::equals).isPresent()) {
      session.invalidate();
    }
    chain.doFilter(request, response);
    keep(request, request.getRequestURI().endsWith("/credentials"));
  }

  private void keep(HttpServletRequest request, boolean changed) {
    HttpSession session = request.getSession(false);
    if (session != null && (changed || session.getAttribute(BEGAN_WITH) == null)) {
      signedIn(session)
          .flatMap(this::password)
          .ifPresent(password -> session.setAttribute(BEGAN_WITH, password));
    }
  }

  private static Optional<String> signedIn(HttpSession session) {
    return AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
        .map(UserAuthentication::getIdentityId)
        .findFirst();
  }

  private Optional<String> password(String userId) {
    Authentication caller = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      // By the row alone: this is asked for at each call, and the engine's query is put together
      // anew each time.
      return Optional.ofNullable(
              identity
                  .createNativeUserQuery()
                  .sql("select * from ACT_ID_USER where ID_ = #{user}")
                  .parameter("user", userId)
                  .singleResult())
          .map(User::getPassword);
    } finally {
      identity.setAuthentication(caller);
    }
  }
}
