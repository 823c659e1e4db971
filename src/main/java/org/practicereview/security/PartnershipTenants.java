package org.practicereview.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.practicereview.forms.CaseRecords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says which partnership a process belongs to: that of the process that called it, or else of the
 * case whose reference is its business key, or else the only one the caller works for. A process of
 * no partnership would be visible to all of them, so it is not started.
 */
@Component
class PartnershipTenants implements TenantIdProvider {

  private final ObjectProvider<CaseRecords> cases;

  PartnershipTenants(ObjectProvider<CaseRecords> cases) {
    this.cases = cases;
  }

  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
    DelegateExecution caller = start.getSuperExecution();
    if (caller != null) {
      return caller.getTenantId();
    }
    return ofCase(start)
        .or(PartnershipTenants::ofCaller)
        .orElseThrow(
            () ->
                new BadUserRequestException(
                    "It is not known which partnership this "
                        + start.getProcessDefinition().getKey()
                        + " belongs to: start it with the reference of a case"));
  }

  @Override
  public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
    return ofCaller().orElse(null);
  }

  @Override
  public String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext decision) {
    DelegateExecution execution = decision.getExecution();
    return execution == null ? ofCaller().orElse(null) : execution.getTenantId();
  }

  private Optional<String> ofCase(TenantIdProviderProcessInstanceContext start) {
    // The engine does not hand over the business key; the new instance is in its cache already.
    String definition = start.getProcessDefinition().getId();
    List<String> tenants =
        Context.getCommandContext()
            .getDbEntityManager()
            .getDbEntityCache()
            .getEntitiesByType(ExecutionEntity.class)
            .stream()
            .filter(execution -> definition.equals(execution.getProcessDefinitionId()))
            .filter(execution -> execution.getTenantId() == null)
            .map(ExecutionEntity::getBusinessKey)
            .filter(Objects::nonNull)
            .map(reference -> cases.getObject().tenantOf(reference))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return tenants.size() == 1 ? Optional.of(tenants.get(0)) : Optional.empty();
  }

  private static Optional<String> ofCaller() {
    Authentication caller = Context.getCommandContext().getAuthentication();
    List<String> tenants =
        caller == null || caller.getTenantIds() == null ? List.of() : caller.getTenantIds();
    return tenants.size() == 1 ? Optional.of(tenants.get(0)) : Optional.empty();
  }
}
