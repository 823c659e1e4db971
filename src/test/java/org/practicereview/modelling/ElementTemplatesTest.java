package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.practicereview.modelling.ShippedModels.ShippedModel;

/** What the Modeler offers to pick from a list is what the models use and the application has. */
class ElementTemplatesTest {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  @Test
  void everyTemplateIsCompleteAndNamesABuildingBlockThatExists() throws IOException {
    Set<String> beans = ShippedModels.beans();
    assertThat(templates())
        .isNotEmpty()
        .allSatisfy(
            (id, template) -> {
              assertThat(template.path("$schema").asText())
                  .endsWith("element-templates-json-schema/resources/schema.json");
              assertThat(template.path("name").asText()).isNotBlank();
              assertThat(template.path("description").asText()).isNotBlank();
              assertThat(template.path("version").asInt()).isPositive();
              assertThat(hidden(template, "camunda:asyncBefore")).isEqualTo("true");
              String block = hidden(template, "camunda:delegateExpression");
              assertThat(block).isEqualTo("${" + id.replace("org.practicereview.", "") + "}");
              assertThat(beans).contains(block.replaceAll("[${}]", ""));
            });
  }

  @Test
  void everyServiceTaskIsFilledInAsItsTemplateSays() throws IOException {
    Map<String, JsonNode> templates = templates();
    for (ShippedModel model : ShippedModels.processes()) {
      for (ServiceTask task : model.model().getModelElementsByType(ServiceTask.class)) {
        String place = model.process().getId() + " " + task.getId();
        String id = task.getAttributeValueNs(CAMUNDA, "modelerTemplate");
        assertThat(templates).as(place).containsKey(id);
        JsonNode template = templates.get(id);
        assertThat(task.getAttributeValueNs(CAMUNDA, "modelerTemplateVersion"))
            .as(place)
            .isEqualTo(template.path("version").asText());
        assertThat(task.getCamundaDelegateExpression())
            .as(place)
            .isEqualTo(hidden(template, "camunda:delegateExpression"));
        assertFilledIn(place, template, ModelReading.propertiesOf(task));
      }
    }
  }

  private static void assertFilledIn(String place, JsonNode template, Map<String, String> given) {
    Set<String> offered = new TreeSet<>();
    for (JsonNode property : template.path("properties")) {
      if (!property.at("/binding/type").asText().equals("camunda:property")) {
        continue;
      }
      String name = property.at("/binding/name").asText();
      String value = given.get(name);
      offered.add(name);
      if (property.at("/constraints/notEmpty").asBoolean()) {
        assertThat(value).as(place + " " + name).isNotBlank();
      }
      if (value != null && property.at("/constraints/pattern").isObject()) {
        assertThat(value).as(place).matches(property.at("/constraints/pattern/value").asText());
      }
      if (value != null && property.has("choices")) {
        assertThat(property.path("choices").findValuesAsText("value")).as(place).contains(value);
      }
    }
    assertThat(offered).as(place).containsAll(given.keySet());
  }

  private static Map<String, JsonNode> templates() throws IOException {
    Map<String, JsonNode> templates = new TreeMap<>();
    for (Path file : ShippedModels.files(Path.of(".camunda/element-templates"), ".json")) {
      JsonNode template = new ObjectMapper().readTree(file.toFile());
      templates.put(template.path("id").asText(), template);
    }
    return templates;
  }

  private static String hidden(JsonNode template, String attribute) {
    for (JsonNode property : template.path("properties")) {
      if (property.at("/binding/name").asText().equals(attribute)) {
        return property.path("value").asText();
      }
    }
    return "";
  }
}
