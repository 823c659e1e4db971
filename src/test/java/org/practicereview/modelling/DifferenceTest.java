package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What differs between two versions")
class DifferenceTest {

  private static final Map<String, String> SHIPPED = RunningInstallation.shippedFiles();
  private static final String MODEL = "processes/referral/consider-referral.bpmn";
  private static final String CLOCKS = "processes/statutory-and-local-clocks.dmn";
  private static final String FORM = "forms/referral/give-view.form";

  @Test
  @DisplayName("of a model is told step by step, and marked in its picture")
  void models() {
    String role = "candidateGroups=\"business-manager\"";
    assertThat(changed(MODEL, role, "candidateGroups=\"executive\""))
        .containsExactly(
            "At the task \"Screen the referral\" the role becomes \"executive\", was \"business"
                + " manager\".");
    assertThat(changed(MODEL, "formRef=\"screen-referral\"", "formRef=\"give-view\""))
        .containsExactly(
            "At the task \"Screen the referral\" the form becomes \"give-view\", was"
                + " \"screen-referral\".");
    assertThat(changed(MODEL, "referralAccepted == false", "referralAccepted == true"))
        .containsExactly(
            "At the way \"No\" from \"Referral accepted?\" to \"Confirm that it is not taken"
                + " further\" the condition becomes \"${referralAccepted == true}\", was"
                + " \"${referralAccepted == false}\".");
    assertThat(changed(MODEL, "Check that the referral", "Make sure that the referral"))
        .containsExactly("The guidance of the task \"Screen the referral\" has changed.");
    assertThat(changed(MODEL, "value=\"knownReferral,refusalFits\"", "value=\"knownReferral\""))
        .containsExactly(
            "At the task \"Screen the referral\" the demands becomes \"knownReferral\", was"
                + " \"knownReferral,refusalFits\".");
    assertThat(changed(MODEL, "x=\"152\" y=\"182\"", "x=\"150\" y=\"182\""))
        .containsExactly("Nothing differs but how it is drawn or written.");
    assertThat(changed(MODEL, "camunda:mapDecisionResult=\"singleEntry\"", ""))
        .singleElement()
        .asString()
        .startsWith("At the decision ")
        .endsWith(" settings differ that no sentence names; compare the two files.");

    String text = SHIPPED.get(MODEL);
    String renamed = text.replace("userTask_screenReferral", "userTask_readReferral");
    DifferenceOfModels difference = DifferenceOfModels.between(text, renamed);
    assertThat(difference.marks())
        .containsEntry("userTask_screenReferral", Mark.REMOVED)
        .containsEntry("userTask_readReferral", Mark.ADDED);
    assertThat(difference.sentences())
        .containsExactly(
            "The task \"Screen the referral\" has another id now, so a case that stands at it cannot"
                + " move.");
    DifferenceOfModels other =
        DifferenceOfModels.between(
            text, renamed.replace("name=\"Screen the referral\"", "name=\"Read the referral\""));
    assertThat(other.sentences())
        .contains("The task \"Screen the referral\" is gone.")
        .anyMatch(line -> line.startsWith("The task \"Read the referral\" is new, after"));
    assertThat(
            new ModelPicture(OneModel.trust(MODEL, renamed).model(), difference.marks()).svg("A<b"))
        .contains(">new</text>", "A&lt;b")
        .doesNotContain(">gone</text>");
  }

  @Test
  @DisplayName("of a table is told row by row")
  void tables() {
    String id = "outputEntry_referralDecision_length\">\n          <text>3";
    assertThat(changed(CLOCKS, id, id.replace("3", "7")))
        .containsExactly(
            "The time for \"Decision on the referral\" becomes 7 working days, was 3 working"
                + " days.");
    assertThat(changed(CLOCKS, "\"rule_referralDecision\"", "\"rule_other\""))
        .containsExactly(
            "The row \"Decision on the referral\" is new: 3 working days.",
            "The row \"Decision on the referral\" is gone.");
    assertThat(changed(CLOCKS, "\"Local practice; no national length\"", "\"Agreed\""))
        .containsExactly(
            "In the row \"Decision on the referral\", \"Citation\" becomes \"Agreed\", was \"Local"
                + " practice; no national length\".");
    assertThat(changed(CLOCKS, "Partners decide within three", "Partners decide within 3"))
        .containsExactly("The explanation of \"Decision on the referral\" has changed.");
  }

  @Test
  @DisplayName("is told also where it stands beside something that a sentence names")
  void beside() {
    String text = SHIPPED.get(MODEL);
    String more = text.replace("Check that the referral", "Make sure that the referral");
    String less = more.replace("camunda:mapDecisionResult=\"singleEntry\"", "");
    assertThat(FileDifference.of(MODEL, text, less).sentences())
        .contains("The guidance of the task \"Screen the referral\" has changed.")
        .anyMatch(line -> line.startsWith("At the decision") && line.contains("settings differ"));
    String whole = more.replaceFirst("(<bpmn:process )", "$1camunda:jobPriority=\"1\" ");
    assertThat(FileDifference.of(MODEL, text, whole).sentences())
        .contains("At the model settings differ that no sentence names; compare the two files.");

    String table = SHIPPED.get(CLOCKS);
    String row = table.replace("Partners decide within three", "Partners decide within 3");
    String first =
        row.replaceFirst(
            "<decisionTable id=\"(\\w+)\"[^>]*>", "<decisionTable id=\"$1\" hitPolicy=\"FIRST\">");
    assertThat(FileDifference.of(CLOCKS, table, first).sentences())
        .containsExactly(
            "The explanation of \"Decision on the referral\" has changed.",
            "Settings of the table differ that no sentence names. Compare the two files.");
  }

  @Test
  @DisplayName("of a model that no engine could read keeps no one from seeing the rest")
  void unreadable() {
    String text = SHIPPED.get(MODEL);
    FilesTogether inUse = new FilesTogether(Map.of(), Deployed.NOTHING, Map.of());
    for (String broken :
        List.of(
            text.replaceFirst("targetRef=\"[^\"]*\"", "targetRef=\"nowhere\""),
            text.replaceFirst("<bpmn:process id=\"[^\"]*\"", "<bpmn:process"),
            text.replaceFirst("<bpmn:userTask id=\"[^\"]*\"", "<bpmn:userTask"),
            "<model/>")) {
      assertThat(broken).isNotEqualTo(text);
      assertThat(inUse.nameOf("consider-referral.bpmn", broken, List.of()))
          .isEqualTo("consider-referral.bpmn");
      assertThat(FileDifference.of(MODEL, text, broken).sentences()).isNotEmpty();
    }
  }

  @Test
  @DisplayName("of a form is told question by question")
  void forms() {
    String key = "\"key\": \"viewReasons\"";
    assertThat(changed(FORM, key, "\"key\": \"otherReasons\""))
        .hasSize(2)
        .anyMatch(line -> line.endsWith("is new, and must be answered."))
        .anyMatch(line -> line.endsWith("is gone."));
    assertThat(changed(FORM, "\"value\": \"notifiable\"", "\"value\": \"must\""))
        .singleElement()
        .asString()
        .endsWith("its choices have changed.");
  }

  @Test
  @DisplayName("is told of a new task also where it stands on a way that a case has left behind")
  void past() {
    ModelSteps steps = new ModelSteps(OneModel.trust(MODEL, SHIPPED.get(MODEL)).model());
    assertThat(steps.isPast("userTask_screenReferral", Set.of("userTask_confirmScreeningOut")))
        .as("it can be sent back, but screening lies behind it")
        .isTrue();
    assertThat(steps.isPast("userTask_confirmScreeningOut", Set.of("userTask_giveView")))
        .as("it does not come there any more")
        .isTrue();
    assertThat(steps.isPast("userTask_decideOutcome", Set.of("userTask_giveView"))).isFalse();
    assertThat(steps.isPast("userTask_giveView", Set.of("userTask_giveView"))).isFalse();
  }

  @Test
  @DisplayName("keeps a case where it stands if its step is gone, of another kind, or elsewhere")
  void stops() {
    String text = SHIPPED.get(MODEL);
    ModelSteps before = new ModelSteps(OneModel.trust(MODEL, text).model());
    assertThat(stops(before, text, "userTask_giveView")).isEmpty();
    String alone = text.replaceAll("(?s)<bpmn:multiInstance[^>]*/>", "");
    assertThat(stops(before, alone, "userTask_giveView")).endsWith("repeated in another way");
    String other = text.replace("userTask_screenReferral", "userTask_other");
    assertThat(stops(before, other, "userTask_screenReferral")).endsWith("which is gone");
    String kind = text.replaceAll("(</?bpmn:)userTask( id=\"userTask_decide|>)", "$1task$2");
    assertThat(
            stops(before, kind.replaceAll("<bpmn:userTask ", "<bpmn:task "), "userTask_giveView"))
        .endsWith("another kind of step now");
  }

  private static String stops(ModelSteps before, String after, String step) {
    return new ModelSteps(OneModel.trust(MODEL, after).model()).stops(before, step);
  }

  private static List<String> changed(String file, String from, String to) {
    String text = SHIPPED.get(file);
    int at = text.indexOf(from);
    assertThat(at).as(from).isNotNegative();
    String after = text.substring(0, at) + to + text.substring(at + from.length());
    return FileDifference.of(file, text, after).sentences();
  }
}
