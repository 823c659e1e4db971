package org.practicereview.partnership;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Refuses the start where profiles do not fit what the database of this installation holds. */
@Component
class ProfileGate implements SmartInitializingSingleton {

  private final YamlPartnerships profiles;
  private final ObjectProvider<ProfileCheck> checks;

  ProfileGate(YamlPartnerships profiles, ObjectProvider<ProfileCheck> checks) {
    this.profiles = profiles;
    this.checks = checks;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<Finding> findings =
        checks.stream().flatMap(check -> check.problems().stream()).map(profiles::locate).toList();
    if (!findings.isEmpty()) {
      throw new ProfilesRefused(findings);
    }
  }
}
