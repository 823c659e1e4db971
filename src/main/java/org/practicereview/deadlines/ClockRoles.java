package org.practicereview.deadlines;

import java.util.Collection;
import java.util.List;
import org.practicereview.partnership.Partnership;

/**
 * Who may pause a clock of local practice or give it more time. Clocks of law and guidance are
 * moved by no one.
 */
public final class ClockRoles {

  private static final String SETTING = "localClockRoles";

  /** Those who answer for the partnership. */
  private static final List<String> UNLESS_THE_PROFILE_SAYS =
      List.of(
          "executive",
          "safeguarding-partner-local-authority",
          "safeguarding-partner-police",
          "safeguarding-partner-health");

  private ClockRoles() {}

  /** The roles of a partnership that may do it. */
  public static List<String> of(Partnership partnership) {
    String roles = partnership.setting(SETTING);
    return roles.isEmpty() ? UNLESS_THE_PROFILE_SAYS : List.of(roles.split(", ?"));
  }

  /** Whether people of these roles may do it. */
  public static boolean allow(Partnership partnership, Collection<String> roles) {
    return of(partnership).stream().anyMatch(roles::contains);
  }
}
