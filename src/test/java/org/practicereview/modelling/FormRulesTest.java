package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicereview.forms.Opening;
import org.practicereview.modelling.ShippedModels.ShippedModel;

@DisplayName("A form holds to the rules that keep it working in Tasklist")
class FormRulesTest {

  private static final Path FIXTURES = Path.of("src/test/resources/modelling/forms");
  private static final Set<String> STAGES =
      Set.of("referral", "notification", "rapidreview", "cspr", "publication", "postpublication");

  private final FormRules rules = new FormRules();

  static Stream<Path> shippedForms() {
    return Stream.of(".form", ".html")
        .flatMap(ending -> ShippedModels.files(Path.of("forms"), ending).stream());
  }

  @ParameterizedTest
  @MethodSource("shippedForms")
  @DisplayName("every shipped form does")
  void shipped(Path form) {
    assertThat(rules.check(ShippedModels.slashes(form), ShippedModels.text(form))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shippedForms")
  @DisplayName("every shipped form lies in the folder of its stage, and a model uses it")
  void used(Path form) {
    Path folder = Path.of("forms").relativize(form).getParent();
    assertThat(folder == null || STAGES.contains(folder.toString())).isTrue();
    assertThat(askedBy().keySet()).contains(nameOf(form));
  }

  @Test
  @DisplayName("every variable that a model takes from a form is a question of that form")
  void declared() {
    Map<String, Set<String>> questions = questions();
    askedBy()
        .forEach(
            (form, variables) ->
                assertThat(questions)
                    .extractingByKey(form)
                    .satisfies(asked -> assertThat(asked).containsAll(variables)));
  }

  @Test
  @DisplayName("every date that another one is compared with is asked somewhere")
  void compared() {
    Set<String> asked =
        questions().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    asked.addAll(Set.of("today", "none", Opening.OWN_ROLE, Opening.OWN_MAILBOX));
    Set<String> compared = new TreeSet<>();
    shippedForms().forEach(form -> compared.addAll(namesIn(ShippedModels.text(form))));

    assertThat(asked).containsAll(compared);
  }

  @Test
  @DisplayName("the examples for the rules below do")
  void examples() {
    for (String name : List.of("ask.form", "tell.html")) {
      assertThat(rules.check(name, example(name))).isEmpty();
    }
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"id\": \"ask\"|\"id\": \"other\"|the id of the form must be its file name",
        "16|19|made for a newer viewer",
        "\"access\": \"review-team\"}|\"access\": \"review-team\", \"approves\": \"letter\"}|does not carry the version",
        "\"access\": \"review-team\"}|\"access\": \"review-team\", \"approves\": \"the lot\"}|approves is letter, or answers",
        "\"type\": \"checkbox\"|\"type\": \"button\"|with a button, Enter sends the form",
        "\"type\": \"checkbox\"|\"type\": \"filepicker\"|cannot show a form with a file picker",
        "\"type\": \"checkbox\"|\"type\": \"dynamiclist\"|rows block the Complete button",
        "\"type\": \"checkbox\"|\"type\": \"iframe\"|nothing is fetched from elsewhere",
        "\"type\": \"checkbox\"|\"type\": \"html\"|markup belongs into a text component",
        "\"type\": \"checkbox\"|\"type\": \"table\"|the component table may not be used",
        "\"type\": \"checkbox\"|\"type\": \"expression\"|the component expression may not be used",
        "\"label\": \"Agreed\"|\"label\": \"Agreed\", \"readonly\": true|read-only field is sent back",
        "\"id\": \"place\"|\"id\": \"shown\"|each component needs an id of its own",
        "\"key\": \"place\"|\"key\": \"Place name\"|the key of a question is its id",
        "\"label\": \"Place\"|\"label\": \" \"|a question needs a label",
        "\"required\": true, \"maxLength\": 200|\"required\": true|needs a longest length of at most 1000",
        "20000|20001|needs a longest length of at most 20000",
        "\"subtype\": \"date\"|\"subtype\": \"datetime\"|a date with a time is lost",
        "{\"label\": \"Yes\", \"value\": \"yes\"}, ||needs something to choose from",
        "\"value\": \"no\"|\"value\": \"yes\"|every choice needs a value of its own",
        "\"label\": \"No\"|\"label\": \"\"|every choice needs a label",
        "\"disabled\": true, \"validate\": {|\"disabled\": true, \"validate\": {\"required\": true, |cannot be required",
        "\"properties\": {\"display\": \"true\"}|\"properties\": {}|disabled and has the property display",
        "(/case/{{caseReference}})|(https://elsewhere.example)|links to the case page and nowhere else",
        "Words.|<b>Words</b>.|a text holds no markup",
        "=not(decision|not(decision|a condition begins with =",
        "=not(decision|=not(decided|the condition looks at decided",
        "\"option\"|\"onlyFor\"|the property onlyFor means nothing",
        "\"notAfter\": \"today\"|\"notAfter\": \"P1D\"|notAfter compares a date",
        "\"prefill\": \"today\"|\"prefill\": \"${execution}\"|prefill names a fact",
        "\"access\": \"sessions\"|\"access\": \"everyone\"|access is one of identity, review-team, sessions",
        "\"access\": \"review-team\"|\"access\": \"team\"|access is one of identity, review-team, sessions",
        "\"holds\": \"report\"|\"holds\": \"secrets\"|holds says report, or is left out",
        "\"label\": \"Group\"|\"label\": \"Group\", \"path\": \"group\"|a group with a path",
        "{|[|is not a form that can be read",
      })
  @DisplayName("a Camunda Form that breaks a rule is named, with the rule")
  void camundaForms(String good, String bad, String sentence) {
    assertBreaks("ask.form", good, bad, sentence);
  }

  @Test
  @DisplayName("a form with a single question is refused")
  void single() {
    String form =
        """
        {"id": "ask", "components": [{"type": "checkbox", "id": "agreed", "key": "agreed", "label": "Agreed"}]}""";

    assertThat(rules.check("ask.form", form))
        .extracting(Finding::sentence)
        .containsExactly("needs a second question; with a single one, Enter sends the form");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>Words.</p>|<p>{{secret}}</p>|double braces would be run",
        "<p>Words.</p>|<img>|the element img may not be used",
        "<p>Words.</p>|<p onclick=\"x()\">Words.</p>|the attribute onclick may not be used",
        "<p>Words.</p>|<p ng-init=\"x()\">Words.</p>|the attribute ng-init may not be used",
        "<p>Words.</p>|<p style=\"x\">Words.</p>|the attribute style may not be used",
        "practiceReviewForm(camForm, $scope);|alert(1)|holds the one line of script",
        "</form>|</form><p>More</p>|is one form element",
        "maxlength=\"4000\"||needs a longest length of at most 20000",
        "maxlength=\"200\"|maxlength=\"2000\"|needs a longest length of at most 1000",
        "<label for=\"reason\">|<label for=\"other\">|a question needs a label of its own",
        "<legend>Decision</legend>||a question needs a label of its own",
        "name=\"reason\"|name=\"the-reason\"|each question has a name of its own",
        "name=\"reason\"|name=\"decidedOn\"|each question has a name of its own",
        "type=\"text\"|type=\"password\"|the type of an input is one of",
        "data-not-after=\"today\"|data-not-after=\"P1D\"|data-not-after compares a date",
        "data-prefill=\"today\"|data-prefill=\"#{x}\"|prefill names a fact",
        "maxlength=\"4000\" required|maxlength=\"4000\" required disabled|cannot be required",
        "data-access=\"sessions\"|data-access=\"everyone\"|access is one of identity, review-team, sessions",
        "data-access=\"review-team\"|data-access=\"team\"|access is one of identity, review-team, sessions",
        "data-holds=\"report\"|data-holds=\"secrets\"|holds says report, or is left out",
        "name=\"childName\"|name=\"childName\" data-access=\"sessions\"|said of rows as a whole",
        "decision=no|verdict=no|where the form asks for the key",
        "data-rows=\"children\"|data-rows=\"The children\"|repeated rows are a fieldset",
        "<legend>Children</legend>||repeated rows need a legend",
        "practice-row|row|exactly one example row",
        "accept=\".pdf,.docx\"||says in \"accept\" how names of files end",
        "accept=\".pdf,.docx\"|accept=\".pdf,.doc\"|says in \"accept\" how names of files end",
        "type=\"text\"|type=\"file\"|a row holds neither files nor further rows",
      })
  @DisplayName("an embedded form that breaks a rule is named, with the rule")
  void embeddedForms(String good, String bad, String sentence) {
    assertBreaks("tell.html", good, bad, sentence);
  }

  @Test
  @DisplayName("a form is named after its task and ends in .form or .html")
  void names() {
    assertThat(rules.check("Tell_All.pdf", ""))
        .extracting(Finding::sentence)
        .containsExactly(
            "a form is named after its task, in kebab-case", "a form ends in .form or .html");
  }

  private void assertBreaks(String name, String good, String bad, String sentence) {
    String example = example(name);
    assertThat(example).contains(good);
    String broken = example.replace(good, bad == null ? "" : bad);

    assertThat(rules.check(name, broken))
        .extracting(Finding::sentence)
        .anySatisfy(said -> assertThat(said).contains(sentence));
  }

  private static String example(String name) {
    return ShippedModels.text(FIXTURES.resolve(name));
  }

  /** Variables that models take from each form, by form. */
  private static Map<String, Set<String>> askedBy() {
    Map<String, Set<String>> asked = new TreeMap<>();
    for (ShippedModel one : ShippedModels.processes()) {
      for (UserTask task : one.model().getModelElementsByType(UserTask.class)) {
        add(asked, task.getCamundaFormRef(), task.getCamundaFormKey(), task);
      }
      for (StartEvent start : one.model().getModelElementsByType(StartEvent.class)) {
        add(asked, start.getCamundaFormRef(), start.getCamundaFormKey(), start);
      }
    }
    return asked;
  }

  private static void add(
      Map<String, Set<String>> asked, String ref, String key, BaseElement element) {
    if (ref == null && key == null) {
      return;
    }
    String form = ref == null ? nameOf(Path.of(key)) : ref;
    Set<String> variables = asked.computeIfAbsent(form, one -> new TreeSet<>());
    ModelReading.propertiesOf(element).keySet().stream()
        .filter(name -> name.startsWith("variable:"))
        .forEach(name -> variables.add(name.substring("variable:".length())));
  }

  /** Keys of the questions of each form, those of rows among them. */
  private static Map<String, Set<String>> questions() {
    Map<String, Set<String>> questions = new TreeMap<>();
    shippedForms()
        .forEach(
            form -> {
              Set<String> keys = new TreeSet<>();
              String text = ShippedModels.text(form);
              if (form.toString().endsWith(".form")) {
                keysOf(json(text), keys);
              } else {
                for (Element question :
                    Jsoup.parse(text).select("[name]:not(form, [disabled]), [data-rows]")) {
                  keys.add(question.attr("name") + question.attr("data-rows"));
                }
              }
              questions.put(nameOf(form), keys);
            });
    return questions;
  }

  private static void keysOf(JsonNode node, Set<String> keys) {
    for (JsonNode component : node.path("components")) {
      if (component.has("key") && !component.path("disabled").asBoolean()) {
        keys.add(component.path("key").asText());
      }
      keysOf(component, keys);
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> namesIn(String form) {
    return Pattern.compile(
            "(?:notAfter|notBefore|prefill|data-not-after|data-not-before|data-prefill)\"?[:=]\\s*\"(?:once:)?([A-Za-z]+)\"")
        .matcher(form)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  private static String nameOf(Path form) {
    return form.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }
}
