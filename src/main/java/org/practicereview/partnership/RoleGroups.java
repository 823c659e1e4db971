package org.practicereview.partnership;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A role counts in the partnership that it was given for. The two together are a group of the
 * engine, {@code essex.business-manager}; models name the role alone. Only who keeps the
 * installation going has a role of no partnership.
 */
public final class RoleGroups {

  /** Roles that belong to the installation. */
  public static final Set<String> EVERYWHERE = Set.of("camunda-admin", "model-administrator");

  private static final String BETWEEN = ".";

  private RoleGroups() {}

  /** The group of the people who have a role in a partnership. */
  public static String of(String partnership, String role) {
    return EVERYWHERE.contains(role) ? role : partnership + BETWEEN + role;
  }

  /**
   * The group that a task of a partnership is offered to.
   *
   * @param candidate a role, or a group that names its partnership already, such as an agency's
   */
  public static String offered(String partnership, String candidate) {
    return candidate.contains(BETWEEN) ? candidate : of(partnership, candidate);
  }

  /** The roles that count in a partnership, and the codes of its agencies, among some groups. */
  public static List<String> rolesIn(String partnership, Collection<String> groups) {
    return groupsIn(partnership, groups).stream()
        .map(group -> EVERYWHERE.contains(group) ? group : role(partnership, group))
        .toList();
  }

  /** Those of some groups that count in a partnership. */
  public static List<String> groupsIn(String partnership, Collection<String> groups) {
    return groups.stream()
        .filter(group -> EVERYWHERE.contains(group) || group.startsWith(partnership + BETWEEN))
        .toList();
  }

  private static String role(String partnership, String group) {
    return group.substring(partnership.length() + BETWEEN.length());
  }
}
