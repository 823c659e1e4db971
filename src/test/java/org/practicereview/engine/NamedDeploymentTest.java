package org.practicereview.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shipped models and forms")
class NamedDeploymentTest {

  private ProcessEngine engine;
  private RepositoryService repository;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  @BeforeEach
  void emptyEngine() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    engine = configuration.buildProcessEngine();
    repository = engine.getRepositoryService();
    files.put(
        "processes/referral/referral.bpmn",
        process("referral", "embedded:deployment:forms/r.html"));
    files.put("processes/panel.bpmn", process("panel", "nothing"));
    files.put("forms/r.html", bytes("<form>1</form>"));
    files.put(
        "forms/screen.form", bytes("{\"id\":\"screen\",\"type\":\"default\",\"components\":[]}"));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  @DisplayName("are deployed under their path, and not again when nothing changed")
  void once() {
    assertThat(deploy()).isEqualTo(files.keySet().stream().sorted().toList());
    assertThat(deploy()).isEmpty();
    assertThat(versions("referral")).isOne();
  }

  @Test
  @DisplayName("that changed are deployed alone")
  void changedOnly() {
    deploy();
    files.put("processes/panel.bpmn", process("panel", "changed"));

    assertThat(deploy()).containsExactly("processes/panel.bpmn");
    assertThat(versions("panel")).isEqualTo(2);
    assertThat(versions("referral")).isOne();
  }

  @Test
  @DisplayName("travel together when a process reads a page from its own deployment")
  void pageWithItsProcess() {
    deploy();
    files.put("forms/r.html", bytes("<form>2</form>"));

    assertThat(deploy()).containsExactly("forms/r.html", "processes/referral/referral.bpmn");
    assertThat(deploy()).isEmpty();

    files.put(
        "processes/referral/referral.bpmn",
        process("referral", "again embedded:deployment:forms/r.html"));
    assertThat(deploy()).containsExactly("forms/r.html", "processes/referral/referral.bpmn");
  }

  @Test
  @DisplayName("never replace what an administrator deployed, whatever the file was called")
  void administratorsVersionStays() {
    deploy();
    repository
        .createDeployment()
        .name("from the modeler")
        .addString(
            "my copy.bpmn",
            new String(process("referral", "an administrator's"), StandardCharsets.UTF_8))
        .addString(
            "mine.form", "{\"id\":\"screen\",\"type\":\"default\",\"components\":[],\"x\":1}")
        .deploy();
    files.put("processes/referral/referral.bpmn", process("referral", "a new release"));
    files.put("forms/screen.form", bytes("{\"id\":\"screen\",\"components\":[]}"));

    assertThat(deploy()).isEmpty();
    assertThat(versions("referral")).isEqualTo(2);
  }

  @Test
  @DisplayName("follow updates again where an administrator went back to what was shipped")
  void shippedAgain() {
    deploy();
    String name = "processes/referral/referral.bpmn";
    byte[] shipped = files.get(name);
    byteByByte(name, process("referral", "an administrator's"));
    assertThat(deploy()).isEmpty();
    byteByByte(name, shipped);
    assertThat(deploy()).isEmpty();
    files.put(name, process("referral", "a new release"));

    assertThat(deploy()).containsExactly(name);
    assertThat(versions("referral")).isEqualTo(4);
  }

  @Test
  @DisplayName("are not even read when nothing changed, and are when anything did")
  void notReadAgain() {
    deploy();
    Set<String> asked = new TreeSet<>();
    RepositoryService watched =
        (RepositoryService)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RepositoryService.class},
                (proxy, method, arguments) -> {
                  asked.add(method.getName());
                  return method.invoke(repository, arguments);
                });
    assertThat(deploy(watched)).isEmpty();
    assertThat(asked).containsExactly("createDeploymentQuery");

    byteByByte("processes/panel.bpmn", process("panel", "an administrator's"));
    assertThat(deploy(watched)).isEmpty();
    assertThat(asked).contains("getResourceAsStream");

    String theirs =
        repository
            .createDeploymentQuery()
            .deploymentName("from the workshop")
            .singleResult()
            .getId();
    repository.deleteDeployment(theirs);
    files.put("processes/panel.bpmn", process("panel", "one letter"));
    assertThat(deploy()).containsExactly("processes/panel.bpmn");
    asked.clear();
    assertThat(deploy(watched)).isEmpty();
    assertThat(asked).containsExactly("createDeploymentQuery");
  }

  private void byteByByte(String name, byte[] content) {
    repository
        .createDeployment()
        .name("from the workshop")
        .addInputStream(name, new ByteArrayInputStream(content))
        .deploy();
  }

  private List<String> deploy() {
    return deploy(repository);
  }

  private List<String> deploy(RepositoryService through) {
    return NamedDeployment.deploy(through, engine.getManagementService(), files).stream().toList();
  }

  private long versions(String key) {
    return repository.createProcessDefinitionQuery().processDefinitionKey(key).count();
  }

  private static byte[] process(String id, String formKey) {
    return bytes(
        Bpmn.convertToString(
            Bpmn.createExecutableProcess(id)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("start")
                .userTask("userTask_do")
                .camundaFormKey(formKey)
                .endEvent("end")
                .done()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
