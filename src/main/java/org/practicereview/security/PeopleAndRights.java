package org.practicereview.security;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.partnership.RoleGroups;
import org.practicereview.security.Provisioning.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it, before the first request is served, that roles, agencies, partnerships, rights, lists
 * and an administrator exist; in demonstration mode also the invented people.
 */
@Component
@Order(100)
class PeopleAndRights extends AbstractProcessEnginePlugin {

  private static final Logger log = LoggerFactory.getLogger(PeopleAndRights.class);

  private final Partnerships partnerships;
  private final SecuritySettings settings;

  PeopleAndRights(Partnerships partnerships, SecuritySettings settings) {
    this.partnerships = partnerships;
    this.settings = settings;
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    Provisioning provisioning =
        new Provisioning(engine.getIdentityService(), engine.getAuthorizationService());
    Stream.of(Role.values())
        .filter(Role::isEverywhere)
        .forEach(
            role -> {
              boolean system = role == Role.SYSTEM_ADMINISTRATOR;
              provisioning.group(role.id(), role.title(), system ? "SYSTEM" : "WORKFLOW");
            });
    partnerships.all().forEach(partnership -> provision(partnership, provisioning));
    new RolesOfOld(engine, provisioning, partnerships.all()).takeOver();
    forgetRightsOnHistory(engine);
    Right.all()
        .forEach(
            right ->
                groups(right.role())
                    .forEach(
                        group ->
                            provisioning.grant(
                                group, right.resource(), right.id(), right.permissions())));
    provisioning.set(
        Right.OVERSIGHT, Resources.PROCESS_DEFINITION, Authorization.ANY, Right.ofOversight());
    new TasklistFilters(
            engine.getFilterService(),
            engine.getTaskService(),
            provisioning,
            Stream.of(Role.values()).flatMap(role -> groups(role).stream()).toList())
        .create();
    if (settings.demonstration()) {
      List<Person> people = DemonstrationPeople.of(partnerships.all());
      people.forEach(
          person ->
              provisioning.user(
                  person,
                  person.id() + "@practice-review.example",
                  settings.demonstrationPassword()));
      log.info("Demonstration mode: {} invented users are known", people.size());
    } else {
      provisioning.user(
          new Person(
              settings.administrator().id(),
              "System",
              "administrator",
              List.of(Role.SYSTEM_ADMINISTRATOR.id()),
              List.of()),
          settings.administrator().email().isBlank() ? null : settings.administrator().email(),
          settings.administrator().password());
    }
  }

  /**
   * Earlier releases let the engine write rights on the history of each task and never take them
   * back: a hundred and more for each case, and it reads the groups of all of them before each
   * list.
   */
  private static void forgetRightsOnHistory(ProcessEngine engine) {
    JdbcClient.create(engine.getProcessEngineConfiguration().getDataSource())
        .sql("delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ in (:task, :process)")
        .param("task", Resources.HISTORIC_TASK.resourceType())
        .param("process", Resources.HISTORIC_PROCESS_INSTANCE.resourceType())
        .update();
  }

  /** The groups of the people who have a role, in whatever partnership. */
  private List<String> groups(Role role) {
    return partnerships.all().stream()
        .map(partnership -> RoleGroups.of(partnership.id(), role.id()))
        .distinct()
        .toList();
  }

  private void provision(Partnership partnership, Provisioning provisioning) {
    provisioning.tenant(partnership.id(), partnership.name());
    for (Role role : Role.values()) {
      if (partnership.agencies().stream().anyMatch(agency -> agency.code().equals(role.id()))) {
        throw new IllegalStateException(
            partnership.shortName()
                + " has an agency with the code \""
                + role.id()
                + "\", which is a role. Give the agency another code.");
      }
      provisioning.group(
          RoleGroups.of(partnership.id(), role.id()),
          role.isEverywhere() ? role.title() : role.title(partnership),
          "WORKFLOW");
    }
    for (Agency agency : partnership.agencies()) {
      provisioning.group(
          partnership.agencyGroup(agency.code()),
          agency.name() + " (" + partnership.shortName() + ")",
          "WORKFLOW");
    }
  }
}
