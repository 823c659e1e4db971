package org.practicereview.deadlines.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Small models that use clocks the way the shipped ones do. */
final class ClockModels {

  static final String REVIEW_PROCESS = "clock-test";
  static final String RETURN_PROCESS = "return-test";
  static final String CANCEL_PROCESS = "cancel-test";
  static final String DELAY_PROCESS = "delay-test";
  static final String UNSTARTED_PROCESS = "late-test";

  private ClockModels() {}

  static BpmnModelInstance review() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess(REVIEW_PROCESS)
            .camundaHistoryTimeToLiveString("P3650D")
            .startEvent()
            .serviceTask("startClock")
            .camundaAsyncBefore()
            .camundaDelegateExpression("${startClock}")
            .subProcess("work")
            .embeddedSubProcess()
            .startEvent()
            .userTask("userTask_review")
            .camundaDueDate("${clocks.dueAt(execution,'rapid-review')}")
            .endEvent()
            .subProcessDone()
            .serviceTask("stopClock")
            .camundaAsyncBefore()
            .camundaDelegateExpression("${stopClock}")
            .endEvent()
            .moveToActivity("work")
            .boundaryEvent("timer_reminder")
            .cancelActivity(false)
            .timerWithDate("${clocks.reminderAt(execution,'rapid-review')}")
            .endEvent()
            .moveToActivity("work")
            .boundaryEvent("timer_overdue")
            .cancelActivity(false)
            .timerWithDate("${clocks.overdueAt(execution,'rapid-review')}")
            .endEvent()
            .done();
    property(model, "startClock", "clock", "rapid-review");
    property(model, "stopClock", "clock", "rapid-review");
    property(model, "stopClock", "date", "rapidReviewSentOn");
    return model;
  }

  static BpmnModelInstance delay() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess(DELAY_PROCESS)
            .camundaHistoryTimeToLiveString("P3650D")
            .startEvent()
            .userTask("userTask_explain")
            .camundaTaskListenerDelegateExpression("complete", "${explainDelay}")
            .endEvent()
            .done();
    property(model, "userTask_explain", "clock", "rapid-review");
    return model;
  }

  static BpmnModelInstance agencyReturn() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess(RETURN_PROCESS)
            .camundaHistoryTimeToLiveString("P3650D")
            .startEvent()
            .serviceTask("startClock")
            .camundaAsyncBefore()
            .camundaDelegateExpression("${startClock}")
            .userTask("userTask_return")
            .camundaDueDate("${clocks.dueAt(execution,'agency-return')}")
            .endEvent()
            .moveToActivity("userTask_return")
            .boundaryEvent("timer_returnOverdue")
            .cancelActivity(false)
            .timerWithDate("${clocks.overdueAt(execution,'agency-return')}")
            .endEvent()
            .done();
    property(model, "startClock", "clock", "agency-return");
    return model;
  }

  static BpmnModelInstance cancel(String rule) {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess(CANCEL_PROCESS)
            .camundaHistoryTimeToLiveString("P3650D")
            .startEvent()
            .serviceTask("cancelClocks")
            .camundaAsyncBefore()
            .camundaDelegateExpression("${cancelClocks}")
            .endEvent()
            .done();
    property(model, "cancelClocks", "clocks", rule);
    property(model, "cancelClocks", "reason", "Withdrawn");
    return model;
  }

  static BpmnModelInstance withoutStart() {
    return Bpmn.createExecutableProcess(UNSTARTED_PROCESS)
        .camundaHistoryTimeToLiveString("P3650D")
        .startEvent()
        .intermediateCatchEvent("timer_wait")
        .timerWithDate("${clocks.overdueAt(execution,'rapid-review')}")
        .endEvent()
        .done();
  }

  /** The shipped table with another length of the rapid review. */
  static String tableWithRapidReviewOf(int workingDays) {
    try (InputStream file =
        ClockModels.class.getResourceAsStream("/processes/statutory-and-local-clocks.dmn")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace("<text>15</text>", "<text>" + workingDays + "</text>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void property(
      BpmnModelInstance model, String elementId, String name, String value) {
    BaseElement element = model.getModelElementById(elementId);
    ExtensionElements extensions = element.getExtensionElements();
    if (extensions == null) {
      extensions = model.newInstance(ExtensionElements.class);
      element.setExtensionElements(extensions);
    }
    if (extensions.getElementsQuery().filterByType(CamundaProperties.class).count() == 0) {
      extensions.addChildElement(model.newInstance(CamundaProperties.class));
    }
    CamundaProperties properties =
        extensions.getElementsQuery().filterByType(CamundaProperties.class).singleResult();
    CamundaProperty property = model.newInstance(CamundaProperty.class);
    property.setCamundaName(name);
    property.setCamundaValue(value);
    properties.addChildElement(property);
  }
}
