package org.practicereview.modelling;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A decision is a table of words, numbers and yes or no; it calls nothing and runs nothing. */
final class TableRule implements GateRule {

  private static final String TEXT = "\"[^\"]*\"";
  private static final Pattern TESTED =
      Pattern.compile(
          "-?|(not\\()?("
              + TEXT
              + "|true|false|null)(\\s*,\\s*("
              + TEXT
              + "|true|false|null))*\\)?"
              + "|[<>]?=?\\s*[0-9]+|[\\[\\]][0-9]+\\.\\.[0-9]+[\\[\\]]");
  private static final Pattern ANSWER =
      Pattern.compile(TEXT + "|-?[0-9]+(\\.[0-9]+)?|true|false|null");
  private static final Pattern ASKED = Pattern.compile("[\\w\\s.,()\\[\\]<>=!\"-]+");
  private static final Pattern CALL =
      Pattern.compile("([a-z][a-z ]*?)\\s*\\(", Pattern.CASE_INSENSITIVE);
  private static final Pattern CALLABLE = Pattern.compile(".*\\b(list contains|count|not)");
  private static final Set<String> ALLOWED =
      Set.of(
          "definitions",
          "decision",
          "description",
          "decisionTable",
          "input",
          "inputExpression",
          "inputValues",
          "output",
          "outputValues",
          "text",
          "rule",
          "inputEntry",
          "outputEntry",
          "variable",
          "annotation",
          "DMNDI",
          "DMNDiagram",
          "DMNShape",
          "DMNEdge",
          "DMNLabel",
          "Bounds",
          "waypoint");

  @Override
  public void check(Submission submission, Consumer<Fault> faults) {
    submission
        .files()
        .forEach(
            (file, text) -> {
              if (file.endsWith(".dmn")) {
                check(file, text, faults);
              }
            });
  }

  private static void check(String file, String text, Consumer<Fault> faults) {
    Optional<DmnModelInstance> model = Tables.read(text);
    if (model.isEmpty()) {
      say(faults, file, "", "it is not a decision table that can be read", "Save it again.");
      return;
    }
    XmlWalk.over(
        text,
        new XmlWalk.Visitor() {
          @Override
          public void element(String id, String name) {
            if (!ALLOWED.contains(name)) {
              say(
                  faults,
                  file,
                  id,
                  "the element " + name + " may not be used in a decision",
                  "Use a table of rows and columns, and nothing beside it.");
            }
          }

          @Override
          public void attribute(String id, String element, String name, String value) {
            if (name.equals("expressionLanguage") && !value.equals("feel")) {
              say(
                  faults,
                  file,
                  id,
                  "the language " + value + " may not be used",
                  "Write the cell in FEEL, as words in quotation marks.");
            }
          }
        });
    for (Decision decision : model.get().getModelElementsByType(Decision.class)) {
      if (decision.getCamundaHistoryTimeToLiveString() == null) {
        say(
            faults,
            file,
            decision.getId(),
            "the decision does not say how long its history is kept",
            "Set its history time to live, for example P3650D.");
      }
    }
    cells(file, model.get(), faults);
    for (DecisionTable table : model.get().getModelElementsByType(DecisionTable.class)) {
      rows(file, table, faults);
    }
  }

  private static void cells(String file, DmnModelInstance model, Consumer<Fault> faults) {
    for (InputExpression asked : model.getModelElementsByType(InputExpression.class)) {
      asked(file, asked, faults);
    }
    for (InputEntry cell : model.getModelElementsByType(InputEntry.class)) {
      held(file, cell, TESTED, "words in quotation marks, numbers, true or false", faults);
    }
    for (OutputEntry cell : model.getModelElementsByType(OutputEntry.class)) {
      held(file, cell, ANSWER, "words in quotation marks, a number, true or false", faults);
    }
  }

  /** What a column looks at: variables, and whether they are among some words. */
  private static void asked(String file, InputExpression asked, Consumer<Fault> faults) {
    String text = asked.getText() == null ? "" : asked.getText().getTextContent().strip();
    boolean calls =
        CALL.matcher(text)
            .results()
            .anyMatch(call -> !CALLABLE.matcher(call.group(1).strip()).matches());
    if (!ASKED.matcher(text).matches() || calls) {
      say(
          faults,
          file,
          asked.getId(),
          text.isEmpty() ? "the column looks at nothing" : "the column looks at " + text,
          "Write the name of a variable.");
    }
  }

  private static void held(
      String file,
      ModelElementInstance cell,
      Pattern pattern,
      String demanded,
      Consumer<Fault> faults) {
    String text = "";
    if (cell instanceof UnaryTests tests && tests.getText() != null) {
      text = tests.getText().getTextContent().strip();
    } else if (cell instanceof LiteralExpression literal && literal.getText() != null) {
      text = literal.getText().getTextContent().strip();
    }
    if (!pattern.matcher(text).matches()) {
      say(
          faults,
          file,
          cell.getAttributeValue("id"),
          text.isEmpty() ? "the cell is empty" : "the cell holds " + text,
          "Write " + demanded + ".");
    }
  }

  private static void rows(String file, DecisionTable table, Consumer<Fault> faults) {
    Set<String> seen = new HashSet<>();
    if (table.getRules().isEmpty()) {
      say(faults, file, table.getId(), "the table has no rows", "Put its rows back.");
    }
    for (Rule rule : table.getRules()) {
      StringBuilder asked = new StringBuilder();
      rule.getInputEntries()
          .forEach(cell -> asked.append(cell.getTextContent().strip()).append('\n'));
      if (!seen.add(asked.toString())) {
        say(
            faults,
            file,
            rule.getId(),
            "the row says what an earlier row is for",
            "Keep one of the rows, and take the other one out.");
      }
    }
  }

  private static void say(
      Consumer<Fault> faults, String file, String element, String wrong, String remedy) {
    faults.accept(new Fault(file, element == null ? "" : element, "", wrong, remedy));
  }
}
