package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Open cases")
class WorkshopStoriesTest extends StoryTest {

  static final Map<String, Object> REFUSED =
      with(
          "referralAccepted",
          false,
          "referralRefusedReason",
          "The child was not harmed.",
          "viewsMeetingOn",
          null,
          "harm",
          "not-serious");
  static final String FORM =
      """
      {"type": "default", "id": "read-earlier-referrals", "schemaVersion": 16, "components": [
        {"type": "checkbox", "id": "earlierReferralsRead", "key": "earlierReferralsRead",
         "label": "I have read the earlier referrals of this family",
         "validate": {"required": true}, "properties": {"access": "identity", "prefill": "none"}},
        {"type": "checkbox", "id": "earlierReferralsMatter", "key": "earlierReferralsMatter",
         "label": "They matter here", "properties": {"access": "identity", "prefill": "none"}}]}
      """;

  private Workshop workshop;

  @BeforeEach
  void open() {
    workshop = new Workshop(desk);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  @DisplayName("move to a model with a new task, or stay, and all of them finish")
  void move() {
    List<Story> screening = new ArrayList<>();
    List<Story> confirming = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      Story one = referred("Workshop" + (char) ('a' + i));
      if (i % 3 == 0) {
        one.does("manager", "screenReferral", REFUSED);
        confirming.add(one);
      } else {
        screening.add(one);
      }
    }
    String model = workshop.download("model", "consider-referral");

    Map<String, String> added = new LinkedHashMap<>();
    added.put("my work.bpmn", withTask(model));
    added.put("read-earlier-referrals.form", FORM);
    String proposal = workshop.proposes(workshop.proposer(), added);
    Document page = workshop.page(workshop.releaser(), proposal);
    assertThat(page.text()).doesNotContain("What is wrong");
    assertThat(page.select("li").eachText())
        .contains(
            "The task \"Read earlier referrals\" is new, after \"Referral accepted?\"; role:"
                + " business manager; form: read-earlier-referrals; due date: clock"
                + " referral-decision.")
        .anyMatch(
            names(
                "cases are past the new task and go on without it (\"Read earlier referrals\"): ",
                confirming));
    assertThat(page.text()).doesNotContain(screening.get(0).reference);

    // The task at which some cases stand is replaced by another one.
    workshop
        .proposer()
        .uploads(
            Workshop.PAGE,
            proposal + "/files",
            "files",
            "consider-referral.bpmn",
            withTask(model)
                .replace("userTask_confirmScreeningOut", "userTask_confirmRefusal")
                .getBytes(StandardCharsets.UTF_8))
        .expect(302);
    page = workshop.page(workshop.releaser(), proposal);
    assertThat(page.text()).doesNotContain("What is wrong");
    assertThat(page.select("li").eachText())
        .anyMatch(
            names(
                "cases would stay at the task \"Confirm that it is not taken further\", which is"
                    + " gone: ",
                confirming))
        .noneMatch(line -> line.contains(screening.get(0).reference));
    assertThat(page.text()).doesNotContain("Robin").doesNotContain("hospital");
    String auditor = workshop.page(desk.user("st-auditor"), proposal).text();
    assertThat(auditor).contains("cases would stay at the task");
    assertThat(auditor).as("of another partnership").doesNotContain(confirming.get(0).reference);

    page = workshop.releases(workshop.releaser(), proposal, true);
    assertThat(page.text()).contains("of " + moves(page).size() + " moved");
    Document audited = workshop.page(desk.user("st-auditor"), proposal);
    assertThat(audited.text()).contains(" moved, ").doesNotContain(confirming.get(0).reference);
    for (Story one : screening) {
      assertThat(moves(page)).contains(one.reference + " Consider the referral Moved");
      one.trailTells("The case goes on by the new version of \"Consider the referral\"");
    }
    for (Story one : confirming) {
      assertThat(moves(page))
          .contains(
              one.reference
                  + " Consider the referral Stays on the earlier version at the task"
                  + " \"Confirm that it is not taken further\", which is gone");
    }
    assertThat(page.text()).contains("A case has begun or moved on the new version");
    assertThat(page.select("form[action$=/undo]")).isEmpty();

    Story later = referred("Workshoplater");
    screening.add(later);
    for (Story one : screening) {
      one.does("manager", "screenReferral", REFUSED);
      assertThat(one.open()).contains("readEarlierReferrals").doesNotContain("confirmRefusal");
      one.does("manager", "readEarlierReferrals", with("earlierReferralsRead", true));
      one.does("head", "confirmRefusal", with("screeningOutConfirmed", true));
      finish(one);
    }
    for (Story one : confirming) {
      one.does("head", "confirmScreeningOut", with("screeningOutConfirmed", true));
      finish(one);
    }

    workshop.presses(workshop.releaser(), proposal + "/undo", Map.of());
    assertThat(workshop.download("model", "consider-referral")).contains("readEarlierReferrals");
    String back =
        Workshop.addressOf(workshop.presses(workshop.releaser(), proposal + "/again", Map.of()));
    assertThat(workshop.page(workshop.proposer(), back).text())
        .contains("The task \"Read earlier referrals\" is gone.");
    assertThat(workshop.releases(workshop.proposer(), back, false).text()).contains("It is in use");
    assertThat(workshop.download("model", "consider-referral")).isEqualTo(model);
  }

  @Test
  @DisplayName("stay where they are when a change is undone before any case began on it")
  void undone() {
    Story waiting = referred("Workshopundone");
    String model = workshop.download("model", "consider-referral");
    Map<String, String> added = new LinkedHashMap<>();
    added.put("consider-referral.bpmn", withTask(model));
    added.put("read-earlier-referrals.form", FORM);
    String proposal = workshop.proposes(workshop.proposer(), added);
    workshop.releases(workshop.releaser(), proposal, false);
    assertThat(workshop.download("model", "consider-referral")).contains("readEarlierReferrals");
    assertThat(workshop.page(desk.user("second-modeller"), proposal).text())
        .contains("Undo the change");

    workshop.presses(workshop.releaser(), proposal + "/undo", Map.of());

    assertThat(workshop.download("model", "consider-referral")).isEqualTo(model);
    waiting.does("manager", "screenReferral", REFUSED);
    waiting.does("head", "confirmScreeningOut", with("screeningOutConfirmed", true));
    finish(waiting);
  }

  private Story referred(String name) {
    return story(SOUTH_GLOUCESTERSHIRE, Workshop.tomorrow())
        .referredBy("manager", with("childName", name + " Madeup"));
  }

  private void finish(Story one) {
    one.goesOnUntilTheEnd();
    assertThat(
            desk.the(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(one.reference)
                .count())
        .isZero();
    invariantsHold(one);
  }

  /** A line that says this, and of all of them. */
  private static Predicate<String> names(String words, List<Story> stories) {
    return line ->
        line.contains(words) && stories.stream().allMatch(one -> line.contains(one.reference));
  }

  private static List<String> moves(Document page) {
    return page.select("caption:contains(Cases) ~ tbody tr").eachText();
  }

  /** The model with one more task before a refusal is confirmed. */
  static String withTask(String model) {
    String changed =
        model
            .replace(
                "<bpmn:endEvent id=\"end_outcomeDecided\"",
                """
                <bpmn:userTask id="userTask_readEarlierReferrals" name="Read earlier referrals" camunda:candidateGroups="business-manager" camunda:formRef="read-earlier-referrals" camunda:formRefBinding="latest" camunda:dueDate="${clocks.dueAt(execution,'referral-decision')}">
                      <bpmn:documentation>Read what was referred of this family before, and say that you did.</bpmn:documentation>
                      <bpmn:incoming>flow_referralRefused</bpmn:incoming>
                      <bpmn:outgoing>flow_earlierRead</bpmn:outgoing>
                    </bpmn:userTask>
                    <bpmn:endEvent id="end_outcomeDecided\"""")
            .replace(
                "targetRef=\"userTask_confirmScreeningOut\"",
                "targetRef=\"userTask_readEarlierReferrals\"")
            .replace(
                "<bpmn:incoming>flow_referralRefused</bpmn:incoming>\n      <bpmn:outgoing>flow_confirm",
                "<bpmn:incoming>flow_earlierRead</bpmn:incoming>\n      <bpmn:outgoing>flow_confirm")
            .replace(
                "<bpmn:sequenceFlow id=\"flow_referralAccepted\"",
                "<bpmn:sequenceFlow id=\"flow_earlierRead\" sourceRef=\"userTask_readEarlierReferrals\""
                    + " targetRef=\"userTask_confirmScreeningOut\" />\n"
                    + "    <bpmn:sequenceFlow id=\"flow_referralAccepted\"")
            .replace(
                "</bpmndi:BPMNPlane>",
                """
                <bpmndi:BPMNShape id="userTask_readEarlierReferrals_di" bpmnElement="userTask_readEarlierReferrals"><dc:Bounds x="380" y="420" width="120" height="80" /></bpmndi:BPMNShape>
                    <bpmndi:BPMNEdge id="flow_earlierRead_di" bpmnElement="flow_earlierRead"><di:waypoint x="500" y="460" /><di:waypoint x="560" y="400" /></bpmndi:BPMNEdge>
                    </bpmndi:BPMNPlane>""");
    assertThat(changed).contains("readEarlierReferrals", "flow_earlierRead\" sourceRef");
    return changed;
  }
}
