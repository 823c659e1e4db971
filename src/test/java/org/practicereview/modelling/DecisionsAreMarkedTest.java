package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.forms.FormField;
import org.practicereview.forms.FormSchema;
import org.practicereview.forms.ShippedForms;

@DisplayName("The decisions of a case")
class DecisionsAreMarkedTest {

  private static final Pattern WORD = Pattern.compile("[a-z]\\w+(?![\\w(.])");
  private static final Pattern VALUE = Pattern.compile("'[^']*'|\"[^\"]*\"");

  @Test
  @DisplayName("are marked wherever a form asks what a gateway reads")
  void whatGatewaysRead() {
    Set<String> read = readByGateways();
    assertThat(read).contains("outcome", "signOffDecision");
    Set<String> unmarked = new TreeSet<>();
    for (FormSchema form : new ShippedForms().latest().values()) {
      for (FormField question : form.questions()) {
        if (read.contains(question.key())
            && !question.opening().shown()
            && !question.asked().decides()) {
          unmarked.add(form.id() + "/" + question.key());
        }
      }
    }
    assertThat(unmarked).as("mark them as deciding").isEmpty();
  }

  private static Set<String> readByGateways() {
    return ShippedModels.processes().stream()
        .flatMap(one -> one.model().getModelElementsByType(SequenceFlow.class).stream())
        .filter(flow -> flow.getConditionExpression() != null)
        .map(flow -> VALUE.matcher(flow.getConditionExpression().getTextContent()).replaceAll(""))
        .flatMap(condition -> WORD.matcher(condition).results())
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
