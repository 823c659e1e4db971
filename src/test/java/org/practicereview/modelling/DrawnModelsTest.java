package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.practicereview.modelling.ShippedModels.ShippedModel;
import org.springframework.util.FileSystemUtils;

@DisplayName("The modeller of the page Models")
@EnabledIf("org.practicereview.modelling.Pictures#canDraw")
class DrawnModelsTest {

  private static final String MODELLER =
      "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-modeler.production.min.js";
  private static final String PAGE =
      """
      <!doctype html><meta charset="utf-8"><div id="canvas" style="height:900px"></div>
      <pre id="saved"></pre><script src="modeller.js"></script><script type="module">
      import camunda from './draw-moddle.js';
      const models = %s;
      const saved = {};
      for (const [path, xml] of Object.entries(models)) {
        const modeller = new BpmnJS({ container: '#canvas', moddleExtensions: { camunda } });
        try {
          const opened = await modeller.importXML(xml);
          saved[path] = { warnings: opened.warnings.map(String), xml: (await modeller.saveXML({ format: true })).xml,
            known: modeller.get('elementRegistry').filter((one) =>
              Object.keys(one.businessObject.$attrs).some((name) => name.startsWith('camunda:'))).map((one) => one.id) };
        } catch (e) { saved[path] = { warnings: [String(e)], xml: '', known: [] }; }
        modeller.destroy();
      }
      document.getElementById('saved').textContent = JSON.stringify(saved);
      </script>
      """;

  @Test
  @DisplayName("opens each model that came with the service, and saving it changes nothing")
  void roundTrip() throws IOException, InterruptedException {
    JsonNode saved = saved();

    List<String> differing = new ArrayList<>();
    for (ShippedModel model : ShippedModels.processes()) {
      JsonNode one = saved.path(model.path());
      assertThat(one.path("warnings")).as(model.path()).isEmpty();
      assertThat(one.path("known")).as("not described to the modeller: " + model.path()).isEmpty();
      OneModel after = OneModel.read(model.path(), one.path("xml").asText());
      if (!Meaning.of(after).equals(Meaning.of(OneModel.read(model.path(), model.xml())))) {
        differing.add(model.path());
      }
      assertThat(new DifferenceOfModels(model.model(), after.model()).sentences())
          .as(model.path())
          .isEmpty();
    }
    assertThat(differing).isEmpty();
  }

  private static JsonNode saved() throws IOException, InterruptedException {
    Map<String, String> models = new TreeMap<>();
    ShippedModels.processes().forEach(model -> models.put(model.path(), model.xml()));
    Path folder = Files.createTempDirectory("drawn");
    try (InputStream modeller = DrawnModelsTest.class.getResourceAsStream(MODELLER)) {
      Files.copy(modeller, folder.resolve("modeller.js"));
      Files.copy(
          Path.of("src/main/resources/static/pages/draw-moddle.js"),
          folder.resolve("draw-moddle.js"));
      ObjectMapper json = new ObjectMapper();
      String all = json.writeValueAsString(models).replace("</", "<\\/");
      Files.writeString(folder.resolve("page.html"), PAGE.formatted(all));
      String given = Jsoup.parse(Pictures.dumped(folder)).selectFirst("#saved").wholeText();
      return json.readTree(given);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
