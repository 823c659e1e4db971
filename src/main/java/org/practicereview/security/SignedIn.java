package org.practicereview.security;

import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person behind a request to one of the service's own pages: signed in through the engine's web
 * applications, with the rights they have now.
 *
 * @param userId user id in the engine
 * @param groups ids of roles and agency groups
 * @param tenants ids of the partnerships they work for
 */
public record SignedIn(String userId, List<String> groups, List<String> tenants)
    implements AuthenticatedPrincipal {

  public SignedIn {
    groups = List.copyOf(groups);
    tenants = List.copyOf(tenants);
  }

  @Override
  public String getName() {
    return userId;
  }

  /** Whether the person works in a role. */
  public boolean is(Role role) {
    return groups.contains(role.id());
  }
}
