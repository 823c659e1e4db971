package org.practicereview.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.practicereview.forms.DeployedForms;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.FormSchemaReader;
import org.practicereview.reading.OneLook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads the deployed forms from the engine, which knows what any node of the cluster and any
 * administrator deployed. They are read again only when something was deployed or deleted.
 */
@Component
class RepositoryForms implements DeployedForms {

  private static final Logger LOG = LoggerFactory.getLogger(RepositoryForms.class);

  private static final Pattern FORM = Pattern.compile(".+\\.(form|html)");

  private final RepositoryService repository;
  private final EngineIdentity identity;
  private volatile Snapshot snapshot = new Snapshot(List.of(), Map.of(), Map.of());

  /** The engine is built after the case file, which asks for its forms. */
  RepositoryForms(@Lazy RepositoryService repository, @Lazy EngineIdentity identity) {
    this.repository = repository;
    this.identity = identity;
  }

  private record Snapshot(
      List<String> deployments,
      Map<String, FormSchema> latest,
      Map<String, FormSchema> byVersion) {}

  @Override
  public Map<String, FormSchema> latest() {
    return current().latest();
  }

  @Override
  public Optional<FormSchema> version(String id, String version) {
    Snapshot current = current();
    return Optional.ofNullable(
        current.byVersion().getOrDefault(id + "@" + version, current.latest().get(id)));
  }

  private Snapshot current() {
    return OneLook.at("forms that are deployed", "", this::look);
  }

  private Snapshot look() {
    return identity.asService(
        () -> {
          List<String> deployments =
              repository.createDeploymentQuery().orderByDeploymentTime().asc().list().stream()
                  .map(Deployment::getId)
                  .toList();
          if (!deployments.equals(snapshot.deployments())) {
            snapshot = read(deployments);
          }
          return snapshot;
        });
  }

  private Snapshot read(List<String> deployments) {
    Map<String, FormSchema> latest = new TreeMap<>();
    Map<String, FormSchema> byVersion = new TreeMap<>();
    for (String deployment : deployments) {
      for (String name : repository.getDeploymentResourceNames(deployment)) {
        if (FORM.matcher(name).matches()) {
          read(deployment, name)
              .ifPresent(
                  form -> {
                    latest.put(form.id(), form);
                    byVersion.put(form.id() + "@" + form.version(), form);
                  });
        }
      }
    }
    return new Snapshot(deployments, Map.copyOf(latest), Map.copyOf(byVersion));
  }

  private Optional<FormSchema> read(String deployment, String name) {
    String id = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
    try {
      return Optional.of(FormSchemaReader.read(id, file(deployment, name)));
    } catch (RuntimeException e) {
      LOG.error("The deployed form {} cannot be read", name, e);
      return Optional.empty();
    }
  }

  private byte[] file(String deployment, String name) {
    try (InputStream content = repository.getResourceAsStream(deployment, name)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
