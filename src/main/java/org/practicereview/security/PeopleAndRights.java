package org.practicereview.security;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.Provisioning.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
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
    for (Role role : Role.values()) {
      boolean system = role == Role.SYSTEM_ADMINISTRATOR;
      provisioning.group(role.id(), role.title(), system ? "SYSTEM" : "WORKFLOW");
    }
    partnerships.all().forEach(partnership -> provision(partnership, provisioning));
    Right.all()
        .forEach(
            right ->
                provisioning.grant(
                    right.role().id(), right.resource(), right.id(), right.permissions()));
    new TasklistFilters(engine.getFilterService(), engine.getTaskService(), provisioning).create();
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

  private void provision(Partnership partnership, Provisioning provisioning) {
    provisioning.tenant(partnership.id(), partnership.name());
    for (Agency agency : partnership.agencies()) {
      provisioning.group(
          partnership.agencyGroup(agency.code()),
          agency.name() + " (" + partnership.shortName() + ")",
          "WORKFLOW");
    }
  }
}
