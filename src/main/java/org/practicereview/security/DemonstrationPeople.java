package org.practicereview.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.RoleGroups;
import org.practicereview.security.Provisioning.Person;

/**
 * The invented people of demonstration mode: one for each role in each partnership, an author and
 * an approver in each agency, and three administrators: a change of models takes two. Their ids
 * begin with the partnership's prefix: {@code sg-manager}.
 */
final class DemonstrationPeople {

  static final String ADMINISTRATOR = "admin";
  static final String MODELLER = "modeller";
  static final String SECOND_MODELLER = "second-modeller";

  private static final Map<String, Role> ROLES = new LinkedHashMap<>();

  static {
    ROLES.put("head", Role.HEAD_OF_SAFEGUARDING);
    ROLES.put("manager", Role.BUSINESS_MANAGER);
    ROLES.put("la", Role.LOCAL_AUTHORITY_PARTNER);
    ROLES.put("police", Role.POLICE_PARTNER);
    ROLES.put("health", Role.HEALTH_PARTNER);
    ROLES.put("executive", Role.EXECUTIVE);
    ROLES.put("subgroup", Role.SUB_GROUP);
    ROLES.put("reviewer", Role.LEAD_REVIEWER);
    ROLES.put("communications", Role.COMMUNICATIONS);
    ROLES.put("learning", Role.LEARNING_LEAD);
    ROLES.put("oversight", Role.MANAGER);
    ROLES.put("auditor", Role.AUDITOR);
  }

  private DemonstrationPeople() {}

  /** All of them, for these partnerships. */
  static List<Person> of(List<Partnership> partnerships) {
    List<Person> people = new ArrayList<>();
    List<String> everywhere = partnerships.stream().map(Partnership::id).toList();
    people.add(
        new Person(
            ADMINISTRATOR,
            "System",
            "administrator",
            List.of(Role.SYSTEM_ADMINISTRATOR.id()),
            List.of()));
    people.add(
        new Person(
            MODELLER,
            "Model",
            "administrator",
            List.of(Role.MODEL_ADMINISTRATOR.id()),
            everywhere));
    people.add(
        new Person(
            SECOND_MODELLER,
            "Second model",
            "administrator",
            List.of(Role.MODEL_ADMINISTRATOR.id()),
            everywhere));
    partnerships.forEach(partnership -> people.addAll(of(partnership)));
    return people;
  }

  private static List<Person> of(Partnership partnership) {
    List<Person> people = new ArrayList<>();
    String prefix = partnership.referencePrefix().toLowerCase(Locale.UK) + "-";
    List<String> tenant = List.of(partnership.id());
    ROLES.forEach(
        (name, role) ->
            people.add(
                new Person(
                    prefix + name,
                    role.title(),
                    partnership.shortName(),
                    List.of(RoleGroups.of(partnership.id(), role.id())),
                    tenant)));
    for (Agency agency : partnership.agencies()) {
      String group = partnership.agencyGroup(agency.code());
      people.add(
          new Person(
              prefix + "author-" + agency.code(),
              "Author, " + agency.name(),
              partnership.shortName(),
              List.of(RoleGroups.of(partnership.id(), Role.RAPID_REVIEW_AUTHOR.id()), group),
              tenant));
      people.add(
          new Person(
              prefix + "approver-" + agency.code(),
              "Approver, " + agency.name(),
              partnership.shortName(),
              List.of(RoleGroups.of(partnership.id(), Role.REVIEW_TEAM_MEMBER.id()), group),
              tenant));
    }
    return people;
  }
}
