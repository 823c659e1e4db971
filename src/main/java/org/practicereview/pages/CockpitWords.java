package org.practicereview.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The labels of Cockpit in plain words, for those who watch over cases. Administrators see those of
 * its maker, which they find in its manual.
 */
@Controller
class CockpitWords {

  private static final String MAKERS =
      "META-INF/resources/webjars/camunda/app/cockpit/locales/en.json";

  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("COCKPIT_PROCESSES", "Stages of the work"),
          Map.entry("COCKPIT_DECISIONS", "Decision tables"),
          Map.entry("PROCESS_DEFINITION_PROCESSES", "Stages of the work"),
          Map.entry("PROCESS_INSTANCE_PROCESSES", "Stages of the work"),
          Map.entry("PROCESS_PROCESSES", "Stages of the work"),
          Map.entry("DECISION_DEFINITION_DECISIONS", "Decision tables"),
          Map.entry("DECISION_INSTANCE_DECISIONS", "Decision tables"),
          Map.entry("DASHBOARD_DASHBOARD", "Overview"),
          Map.entry("DASHBOARD_CUSTOM_PLUGINS", "Right now"),
          Map.entry("PLUGIN_PROCESS_DEF_PROCESS_DEFINITIONS_DEPLOYED", "stages and parts"),
          Map.entry("PLUGIN_PROCESS_DEF_PROCESS_DEFINITION_DEPLOYED", "stage or part"),
          Map.entry("PLUGIN_PROCESS_DEF_NO_PROCESS_DEF", "Nothing was found"),
          Map.entry("PLUGIN_PROCESS_DEF_RUNNING_INSTANCES", "Running"),
          Map.entry("PLUGIN_PROCESS_DEF_PREVIEWS", "Pictures"),
          Map.entry("PLUGIN_PROCESS_DEF_INCIDENTS", "Failed"),
          Map.entry("PLUGIN_DECISION_TABLE_TITLE_DEFINITIONS", "{{count}} decision tables"),
          Map.entry("PLUGIN_DECISION_TABLE_TITLE_DEFINITION", "{{count}} decision table"),
          Map.entry("PLUGIN_DECISION_TABLE_DECISION_REQUIREMENTS", "Part of"),
          Map.entry("PLUGIN_PROCESS_INSTANCES_LABEL", "Cases here"),
          Map.entry("PLUGIN_PROCESS_INSTANCE_BUSINESS_KEY", "Case"),
          Map.entry("PLUGIN_PROCESS_INSTANCE_ID", "Details"),
          Map.entry("PLUGIN_PROCESS_INSTANCE_NO_PROCESS", "No case is here."),
          Map.entry("PLUGIN_PROCESS_INSTANCE_START_TIME", "Since"),
          Map.entry("PLUGIN_INCIDENTS_LABEL", "What has failed"),
          Map.entry("PLUGIN_INCIDENTS_TAB_NO_INCIDENTS", "Nothing has failed"),
          Map.entry("PLUGIN_CALLED_PROCESS_DEFINITIONS_LABEL", "Parts of this stage"),
          Map.entry("PLUGIN_CALLED_PROCESS_INSTANCE_LABEL", "Parts that are running"),
          Map.entry("PLUGIN_CALLED_PROCESS_PROCESS_INSTANCE", "Details"),
          Map.entry("PLUGIN_CALLED_PROCESS_PROCESS_DEFINITION", "Part"),
          Map.entry("PLUGIN_CALLED_PROCESS_NO_PROCESS_INSTANCES", "No part is running"),
          Map.entry("PLUGIN_CALLED_PROCESS_BUSINESS_KEY", "Case"),
          Map.entry("PROCESS_INSTANCE_BUSINESS_KEY", "Case"),
          Map.entry("PROCESS_INSTANCE_DEFINITION_NAME", "Stage"),
          Map.entry("PROCESS_INSTANCE_DEFINITION_VERSION", "Version of the model"),
          Map.entry("PROCESS_DEFINITION_DEFINITION_NAME", "Stage"),
          Map.entry("PROCESS_DEFINITION_DEFINITION_VERSION", "Version of the model"),
          Map.entry("PROCESS_DEFINITION_INSTANCES_RUNNING", "Running"),
          Map.entry("PROCESS_DEFINITION_CURRENT_VERSION", "this version"),
          Map.entry("PROCESS_DEFINITION_ALL_VERSIONS", "all versions"));

  private final ObjectMapper json;

  CockpitWords(ObjectMapper json) {
    this.json = json;
  }

  @GetMapping(
      path = "/camunda/app/cockpit/locales/en-GB.json",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String labels() throws IOException {
    String makers = new ClassPathResource(MAKERS).getContentAsString(StandardCharsets.UTF_8);
    JsonNode words = json.readTree(makers.replace("\uFEFF", ""));
    PLAIN.forEach(((ObjectNode) words.path("labels"))::put);
    return words.toString();
  }
}
