package org.practicereview.engine;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.practicereview.forms.FormSchema;

/**
 * Where a form stands.
 *
 * @param caseReference the case, or empty for work of a partnership outside its cases
 * @param scope agency or partner it is for, or empty
 * @param since when the task came up
 * @param assignee user id of who does the task, or null
 * @param element element id of the user task
 * @param name the task as its model names it, in the words of the partnership
 * @param dueOn when it is due, in words
 * @param model the task in its model
 * @param file the form file as it was deployed, in the words of the partnership
 * @param form the same, read for its questions and rules
 * @param variables of the process that tell whose part it is, and those that the form shows
 */
record FormPlace(
    String taskId,
    String caseReference,
    String tenant,
    String scope,
    Instant since,
    String assignee,
    String element,
    String name,
    String dueOn,
    BaseElement model,
    byte[] file,
    FormSchema form,
    Map<String, Object> variables) {}
