package org.practicereview.security;

import java.util.Collection;
import java.util.List;
import org.practicereview.partnership.RoleGroups;
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

  /** The roles that count in a partnership; none where the person does not work. */
  public List<String> rolesIn(String partnership) {
    return tenants.contains(partnership) ? RoleGroups.rolesIn(partnership, groups) : List.of();
  }

  /** Whether the person has a role in a partnership. */
  public boolean is(Role role, String partnership) {
    return rolesIn(partnership).contains(role.id());
  }

  /** Whether the person has a role that belongs to no partnership, or has it in one of theirs. */
  public boolean is(Role role) {
    return groups.contains(role.id()) || !partnershipsAs(List.of(role.id())).isEmpty();
  }

  /** The partnerships in which the person has one of these roles. */
  public List<String> partnershipsAs(Collection<String> roles) {
    return tenants.stream()
        .filter(partnership -> rolesIn(partnership).stream().anyMatch(roles::contains))
        .toList();
  }
}
