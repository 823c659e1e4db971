package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets someone who signed in to the engine's web applications use our own pages as the same person,
 * within the service and within the engine. Groups and partnerships are read anew for each request,
 * so a right that was taken away is gone at once.
 */
class WebApplicationSignIn extends OncePerRequestFilter {

  private final ProcessEngine engine;
  private final IdentityService identity;

  WebApplicationSignIn(ProcessEngine engine) {
    this.engine = engine;
    this.identity = engine.getIdentityService();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<SignedIn> person = signedIn(request);
    if (person.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    SignedIn signedIn = person.get();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        new PreAuthenticatedAuthenticationToken(
            signedIn, "", AuthorityUtils.createAuthorityList(signedIn.groups())));
    SecurityContextHolder.setContext(context);
    identity.setAuthentication(signedIn.userId(), signedIn.groups(), signedIn.tenants());
    try {
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }

  private Optional<SignedIn> signedIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    Authentication authentication =
        AuthenticationUtil.getAuthsFromSession(session)
            .getAuthenticationForProcessEngine(engine.getName());
    return Optional.ofNullable(authentication).map(Authentication::getIdentityId).flatMap(this::of);
  }

  private Optional<SignedIn> of(String userId) {
    identity.clearAuthentication();
    if (identity.createUserQuery().userId(userId).count() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedIn(
            userId,
            identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList(),
            identity
                .createTenantQuery()
                .userMember(userId)
                .includingGroupsOfUser(true)
                .list()
                .stream()
                .map(Tenant::getId)
                .toList()));
  }
}
