package org.practicereview.deadlines.process;

import java.util.List;
import org.practicereview.deadlines.LocalRules;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.ProfileClocks;
import org.practicereview.partnership.ProfileProblem;
import org.springframework.stereotype.Component;

/** Holds a profile against the table of clocks as it is shipped, before there is a database. */
@Component
class PackagedClocks implements ProfileClocks {

  @Override
  public List<ProfileProblem> problems(Partnership partnership) {
    return new LocalRules(new PackagedRules()).problems(partnership);
  }
}
