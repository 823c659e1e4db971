package org.practicereview.security;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.practicereview.partnership.DemonstrationPartnerships;
import org.practicereview.security.Provisioning.Person;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Looks at the engine as it really came up in production, with the people in its database, before
 * the first request is served.
 */
@Component
@Profile("production")
@Order(50)
class SafeEngine extends AbstractProcessEnginePlugin {

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    List<String> faults =
        faults((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
    List<String> invented =
        DemonstrationPeople.of(DemonstrationPartnerships.all()).stream()
            .map(Person::id)
            .filter(id -> !id.equals(DemonstrationPeople.ADMINISTRATOR))
            .filter(id -> engine.getIdentityService().createUserQuery().userId(id).count() > 0)
            .toList();
    if (!invented.isEmpty()) {
      faults.add(
          "This database holds users of the demonstration ("
              + String.join(", ", invented.subList(0, Math.min(3, invented.size())))
              + "). Use a fresh database for real cases.");
    }
    if (readsWholeHistory(engine)) {
      faults.add(
          "A group may read the history of a whole process, and so of every case."
              + " Take away its right READ_HISTORY.");
    }
    if (!faults.isEmpty()) {
      throw new UnsafeInstallation(faults);
    }
  }

  static List<String> faults(ProcessEngineConfigurationImpl engine) {
    List<String> faults = new ArrayList<>();
    require(faults, engine.isAuthorizationEnabled(), "authorisations are off");
    require(faults, engine.isTenantCheckEnabled(), "partnerships are not kept apart");
    require(
        faults,
        engine.getExpressionManager() instanceof GuardedExpressions,
        "expressions are not guarded");
    require(
        faults, engine.isEnforceSpecificVariablePermission(), "variables are open with their task");
    require(
        faults,
        "TASK_WORK".equals(engine.getDefaultUserPermissionNameForTask()),
        "whoever is offered a task may change it");
    require(
        faults,
        !engine.isEnableHistoricInstancePermissions(),
        "rights on the history of single cases are given");
    require(faults, !engine.isJavaSerializationFormatEnabled(), "Java objects are accepted");
    require(faults, !engine.isEnableXxeProcessing(), "models may draw in outside files");
    require(faults, engine.isDeserializationTypeValidationEnabled(), "any type is read back");
    require(faults, engine.getQueryMaxResultsLimit() <= 2000, "lists are not limited");
    return faults;
  }

  private static void require(List<String> faults, boolean met, String otherwise) {
    if (!met) {
      faults.add("The engine is not safe: " + otherwise + ".");
    }
  }

  private static boolean readsWholeHistory(ProcessEngine engine) {
    return engine
        .getAuthorizationService()
        .createAuthorizationQuery()
        .resourceType(Resources.PROCESS_DEFINITION)
        .hasPermission(ProcessDefinitionPermissions.READ_HISTORY)
        .list()
        .stream()
        .anyMatch(right -> right.getAuthorizationType() != Authorization.AUTH_TYPE_REVOKE);
  }
}
