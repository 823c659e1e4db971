package org.practicereview.security;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.practicereview.partnership.Partnerships;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Closes what the engine leaves open by default. These settings are in code and applied last,
 * because no installation has a reason to loosen them.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@EnableConfigurationProperties(SecuritySettings.class)
class EngineHardening extends AbstractProcessEnginePlugin {

  private final ListableBeanFactory beans;
  private final SecuritySettings settings;
  private final PartnershipTenants tenants;
  private final Partnerships partnerships;

  EngineHardening(
      ListableBeanFactory beans,
      SecuritySettings settings,
      PartnershipTenants tenants,
      Partnerships partnerships) {
    this.partnerships = partnerships;
    this.beans = beans;
    this.settings = settings;
    this.tenants = tenants;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(new GuardedExpressions(beans));
    engine.setTenantIdProvider(tenants);
    engine.setScriptEngineResolver(new NoScripts());
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableXxeProcessing(false);
    engine.setJavaSerializationFormatEnabled(false);
    engine.setDeserializationTypeValidationEnabled(true);
    engine.setQueryMaxResultsLimit(2000);
    engine.setEnforceHistoryTimeToLive(true);
    // History is shown by pages, which ask for the case; the engine's own is no one's.
    engine.setEnableHistoricInstancePermissions(false);
    engine.setEnforceSpecificVariablePermission(true);
    // Those a task is offered to may claim and complete it, not change it or its variables.
    engine.setDefaultUserPermissionNameForTask("TASK_WORK");
    engine.setRestrictUserOperationLogToAuthenticatedUsers(false);
    engine.setLogEntriesPerSyncOperationLimit(100);
    engine.setWebappsAuthenticationLoggingEnabled(true);
    // Kebab-case role names, and agencies as "partnership.agency".
    engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9._@-]+");
    BcryptPasswords passwords = new BcryptPasswords(settings.passwordStrength());
    engine.setPasswordEncryptor(passwords);
    // Asked for at the first change: trail and outbox are built after the engine.
    ObjectProvider<AccountChanges> changes = beans.getBeanProvider(AccountChanges.class);
    GuardedIdentity identity = new GuardedIdentity(changes::getObject, partnerships, passwords);
    engine.setIdentityService(identity);
    engine.setAuthorizationService(
        new GuardedRights(
            changes::getObject,
            identity::getCurrentAuthentication,
            partnerships,
            identity::refuseMadeByCaller));
    // Guessing is slowed at sign-in. A lock would let anyone keep a colleague out.
    engine.setLoginMaxAttempts(Integer.MAX_VALUE);
    engine.setLoginDelayMaxTime(0);
    engine.setEnablePasswordPolicy(true);
    engine.setPasswordPolicy(new LengthOverSymbols());
  }

  /** Length protects better than compulsory symbols, which people write on notes. */
  private static final class LengthOverSymbols extends DefaultPasswordPolicyImpl {

    private static final int LEAST_CHARACTERS = 12;

    private LengthOverSymbols() {
      rules.clear();
      rules.addAll(
          List.of(
              new PasswordPolicyLengthRuleImpl(LEAST_CHARACTERS),
              new PasswordPolicyUserDataRuleImpl()));
    }
  }
}
