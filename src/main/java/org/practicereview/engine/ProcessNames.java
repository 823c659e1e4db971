package org.practicereview.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How processes are called, as their latest models say it. */
@Component
public class ProcessNames {

  private final ObjectProvider<RepositoryService> repository;
  private final ObjectProvider<EngineIdentity> identity;

  ProcessNames(
      ObjectProvider<RepositoryService> repository, ObjectProvider<EngineIdentity> identity) {
    this.repository = repository;
    this.identity = identity;
  }

  /** The name of a process that is deployed, by its id. */
  public String of(String processId) {
    return identity
        .getObject()
        .asService(
            () ->
                repository
                    .getObject()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(processId)
                    .latestVersion()
                    .singleResult()
                    .getName());
  }
}
