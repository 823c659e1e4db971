package org.practicereview.journey;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * Deploys what the gate would refuse, for tests of what still holds behind it: small probes, and
 * models of earlier releases. The service itself has no such door; the test takes the gate out of
 * the engine, and puts it back.
 */
public final class PastTheGate {

  private PastTheGate() {}

  /** Deploys it as it is. */
  public static synchronized Deployment deploy(
      RepositoryService repository, DeploymentBuilder deployment) {
    ProcessEngineConfigurationImpl engine =
        ((RepositoryServiceImpl) repository)
            .getCommandExecutor()
            .execute(context -> Context.getProcessEngineConfiguration());
    List<Deployer> all = engine.getDeployers();
    List<Deployer> others =
        all.stream()
            .filter(one -> !one.getClass().getSimpleName().equals("DeploymentGate"))
            .toList();
    if (others.size() == all.size()) {
      throw new AssertionError("No gate stands in this engine");
    }
    engine.getDeploymentCache().setDeployers(others);
    try {
      return deployment.deploy();
    } finally {
      engine.getDeploymentCache().setDeployers(all);
    }
  }
}
