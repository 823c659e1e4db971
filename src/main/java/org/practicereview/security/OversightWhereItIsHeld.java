package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.practicereview.partnership.RoleGroups;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets managers see all processes of a partnership. The engine can only give such a right for all
 * partnerships of a person at once, so it is not stored with an account: it is added to a request,
 * for those who are managers wherever they work. Whoever is a manager in one partnership and
 * something else in another has it in Cockpit, which shows the first one only.
 */
class OversightWhereItIsHeld extends OncePerRequestFilter {

  private static final Set<String> OVERSEERS =
      Set.of(Role.MANAGER.id(), Role.BUSINESS_MANAGER.id());

  private final IdentityService identity;

  OversightWhereItIsHeld(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication caller = identity.getCurrentAuthentication();
    if (caller != null && caller.getGroupIds() != null && caller.getTenantIds() != null) {
      SignedIn person =
          new SignedIn(caller.getUserId(), caller.getGroupIds(), caller.getTenantIds());
      List<String> overseen = person.partnershipsAs(OVERSEERS);
      if (!overseen.isEmpty() && overseen.size() == person.tenants().size()) {
        identity.setAuthentication(
            person.userId(), withOversight(person.groups()), person.tenants());
      } else if (!overseen.isEmpty() && isOfCockpit(request)) {
        List<String> there =
            overseen.stream()
                .flatMap(partnership -> RoleGroups.groupsIn(partnership, person.groups()).stream())
                .distinct()
                .toList();
        identity.setAuthentication(person.userId(), withOversight(there), overseen);
      }
    }
    chain.doFilter(request, response);
  }

  /** Either answer is safe, so it does not matter that a browser could say anything here. */
  private static boolean isOfCockpit(HttpServletRequest request) {
    return request.getRequestURI().contains("/camunda/api/cockpit/")
        || Objects.toString(request.getHeader("Referer"), "").contains("/camunda/app/cockpit/");
  }

  private static List<String> withOversight(List<String> groups) {
    List<String> all = new ArrayList<>(groups);
    all.add(Right.OVERSIGHT);
    return all;
  }
}
