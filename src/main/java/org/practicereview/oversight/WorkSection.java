package org.practicereview.oversight;

import java.util.List;
import java.util.Map;
import org.practicereview.casefile.CasePeople;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.practicereview.partnership.RoleGroups;
import org.springframework.stereotype.Component;

/** What is to be done now in a case, whether no one is there to do it, and what stands still. */
@Component
public class WorkSection implements CaseSection {

  private final CaseProgress progress;
  private final Standstills standstills;
  private final CasePeople people;

  WorkSection(CaseProgress progress, Standstills standstills, CasePeople people) {
    this.progress = progress;
    this.standstills = standstills;
    this.people = people;
  }

  @Override
  public Map<String, Object> of(CaseView view) {
    List<OpenWork> work = view.sight().header() ? progress.openWork(view.reference()) : List.of();
    boolean reviewerMissing =
        people.reviewers(view.reference()).isEmpty()
            && work.stream()
                .map(item -> RoleGroups.rolesIn(view.partnership().id(), item.groups()))
                .anyMatch(roles -> roles.contains(CasePeople.LEAD_REVIEWER));
    return Map.of(
        "work",
        work,
        "ownTasks",
        work.stream()
            .filter(
                item ->
                    RoleGroups.rolesIn(view.partnership().id(), item.groups()).stream()
                        .anyMatch(view.roles()::contains))
            .map(OpenWork::taskId)
            .toList(),
        "reviewerMissing",
        reviewerMissing,
        "standstills",
        standstills.of(view.reference()));
  }
}
