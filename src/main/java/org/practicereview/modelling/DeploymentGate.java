package org.practicereview.modelling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.practicereview.modelling.Submission.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Stands inside the engine, before anything of a deployment is parsed: whichever door it comes
 * through, all of it is held against all rules, and is refused whole if one is broken. What was
 * deployed, and what was refused, is in the trail.
 */
@Component
@Order(200)
class DeploymentGate extends AbstractProcessEnginePlugin implements Deployer {

  private static final Logger LOG = LoggerFactory.getLogger(DeploymentGate.class);

  private final Gate gate = new Gate();
  private final DeployedFiles inUse;
  private final ReleasedOnly released;
  private final Installation installation;
  private final ObjectProvider<DeploymentTrail> trail;
  private ProcessEngineConfigurationImpl engine;

  /** The trail is built after the engine, and is asked for at the first deployment. */
  DeploymentGate(
      Installation installation,
      DeployedFiles inUse,
      ReleasedOnly released,
      ObjectProvider<DeploymentTrail> trail) {
    this.released = released;
    this.inUse = inUse;
    this.installation = installation;
    this.trail = trail;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    engine = configuration;
    List<Deployer> first =
        new ArrayList<>(
            Objects.requireNonNullElse(configuration.getCustomPreDeployers(), List.of()));
    first.add(0, this);
    configuration.setCustomPreDeployers(first);
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      // Read again from the database, where it came past here before.
      return;
    }
    long start = System.nanoTime();
    Map<String, String> files = new TreeMap<>();
    deployment
        .getResources()
        .forEach(
            (name, file) -> files.put(name, new String(file.getBytes(), StandardCharsets.UTF_8)));
    Sender sender =
        new Sender(user(), text(deployment.getSource()), text(deployment.getTenantId()));
    Deployed before = before(sender);
    List<Fault> faults = new ArrayList<>();
    released.fault(sender).ifPresent(faults::add);
    faults.addAll(gate.check(new Submission(files, sender, before, installation)));
    LOG.info(
        "{} files were checked before deployment in {} ms",
        files.size(),
        (System.nanoTime() - start) / 1_000_000);
    if (!faults.isEmpty()) {
      DeploymentRefused refused = new DeploymentRefused(faults);
      trail.getObject().refused(sender.user(), files.keySet(), refused.getMessage());
      throw refused;
    }
    trail.getObject().deployed(sender.user(), text(deployment.getName()), files, before);
  }

  /**
   * What it is held against: what is in use. What comes with the service is held against the rest
   * that comes with it, so that a version of an administrator's own never keeps it from starting.
   */
  private Deployed before(Sender sender) {
    RepositoryService repository = engine.getRepositoryService();
    if (!sender.isService()) {
      return inUse.latest(repository);
    }
    return repository.createDeploymentQuery().count() == 0
        ? Deployed.NOTHING
        : installation.shipped();
  }

  private String user() {
    Authentication caller = engine.getIdentityService().getCurrentAuthentication();
    return caller == null ? "" : text(caller.getUserId());
  }

  private static String text(String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
