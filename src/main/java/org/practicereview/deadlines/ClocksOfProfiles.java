package org.practicereview.deadlines;

import java.util.List;
import org.practicereview.partnership.Partnerships;
import org.practicereview.partnership.ProfileCheck;
import org.practicereview.partnership.ProfileProblem;
import org.springframework.stereotype.Component;

/** Holds what profiles say about clocks against the table of clocks that is deployed. */
@Component
class ClocksOfProfiles implements ProfileCheck {

  private final LocalRules rules;
  private final Partnerships partnerships;

  ClocksOfProfiles(Rules rules, Partnerships partnerships) {
    this.rules = new LocalRules(rules);
    this.partnerships = partnerships;
  }

  @Override
  public List<ProfileProblem> problems() {
    return partnerships.all().stream().flatMap(one -> rules.problems(one).stream()).toList();
  }
}
