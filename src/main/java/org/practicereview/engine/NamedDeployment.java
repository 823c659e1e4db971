package org.practicereview.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms that come with the application, under the same resource names
 * whether it runs from a jar or from the source tree.
 *
 * <p>Only what changed since the last start is deployed, and never anything whose latest version
 * was deployed by someone else: a model that an administrator changed stays theirs until they
 * deploy the shipped one again; one that equals what some release shipped counts as shipped. An
 * embedded HTML form is read from the deployment of its process, so it always travels together with
 * the processes that use it.
 */
@Component
@DependsOnDatabaseInitialization
class NamedDeployment extends AbstractProcessEnginePlugin
    implements CamundaDeploymentConfiguration {

  /** Marks the deployments of the application itself. */
  static final String SOURCE = "practice-review";

  /** Where the engine keeps what was found at the last start. */
  private static final String MARK = "practice-review.models";

  private static final Logger log = LoggerFactory.getLogger(NamedDeployment.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FOLDER = Pattern.compile(".*/((?:processes|forms)/.+)");
  private static final Pattern USED_FORM = Pattern.compile("embedded:deployment:([\\w./-]+)");
  private static final List<String> PATTERNS =
      List.of(
          "classpath*:processes/**/*.bpmn",
          "classpath*:processes/**/*.dmn",
          "classpath*:forms/**/*.form",
          "classpath*:forms/**/*.html");

  @Override
  public Set<Resource> getDeploymentResources() {
    return Set.of();
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    deploy(engine.getRepositoryService(), engine.getManagementService(), shipped());
  }

  /**
   * Deploys those of {@code files} that changed. Where neither they nor anything that is deployed
   * changed since the last time, which most starts find, no model is read.
   *
   * @param files content by resource name
   * @return the names of what was deployed, together with the forms that had to travel along
   */
  static Set<String> deploy(
      RepositoryService repository, ManagementService marks, Map<String, byte[]> files) {
    if (mark(repository, files).equals(marks.getProperties().get(MARK))) {
      return Set.of();
    }
    Set<String> names = deploy(repository, files);
    try {
      marks.setProperty(MARK, mark(repository, files));
    } catch (ProcessEngineException e) {
      // Another node notes the same at this moment; if not, the next start looks again.
      log.debug("What is deployed was not noted", e);
    }
    return names;
  }

  /** Changes with every file that is shipped, and with everything that is deployed or deleted. */
  private static String mark(RepositoryService repository, Map<String, byte[]> files) {
    MessageDigest hash = sha256();
    new TreeMap<>(files)
        .forEach(
            (name, content) -> {
              hash.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
              hash.update(content);
            });
    repository.createDeploymentQuery().orderByDeploymentId().asc().list().stream()
        .map(deployment -> deployment.getId() + "\n")
        .forEach(id -> hash.update(id.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(hash.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> deploy(RepositoryService repository, Map<String, byte[]> files) {
    Map<String, Latest> latest = latest(repository);
    Set<String> ours = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    files.forEach(
        (name, content) -> {
          List<Latest> versions =
              definitions(name, content).stream()
                  .map(definition -> latest.getOrDefault(definition, Latest.NONE))
                  .toList();
          if (versions.stream().allMatch(Latest::shipped)) {
            ours.add(name);
            if (versions.stream().anyMatch(version -> !version.is(repository, content))) {
              names.add(name);
            }
          } else {
            log.info("{} was changed by an administrator and is left as it is", name);
          }
        });
    Map<String, Set<String>> usedForms = new TreeMap<>();
    ours.forEach(name -> usedForms.put(name, usedForms(files.get(name), files.keySet())));
    usedForms.forEach(
        (process, forms) -> {
          if (forms.stream().anyMatch(names::contains)) {
            names.add(process);
          }
        });
    List.copyOf(names).forEach(name -> names.addAll(usedForms.getOrDefault(name, Set.of())));
    if (!names.isEmpty()) {
      // Filtering all or nothing: of two nodes that start together, the second finds it all done.
      DeploymentBuilder deployment =
          repository.createDeployment().name(SOURCE).source(SOURCE).enableDuplicateFiltering(false);
      names.forEach(
          name -> deployment.addInputStream(name, new ByteArrayInputStream(files.get(name))));
      deployment.deploy();
      log.info("Deployed {}", String.join(", ", names));
    }
    return names;
  }

  /** Where the latest version of a definition is; nowhere if it was never deployed. */
  private record Latest(boolean shipped, String deployment, String resource) {

    static final Latest NONE = new Latest(true, null, null);

    boolean is(RepositoryService repository, byte[] content) {
      return deployment != null && Arrays.equals(read(repository, deployment, resource), content);
    }

    /**
     * The same, but shipped if some release shipped it letter by letter: whoever goes back to what
     * was shipped follows its updates again.
     *
     * @param places the deployments of the application that hold a file, by its name
     */
    Latest again(RepositoryService repository, Map<String, Set<String>> places) {
      if (shipped) {
        return this;
      }
      byte[] content = read(repository, deployment, resource);
      boolean again =
          places.getOrDefault(resource, Set.of()).stream()
              .anyMatch(place -> Arrays.equals(read(repository, place, resource), content));
      return again ? new Latest(true, deployment, resource) : this;
    }
  }

  private static Map<String, Latest> latest(RepositoryService repository) {
    Map<String, Latest> latest = new TreeMap<>();
    Set<String> shipped = new TreeSet<>();
    Map<String, Set<String>> places = new TreeMap<>();
    for (Deployment deployment :
        repository.createDeploymentQuery().withoutTenantId().orderByDeploymentTime().asc().list()) {
      boolean ours = SOURCE.equals(deployment.getSource());
      if (ours) {
        shipped.add(deployment.getId());
      }
      for (String name : repository.getDeploymentResourceNames(deployment.getId())) {
        if (ours) {
          places.computeIfAbsent(name, any -> new TreeSet<>()).add(deployment.getId());
        }
        boolean form = name.endsWith(".form");
        if (form || ours && name.endsWith(".html")) {
          byte[] content = form ? read(repository, deployment.getId(), name) : new byte[0];
          definitions(name, content)
              .forEach(key -> latest.put(key, new Latest(ours, deployment.getId(), name)));
        }
      }
    }
    repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().list().stream()
        .forEach(
            process ->
                latest.put(
                    "process " + process.getKey(),
                    new Latest(
                        shipped.contains(process.getDeploymentId()),
                        process.getDeploymentId(),
                        process.getResourceName())));
    repository.createDecisionDefinitionQuery().latestVersion().withoutTenantId().list().stream()
        .forEach(
            decision ->
                latest.put(
                    "decision " + decision.getKey(),
                    new Latest(
                        shipped.contains(decision.getDeploymentId()),
                        decision.getDeploymentId(),
                        decision.getResourceName())));
    latest.replaceAll((key, version) -> version.again(repository, places));
    return latest;
  }

  /** What a file defines: processes, decisions, a form; an HTML form is known by its name. */
  private static List<String> definitions(String name, byte[] content) {
    if (name.endsWith(".bpmn")) {
      return ids(Bpmn.readModelFromStream(new ByteArrayInputStream(content)), Process.class)
          .map(id -> "process " + id)
          .toList();
    }
    if (name.endsWith(".dmn")) {
      return ids(Dmn.readModelFromStream(new ByteArrayInputStream(content)), Decision.class)
          .map(id -> "decision " + id)
          .toList();
    }
    if (name.endsWith(".form")) {
      return List.of("form " + formId(name, content));
    }
    return List.of("page " + name);
  }

  private static Stream<String> ids(
      ModelInstance model, Class<? extends ModelElementInstance> type) {
    return model.getModelElementsByType(type).stream()
        .map(element -> element.getAttributeValue("id"));
  }

  private static String formId(String name, byte[] content) {
    try {
      JsonNode id = JSON.readTree(content).path("id");
      return id.isTextual() ? id.asText() : name;
    } catch (IOException e) {
      throw new UncheckedIOException("The form " + name + " is not valid JSON", e);
    }
  }

  private static Set<String> usedForms(byte[] model, Set<String> known) {
    Matcher used = USED_FORM.matcher(new String(model, StandardCharsets.UTF_8));
    Set<String> forms = new TreeSet<>();
    while (used.find()) {
      if (known.contains(used.group(1))) {
        forms.add(used.group(1));
      }
    }
    return forms;
  }

  private static Map<String, byte[]> shipped() {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      for (String pattern : PATTERNS) {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
          Matcher path = FOLDER.matcher(file.getURL().getPath());
          if (path.matches()) {
            files.put(path.group(1), file.getContentAsByteArray());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The shipped models cannot be read", e);
    }
    return files;
  }

  private static byte[] read(RepositoryService repository, String deployment, String name) {
    try (InputStream content = repository.getResourceAsStream(deployment, name)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The deployed file " + name + " cannot be read", e);
    }
  }
}
