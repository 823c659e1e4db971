package org.practicereview.modelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Reads from the engine what is in use: the latest version of everything. */
@Component
class DeployedFiles {

  private String version = "";
  private SoftReference<Deployed> read = new SoftReference<>(null);

  /** The latest of everything; read again only when something was deployed or deleted. */
  synchronized Deployed latest(RepositoryService repository) {
    List<Deployment> deployments =
        repository.createDeploymentQuery().orderByDeploymentTime().asc().unlimitedList();
    String now =
        deployments.stream().map(Deployment::getId).collect(Collectors.joining(","))
            + ":"
            + repository.createProcessDefinitionQuery().count()
            + ":"
            + repository.createDecisionDefinitionQuery().count();
    Deployed known = read.get();
    if (known == null || !now.equals(version)) {
      known = read(repository, deployments);
      version = now;
      read = new SoftReference<>(known);
    }
    return known;
  }

  private static Deployed read(RepositoryService repository, List<Deployment> deployments) {
    Map<String, OneModel> models = new TreeMap<>();
    for (ProcessDefinition process :
        repository
            .createProcessDefinitionQuery()
            .latestVersion()
            .withoutTenantId()
            .unlimitedList()) {
      models.put(
          process.getKey(),
          new OneModel(
              process.getKey(),
              text(repository, process.getDeploymentId(), process.getResourceName()),
              repository.getBpmnModelInstance(process.getId())));
    }
    Map<String, String> decisions = new TreeMap<>();
    for (DecisionDefinition decision :
        repository
            .createDecisionDefinitionQuery()
            .latestVersion()
            .withoutTenantId()
            .unlimitedList()) {
      decisions.put(
          decision.getKey(),
          text(repository, decision.getDeploymentId(), decision.getResourceName()));
    }
    return new Deployed(models, decisions, forms(repository, deployments));
  }

  /** A later form replaces an earlier one of the same id. */
  private static Map<String, String> forms(
      RepositoryService repository, List<Deployment> deployments) {
    Map<String, String[]> places = new TreeMap<>();
    for (Deployment deployment : deployments) {
      for (String name : repository.getDeploymentResourceNames(deployment.getId())) {
        if (name.matches(".+\\.(form|html)")) {
          places.put(OneModel.formOf(name), new String[] {deployment.getId(), name});
        }
      }
    }
    Map<String, String> forms = new TreeMap<>();
    places.forEach((id, place) -> forms.put(id, text(repository, place[0], place[1])));
    return forms;
  }

  /** The text of a deployed file. */
  static String text(RepositoryService repository, String deployment, String name) {
    try (InputStream content = repository.getResourceAsStream(deployment, name)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The deployed file " + name + " cannot be read", e);
    }
  }
}
