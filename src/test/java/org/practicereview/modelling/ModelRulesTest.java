package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicereview.modelling.ShippedModels.ShippedModel;

class ModelRulesTest {

  private static final Path FIXTURES = Path.of("src/test/resources/modelling");
  private static final Surroundings EXAMPLE =
      new Surroundings(
          Set.of("ask", "decide"),
          Set.of("forms/example/approve.html"),
          Set.of("example/letter"),
          Set.of("example-clock"),
          Set.of(
              "startClock",
              "clocks",
              "writeLetter",
              "approveLetter",
              "sendLetter",
              "recordInAudit",
              "people"),
          Set.of("example-next"),
          Set.of("example-decision"),
          Set.of("accepted"),
          Set.of("business-manager"),
          Map.of());

  private static final ModelRules SHIPPED = new ModelRules(ShippedModels.surroundings());

  static Stream<ShippedModel> shippedModels() {
    return ShippedModels.processes().stream();
  }

  @ParameterizedTest
  @MethodSource("shippedModels")
  void everyShippedModelHoldsToTheRules(ShippedModel model) {
    assertThat(SHIPPED.check(model.path(), model.xml())).isEmpty();
  }

  @Test
  void theFileOfAModelIsNamedAfterItsProcess() {
    assertThat(ShippedModels.processes())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.path()).endsWith("/" + one.process().getId() + ".bpmn"));
  }

  @Test
  void aGoodModelIsAccepted() {
    assertThat(check("accepted.bpmn")).isEmpty();
  }

  static Stream<Arguments> refusals() throws IOException {
    Properties expected = new Properties();
    try (Reader reader = Files.newBufferedReader(FIXTURES.resolve("refused/expected.properties"))) {
      expected.load(reader);
    }
    return ShippedModels.files(FIXTURES.resolve("refused"), ".bpmn").stream()
        .map(file -> file.getFileName().toString())
        .map(name -> Arguments.of(name, expected.getProperty(name.replace(".bpmn", ""))));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aModelThatBreaksOneRuleIsRefusedForThatRule(String file, String sentence) {
    assertThat(check("refused/" + file))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.toString()).contains(sentence));
  }

  private static List<Finding> check(String file) {
    return new ModelRules(EXAMPLE).check(file, ShippedModels.text(FIXTURES.resolve(file)));
  }
}
