package org.practicereview.oversight;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.practicereview.engine.EngineIdentity;
import org.springframework.stereotype.Component;

/** The models as they are deployed now, read again only when something was deployed. */
@Component
class DeployedModels {

  private final RepositoryService repository;
  private final EngineIdentity identity;
  private volatile Read read = new Read("", Map.of());

  DeployedModels(RepositoryService repository, EngineIdentity identity) {
    this.repository = repository;
    this.identity = identity;
  }

  private record Read(String deployment, Map<String, StepModel> models) {}

  /** The models of one moment, each read when it is first asked for. */
  final class Now {

    private final Read from;

    private Now(Read from) {
      this.from = from;
    }

    /** The latest version of a process, by its id. */
    Optional<StepModel> find(String process) {
      StepModel known = from.models().get(process);
      if (known != null) {
        return Optional.of(known);
      }
      Optional<StepModel> found = identity.asService(() -> DeployedModels.this.find(process));
      found.ifPresent(model -> from.models().put(process, model));
      return found;
    }
  }

  /** The models as they are now; asks the engine only what was deployed last. */
  Now now() {
    String latest = identity.asService(this::latest);
    Read known = read;
    if (!known.deployment().equals(latest)) {
      known = new Read(latest, new ConcurrentHashMap<>());
      read = known;
    }
    return new Now(known);
  }

  private String latest() {
    return repository.createDeploymentQuery().count()
        + repository.createDeploymentQuery().orderByDeploymentTime().desc().listPage(0, 1).stream()
            .map(Deployment::getId)
            .collect(Collectors.joining());
  }

  private Optional<StepModel> find(String process) {
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult();
    return Optional.ofNullable(definition)
        .map(one -> new StepModel(process, repository.getBpmnModelInstance(one.getId())));
  }
}
