package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What someone might deploy by mistake or on purpose, each made of what is shipped by one change.
 */
final class BrokenInputs {

  /**
   * One broken input.
   *
   * @param name what was done
   * @param files what is deployed
   * @param named words of the element, the row or the question that the answer must name
   * @param words words of what is wrong
   * @param rules the rules that refuse it, and without which it passes
   */
  record Broken(
      String name, Map<String, String> files, String named, String words, Set<String> rules) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final String MODEL = "processes/rapidreview/panel-response.bpmn";
  private static final String FORM = "forms/referral/give-view.form";
  private static final String PAGE = "forms/rapidreview/record-panel-response.html";
  private static final String CLOCKS = "processes/statutory-and-local-clocks.dmn";
  private static final String DAYS = "processes/days-off.dmn";
  private static final String TIMES = "processes/times-to-act.dmn";
  private static final Pattern USED = Pattern.compile("embedded:deployment:([\\w./-]+)");
  private static final String END = "</bpmn:process>";
  private static final String BESIDE = "camunda:delegateExpression=\"${startBeside}\"";

  private final List<Broken> all = new ArrayList<>();

  private BrokenInputs() {}

  static List<Broken> all() {
    BrokenInputs inputs = new BrokenInputs();
    inputs.code();
    inputs.references();
    inputs.flow();
    inputs.files();
    inputs.pages();
    inputs.forms();
    inputs.tables();
    return inputs.all;
  }

  /** The attack that runs a command of the operating system. */
  static Map<String, String> shell() {
    return model(BESIDE, "camunda:type=\"shell\"");
  }

  /** The attack that shows who a child is to a role that must not know. */
  static Map<String, String> formForAForeignRole() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "processes/look.bpmn",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_Look" targetNamespace="https://practicereview.org/processes">
          <bpmn:process id="look" name="Look" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="start_begun" name="Begun"><bpmn:outgoing>flow_begun</bpmn:outgoing></bpmn:startEvent>
            <bpmn:sequenceFlow id="flow_begun" sourceRef="start_begun" targetRef="userTask_look" />
            <bpmn:userTask id="userTask_look" name="Look" camunda:candidateGroups="communications" camunda:formRef="look" camunda:formRefBinding="latest">
              <bpmn:documentation>Look.</bpmn:documentation>
              <bpmn:incoming>flow_begun</bpmn:incoming><bpmn:outgoing>flow_looked</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="flow_looked" sourceRef="userTask_look" targetRef="end_looked" />
            <bpmn:endEvent id="end_looked" name="Looked"><bpmn:incoming>flow_looked</bpmn:incoming></bpmn:endEvent>
          </bpmn:process>
        </bpmn:definitions>
        """);
    files.put(
        "forms/look.form",
        """
        {"type": "default", "id": "look", "schemaVersion": 16, "components": [
          {"type": "textfield", "id": "childName", "key": "childName", "label": "Child", "disabled": true,
           "properties": {"display": "true"}, "validate": {"maxLength": 200}},
          {"type": "checkbox", "id": "looked", "key": "looked", "label": "Looked", "properties": {"access": "identity", "prefill": "none"}},
          {"type": "checkbox", "id": "lookedAgain", "key": "lookedAgain", "label": "Again", "properties": {"access": "identity", "prefill": "none"}}]}
        """);
    return files;
  }

  private void code() {
    String task = "serviceTask_beginNationalReview";
    add(
        "shell in the place of a building block",
        shell(),
        task,
        "attribute type",
        "NoCodeRule",
        "BuildingBlockRule");
    change(
        "shell beside a building block",
        BESIDE,
        BESIDE + " camunda:type=\"shell\"",
        task,
        "attribute type",
        "NoCodeRule");
    change(
        "mail task",
        BESIDE,
        "camunda:type=\"mail\"",
        task,
        "attribute type",
        "NoCodeRule",
        "BuildingBlockRule");
    change(
        "external worker",
        BESIDE,
        "camunda:type=\"external\" camunda:topic=\"x\"",
        task,
        "external workers",
        "NoCodeRule",
        "BuildingBlockRule");
    change(
        "class of the shell",
        BESIDE,
        "camunda:class=\"org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior\"",
        task,
        "Java class",
        "NoCodeRule",
        "BuildingBlockRule");
    change(
        "expression in the place of a building block",
        BESIDE,
        "camunda:expression=\"${people.allPartners()}\"",
        task,
        "expression as implementation",
        "NoCodeRule",
        "BuildingBlockRule");
    change(
        "unknown bean as a building block",
        BESIDE,
        "camunda:delegateExpression=\"${dataSource}\"",
        task,
        "does not exist",
        "ExpressionRule",
        "PropertyRule");
    insert(
        "script task",
        "<bpmn:scriptTask id=\"scriptTask_run\" name=\"Run\" scriptFormat=\"juel\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
        "scriptTask_run",
        "script",
        "NoCodeRule");
    insert(
        "send task with a shell",
        "<bpmn:sendTask id=\"sendTask_run\" name=\"Run\" camunda:type=\"shell\" />",
        "sendTask_run",
        "sendTask may not be used",
        "NoCodeRule");
    insert(
        "message that is sent by a class",
        "<bpmn:endEvent id=\"end_run\" name=\"Run\"><bpmn:messageEventDefinition id=\"message_run\" camunda:class=\"x.Y\" /></bpmn:endEvent>",
        "message_run",
        "Java class",
        "NoCodeRule");
    insert(
        "decision by a class",
        "<bpmn:businessRuleTask id=\"decisionTask_run\" name=\"Run\" camunda:class=\"x.Y\" camunda:decisionRef=\"notifiable-incident\" />",
        "decisionTask_run",
        "Java class",
        "NoCodeRule");
    insert(
        "task of no kind",
        "<bpmn:task id=\"task_run\" name=\"Run\" />",
        "task_run",
        "task may not be used",
        "NoCodeRule");
    insert(
        "transaction",
        "<bpmn:transaction id=\"transaction_run\" name=\"Run\" />",
        "transaction_run",
        "transaction may not be used",
        "NoCodeRule");
    listener(
        "execution listener with a class",
        "<camunda:executionListener class=\"x.Y\" event=\"start\" />",
        "executionListener may not be used");
    listener(
        "execution listener with a bean",
        "<camunda:executionListener delegateExpression=\"${writeLetter}\" event=\"start\" />",
        "executionListener may not be used");
    listener(
        "task listener with a class",
        "<camunda:taskListener class=\"x.Y\" event=\"create\" />",
        "Java class");
    listener(
        "task listener with an expression",
        "<camunda:taskListener expression=\"${people.allPartners()}\" event=\"create\" />",
        "expression as implementation");
    listener(
        "task listener with a script",
        "<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"juel\">1</camunda:script></camunda:taskListener>",
        "script");
    listener(
        "connector",
        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
        "connector");
    listener(
        "input mapping",
        "<camunda:inputOutput><camunda:inputParameter name=\"x\">1</camunda:inputParameter></camunda:inputOutput>",
        "input and output mappings");
    listener(
        "injected field", "<camunda:field name=\"x\" stringValue=\"y\" />", "extension properties");
    String group = "camunda:candidateGroups=\"business-manager\" camunda:formKey";
    String who = "userTask_recordPanelResponse";
    change(
        "expression that reaches a class",
        group,
        "camunda:candidateGroups=\"${people.getClass()}\" camunda:formKey",
        who,
        "getClass",
        "ExpressionRule",
        "ReadersRule");
    change(
        "expression that goes on",
        group,
        "camunda:candidateGroups=\"${people.partner(execution).toString()}\" camunda:formKey",
        who,
        "goes on",
        "ExpressionRule",
        "ReadersRule");
    change(
        "expression that reaches the engine",
        group,
        "camunda:candidateGroups=\"${execution.getProcessEngineServices()}\" camunda:formKey",
        who,
        "getProcessEngineServices",
        "ExpressionRule",
        "ReadersRule");
    change(
        "expression with another bean",
        group,
        "camunda:candidateGroups=\"${environment.getProperty('x')}\" camunda:formKey",
        who,
        "environment",
        "ExpressionRule",
        "ReadersRule");
    change(
        "expression with a function",
        group,
        "camunda:candidateGroups=\"${currentUser()}\" camunda:formKey",
        who,
        "currentUser",
        "ExpressionRule",
        "ReadersRule");
    change(
        "assignee",
        group,
        "camunda:assignee=\"x\" " + group,
        who,
        "attribute assignee",
        "NoCodeRule");
    change(
        "candidate users",
        group,
        "camunda:candidateUsers=\"x\" " + group,
        who,
        "attribute candidateUsers",
        "NoCodeRule");
    change(
        "tenant of a call",
        "calledElement=\"partners-decision\"",
        "calledElement=\"partners-decision\" camunda:calledElementTenantId=\"x\"",
        "callActivity_partnersDecision",
        "attribute calledElementTenantId",
        "NoCodeRule");
    change(
        "condition in a script language",
        "xsi:type=\"bpmn:tFormalExpression\">${not empty panelResponse",
        "xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">${not empty panelResponse",
        "flow_panelAnswered",
        "plain expression",
        "NoCodeRule");
  }

  private void references() {
    String who = "userTask_recordPanelResponse";
    String group = "camunda:candidateGroups=\"business-manager\" camunda:formKey";
    change(
        "unknown role",
        group,
        "camunda:candidateGroups=\"busines-manager\" camunda:formKey",
        who,
        "role busines-manager",
        "RoleRule",
        "ReadersRule");
    change(
        "role of the modeller",
        group,
        "camunda:candidateGroups=\"model-administrator\" camunda:formKey",
        who,
        "role model-administrator",
        "RoleRule",
        "ReadersRule");
    change(
        "no role",
        group,
        "camunda:formKey",
        who,
        "which role does it",
        "TaskRule",
        "RoleRule",
        "ReadersRule");
    change(
        "role that may not read the form",
        group,
        "camunda:candidateGroups=\"sub-group\" camunda:formKey",
        who,
        "may not read",
        "ReadersRule");
    change(
        "unknown form",
        "camunda:formRef=\"approve-letter\"",
        "camunda:formRef=\"approve-leter\"",
        "userTask_approveOutcomeLetter",
        "approve-leter does not exist",
        "FormRule");
    change(
        "no form",
        " camunda:formRef=\"approve-letter\" camunda:formRefBinding=\"latest\"",
        "",
        "userTask_approveOutcomeLetter",
        "no form",
        "FormRule");
    change(
        "form of one version",
        "camunda:formRef=\"approve-letter\" camunda:formRefBinding=\"latest\"",
        "camunda:formRef=\"approve-letter\" camunda:formRefBinding=\"deployment\"",
        "userTask_approveOutcomeLetter",
        "latest version",
        "FormRule");
    change(
        "form of a foreign address",
        "embedded:deployment:" + PAGE,
        "https://elsewhere.example/form.html",
        who,
        "does not exist",
        "FormRule");
    Map<String, String> alone = model("", "");
    alone.remove(PAGE);
    add(
        "HTML form that is not deployed with its model",
        alone,
        who,
        PAGE + " does not exist",
        "FormRule");
    change(
        "unknown letter",
        "name=\"letter\" value=\"rapidreview/outcome\"",
        "name=\"letter\" value=\"rapidreview/outcom\"",
        "serviceTask_writeOutcomeLetter",
        "rapidreview/outcom does not exist",
        "ReferenceRule",
        "LetterApprovalRule");
    change(
        "unknown recipient",
        "value=\"panel,ofsted,dfe,partners,asked",
        "value=\"panell,ofsted,dfe,partners,asked",
        "serviceTask_writeOutcomeLetter",
        "recipient panell",
        "PropertyRule");
    change(
        "property of another building block",
        "<camunda:property name=\"from\" value=\"today\" />",
        "<camunda:property name=\"from\" value=\"today\" /><camunda:property name=\"date\" value=\"x\" />",
        "serviceTask_watchAgain",
        "date means nothing",
        "PropertyRule");
    change(
        "misspelt property",
        "<camunda:property name=\"from\" value=\"today\" />",
        "<camunda:property name=\"form\" value=\"today\" />",
        "serviceTask_watchAgain",
        "form means nothing",
        "PropertyRule");
    change(
        "clock that does not exist",
        "${clocks.dueAt(execution,'panel-response')}",
        "${clocks.dueAt(execution,'panel-respons')}",
        who,
        "panel-respons does not exist",
        "TimerRule");
    change(
        "due date in words",
        "camunda:dueDate=\"${clocks.dueAt(execution,'panel-response')}\"",
        "camunda:dueDate=\"2030-01-01T09:00:00\"",
        who,
        "does not ask a clock",
        "TimerRule");
    change(
        "unknown process beside",
        "value=\"national-review\"",
        "value=\"national-reviw\"",
        "serviceTask_beginNationalReview",
        "national-reviw does not exist",
        "PropertyRule");
    change(
        "unknown called process",
        "calledElement=\"partners-decision\"",
        "calledElement=\"partners-decison\"",
        "callActivity_partnersDecision",
        "does not exist",
        "ReferenceRule");
    change(
        "call of one version",
        "calledElement=\"partners-decision\" camunda:calledElementBinding=\"latest\"",
        "calledElement=\"partners-decision\" camunda:calledElementBinding=\"deployment\"",
        "callActivity_partnersDecision",
        "latest version",
        "ReferenceRule");
    change(
        "property that a letter needs",
        "<camunda:property name=\"approval\" value=\"required\" />",
        "",
        "serviceTask_writeOutcomeLetter",
        "not told its approval",
        "BuildingBlockRule");
    change(
        "unknown urgency",
        "<camunda:property name=\"variable:panelResponse\"",
        "<camunda:property name=\"urgency\" value=\"soon\" /><camunda:property name=\"variable:panelResponse\"",
        who,
        "urgency soon",
        "PropertyRule");
    change(
        "four eyes with an unknown form",
        "<camunda:property name=\"variable:panelResponse\"",
        "<camunda:property name=\"anotherPersonThan\" value=\"nothing\" /><camunda:property name=\"variable:panelResponse\"",
        who,
        "nothing, which does not exist",
        "DeclaredRule");
    change(
        "answer that the form does not ask",
        "<camunda:property name=\"variable:panelResponse\"",
        "<camunda:property name=\"variable:panelAnswerKind\" value=\"code\" /><camunda:property name=\"variable:panelResponse\"",
        who,
        "panelAnswerKind",
        "DeclaredRule");
    change(
        "answer of no type",
        "name=\"variable:panelResponse\" value=\"code\"",
        "name=\"variable:panelResponse\" value=\"text\"",
        who,
        "not a code",
        "FormRule");
    add(
        "form offered to a role that may not read it",
        formForAForeignRole(),
        "userTask_look",
        "shows childName, which communications may not read",
        "ReadersRule");
  }

  private void flow() {
    change(
        "not executable",
        "isExecutable=\"true\"",
        "isExecutable=\"false\"",
        MODEL,
        "not executable",
        "ProcessRule");
    change(
        "process renamed",
        "<bpmn:process id=\"panel-response\"",
        "<bpmn:process id=\"panel-answer\"",
        MODEL,
        "its process is called panel-answer",
        "FileRule");
    change(
        "no name", " name=\"Hear the Panel and decide\"", "", MODEL, "has no name", "ProcessRule");
    change(
        "history for ever",
        " camunda:historyTimeToLive=\"P3650D\"",
        "",
        MODEL,
        "history is kept",
        "ProcessRule");
    change(
        "no way for an answer",
        " default=\"flow_noAnswerYet\"",
        "",
        "gateway_panelAnswered",
        "no default flow",
        "GatewayRule");
    change(
        "way for an answer that no one can give",
        "panelResponse != 'no-response'}",
        "panelResponse != 'no-respons'}",
        "flow_panelAnswered",
        "no form offers the answer no-respons",
        "AnswerRule");
    change(
        "way without a label",
        "<bpmn:sequenceFlow id=\"flow_panelAnswered\" name=\"Yes\"",
        "<bpmn:sequenceFlow id=\"flow_panelAnswered\"",
        "flow_panelAnswered",
        "no label",
        "GatewayRule");
    change(
        "inverted answer",
        "${not empty panelResponse and panelResponse != 'no-response'}",
        "${panelResponse == false}",
        "flow_panelAnswered",
        "the label says yes",
        "GatewayRule");
    change(
        "clock no longer started",
        "<camunda:property name=\"clock\" value=\"practice-review\" />",
        "<camunda:property name=\"clock\" value=\"panel-response\" />",
        "practice-review",
        "no step starts the clock",
        "ClockRemovedRule");
    change(
        "in the transaction of the person",
        BESIDE + " camunda:asyncBefore=\"true\"",
        BESIDE,
        "serviceTask_beginNationalReview",
        "job of its own",
        "BuildingBlockRule");
    change(
        "letter that no one approves",
        "<camunda:taskListener delegateExpression=\"${approveLetter}\" event=\"complete\" />",
        "",
        "serviceTask_writeOutcomeLetter",
        "no one approves",
        "LetterApprovalRule");
    insert(
        "endless loop",
        "<bpmn:parallelGateway id=\"gateway_round\"><bpmn:incoming>flow_round</bpmn:incoming><bpmn:outgoing>flow_round</bpmn:outgoing></bpmn:parallelGateway><bpmn:sequenceFlow id=\"flow_round\" sourceRef=\"gateway_round\" targetRef=\"gateway_round\" />",
        "gateway_round",
        "without waiting",
        "LoopRule");
    insert(
        "timer that starts cases again and again",
        "<bpmn:startEvent id=\"start_again\" name=\"Again\"><bpmn:timerEventDefinition id=\"timer_again\"><bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>",
        "start_again",
        "takes its date from a clock",
        "TimerRule");
    insert(
        "timer of a length",
        "<bpmn:intermediateCatchEvent id=\"timer_wait\" name=\"Wait\"><bpmn:timerEventDefinition id=\"timer_definition\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P5D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
        "timer_wait",
        "takes its date from a clock",
        "TimerRule");
    insert(
        "generated id",
        "<bpmn:endEvent id=\"Activity_0x1y2z3\" name=\"End\" />",
        "Activity_0x1y2z3",
        "id does not say",
        "ProcessRule");
  }

  private void files() {
    add(
        "no model at all",
        Map.of("processes/x.bpmn", "nothing"),
        "processes/x.bpmn",
        "can be read",
        "FileRule");
    add(
        "model with an entity",
        Map.of(
            "processes/x.bpmn",
            "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><x>&y;</x>"),
        "processes/x.bpmn",
        "can be read",
        "FileRule");
    add("script file", Map.of("forms/x.js", "alert(1)"), "forms/x.js", "no model", "FileRule");
    add(
        "model under another ending",
        Map.of("processes/x.bpmn20.xml", text(MODEL)),
        "processes/x.bpmn20.xml",
        "no model",
        "FileRule");
    add(
        "case plan",
        Map.of("processes/x.cmmn", "<x/>"),
        "processes/x.cmmn",
        "no model",
        "FileRule");
    add(
        "path out of the folder",
        Map.of(
            "../x.form", text("forms/approve-letter.form").replace("\"approve-letter\"", "\"x\"")),
        "../x.form",
        "no model",
        "FileRule");
    Map<String, String> other = model("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"");
    add("other encoding", other, MODEL, "UTF-8", "FileRule");
  }

  private void pages() {
    page(
        "second script",
        "</form>",
        "<script>alert(1)</script></form>",
        PAGE,
        "one line of script",
        "EachForm");
    page("handler", "<p", "<p onclick=\"alert(1)\"", PAGE, "attribute onclick", "EachForm");
    page(
        "frame",
        "</form>",
        "<iframe src=\"https://elsewhere.example\"></iframe></form>",
        PAGE,
        "element iframe",
        "EachForm");
    page(
        "picture from elsewhere",
        "</form>",
        "<img src=\"https://elsewhere.example/x.png\"></form>",
        PAGE,
        "element img",
        "EachForm");
    page(
        "link that runs",
        "</form>",
        "<a href=\"javascript:alert(1)\">x</a></form>",
        PAGE,
        "element a",
        "EachForm");
    page(
        "class that runs",
        "</form>",
        "<p class=\"ng-init: x()\">x</p></form>",
        PAGE,
        "class ng-init",
        "EachForm");
    page(
        "comment that runs",
        "</form>",
        "<!-- directive: x --></form>",
        PAGE,
        "comment",
        "EachForm");
    page("double braces", "</form>", "<p>{{x}}</p></form>", PAGE, "double braces", "EachForm");
    page(
        "form that is sent elsewhere",
        "<form ",
        "<form action=\"https://elsewhere.example\" ",
        PAGE,
        "attribute action",
        "EachForm");
    page("style", "<p", "<p style=\"position:fixed\"", PAGE, "attribute style", "EachForm");
  }

  private void forms() {
    form(
        "no form at all",
        "{",
        "[",
        "give-view",
        "can be read",
        "EachForm",
        "QuestionRemovedRule",
        "DeclaredRule");
    form(
        "unknown component",
        "\"type\": \"textarea\"",
        "\"type\": \"htmlarea\"",
        FORM,
        "component htmlarea",
        "EachForm",
        "QuestionRemovedRule",
        "DeclaredRule");
    form(
        "no longest length",
        "\"maxLength\": 200\n",
        "\"minLength\": 1\n",
        "childName",
        "longest length",
        "EachForm");
    form(
        "key twice",
        "\"id\": \"newFactsKnownOn\",\n      \"key\": \"newFactsKnownOn\"",
        "\"id\": \"newFacts\",\n      \"key\": \"newFacts\"",
        "newFacts",
        "id of its own",
        "EachForm");
    form(
        "condition that cannot be understood",
        "\"hide\": \"=newFactsKnownOn = null\"",
        "\"hide\": \"=newFactsKnownOn = = null\"",
        "newFactsKnownOn",
        "cannot be understood",
        "FeelRule");
    form(
        "condition on a question that is not asked",
        "\"hide\": \"=newFactsKnownOn = null\"",
        "\"hide\": \"=newFactKnownOn = null\"",
        "newFactsKnownOn",
        "newFactKnownOn",
        "EachForm");
    form(
        "read-only field",
        "\"id\": \"childName\",",
        "\"id\": \"childName\", \"readonly\": true,",
        "childName",
        "read-only",
        "EachForm");
    form(
        "setting of the browser",
        "\"id\": \"childName\",",
        "\"id\": \"childName\", \"valuesExpression\": \"=x\",",
        "childName",
        "setting valuesExpression",
        "EachForm");
    form(
        "link to elsewhere",
        "(/case/{{caseReference}})",
        "(https://elsewhere.example)",
        "caseHeader",
        "links to the case page",
        "EachForm");
    form(
        "new question of which no one knows who may read it",
        "\"components\": [",
        "\"components\": [{\"type\": \"textfield\", \"id\": \"favouriteColour\", \"key\": \"favouriteColour\", \"label\": \"Colour\", \"validate\": {\"maxLength\": 100}},",
        "favouriteColour",
        "does not say who may read",
        "NewQuestionRule");
    form(
        "newer viewer",
        "\"schemaVersion\": 16",
        "\"schemaVersion\": 19",
        "give-view",
        "newer viewer",
        "EachForm");
    Map<String, String> gone =
        Map.of(
            PAGE,
            text(PAGE).replace("panelResponse\"", "panelAnswerKind\" data-access=\"identity\""));
    add(
        "question that a model takes",
        gone,
        "panelResponse",
        "no longer asks panelResponse",
        "DeclaredRule",
        "QuestionRemovedRule",
        "EachForm");
    Map<String, String> read =
        Map.of(
            PAGE,
            text(PAGE)
                .replace("panelResponseOn", "panelAnsweredOn")
                .replace(
                    "name=\"panelAnsweredOn\"",
                    "name=\"panelAnsweredOn\" data-access=\"identity\""));
    add(
        "question that a clock counts from",
        read,
        "panelResponseOn",
        "the question is gone",
        "QuestionRemovedRule",
        "EachForm");
  }

  private void tables() {
    String row = "rule_rapidReview";
    cell("unit", "rapidReview_unit", "\"WORKDAYS\"", row, "unit is \"WORKDAYS\"", "ClockTableRule");
    cell(
        "trigger",
        "rapidReview_trigger",
        "\"notificationSendOn\"",
        row,
        "notificationSendOn",
        "ClockTableRule");
    cell(
        "role",
        "rapidReview_ownerRole",
        "\"busines-manager\"",
        row,
        "busines-manager",
        "ClockTableRule");
    cell(
        "role to tell",
        "rapidReview_escalationRoles",
        "\"executive,sheriff\"",
        row,
        "sheriff",
        "ClockTableRule");
    cell("name", "rapidReview_name", "", row, "no name", "ClockTableRule", "TableRule");
    cell(
        "length",
        "rapidReview_length",
        "\"fifteen\"",
        row,
        "length is no number",
        "ClockTableRule");
    cell(
        "negative length",
        "rapidReview_length",
        "-1",
        row,
        "length is no number",
        "ClockTableRule");
    cell(
        "reminder after the end",
        "agencyReturn_reminderBefore",
        "9",
        "rule_agencyReturn",
        "reminder",
        "ClockTableRule");
    cell(
        "longer than guidance",
        "rapidReview_length",
        "20",
        row,
        "gives 20 working days",
        "ClockTableRule");
    cell(
        "longer than the duty to notify",
        "seriousIncidentNotification_length",
        "10",
        "rule_seriousIncidentNotification",
        "gives 10 working days",
        "ClockTableRule");
    cell(
        "later trigger",
        "rapidReview_trigger",
        "\"rapidReviewSentOn\"",
        row,
        "counts from another day",
        "ClockTableRule");
    cell(
        "less notice",
        "publicationNotice_length",
        "3",
        "rule_publicationNotice",
        "gives 3 full working days",
        "ClockTableRule");
    cell(
        "law called local",
        "rapidReview_source",
        "\"LOCAL\"",
        row,
        "is called local",
        "ClockTableRule");
    cell(
        "other way round",
        "rapidReview_direction",
        "\"BEFORE\"",
        row,
        "counts the other way",
        "ClockTableRule");
    cell(
        "program in a cell",
        "rapidReview_length",
        "now().day",
        "outputEntry_rapidReview_length",
        "the cell holds",
        "TableRule",
        "ClockTableRule");
    table(
        "row twice",
        CLOCKS,
        "<text>\"agency-return\"</text>",
        "<text>\"rapid-review\"</text>",
        row,
        "what an earlier row is for",
        "TableRule",
        "ClockTableRule");
    table(
        "row gone",
        CLOCKS,
        "<text>\"panel-response\"</text>",
        "<text>\"panel-respons\"</text>",
        "panel-response",
        "its row is gone",
        "ClockTableRule");
    table(
        "other language",
        CLOCKS,
        "expressionLanguage=\"feel\"",
        "expressionLanguage=\"juel\"",
        CLOCKS,
        "language juel",
        "TableRule");
    table(
        "national date moved",
        DAYS,
        "_practiceReview_dayOff\"><text>\"STAY\"",
        "_practiceReview_dayOff\"><text>\"NEXT\"",
        "practice-review",
        "moves a date on a day off",
        "ClockTableRule");
    table(
        "unknown clock of a day off",
        DAYS,
        "<text>\"removal-day\"</text>",
        "<text>\"removal-date\"</text>",
        "removal-date",
        "no such clock",
        "ClockTableRule");
    table(
        "urgency gone",
        TIMES,
        "<text>\"housekeeping\"</text></inputEntry>",
        "<text>\"chores\"</text></inputEntry>",
        "chores",
        "no such urgency",
        "TimesRule");
    table(
        "safety not at once",
        TIMES,
        "_safety_workingDays\"><text>0<",
        "_safety_workingDays\"><text>3<",
        "safety",
        "not due at once",
        "TimesRule");
    table(
        "unknown role to tell in turn",
        TIMES,
        "health,executive\"",
        "health,mayor\"",
        "safety",
        "mayor",
        "TimesRule");
    table(
        "no number of days",
        TIMES,
        "_local_workingDays\"><text>5<",
        "_local_workingDays\"><text>\"five\"<",
        "local",
        "workingDays is no number",
        "TimesRule");
    add(
        "no table at all",
        Map.of("processes/x.dmn", "<x/>"),
        "processes/x.dmn",
        "can be read",
        "TableRule");
  }

  private void change(
      String name, String good, String bad, String named, String words, String... rules) {
    add(name, model(good, bad), named, words, rules);
  }

  private void insert(String name, String xml, String named, String words, String... rules) {
    change(name, END, xml + END, named, words, rules);
  }

  private void listener(String name, String xml, String words) {
    String task = "userTask_approveOutcomeLetter";
    String kept =
        "<camunda:taskListener delegateExpression=\"${approveLetter}\" event=\"complete\" />";
    add(name, model(kept, kept + xml), task, words, "NoCodeRule");
  }

  private void page(
      String name, String good, String bad, String named, String words, String... rules) {
    add(name, Map.of(PAGE, replaced(PAGE, good, bad)), named, words, rules);
  }

  private void form(
      String name, String good, String bad, String named, String words, String... rules) {
    add(name, Map.of(FORM, replaced(FORM, good, bad)), named, words, rules);
  }

  private void table(
      String name,
      String file,
      String good,
      String bad,
      String named,
      String words,
      String... rules) {
    add(name, Map.of(file, replaced(file, good, bad)), named, words, rules);
  }

  private void cell(
      String name, String cell, String value, String named, String words, String... rules) {
    Matcher found =
        Pattern.compile("(outputEntry_" + cell + "\">\\s*<text>)[^<]*").matcher(text(CLOCKS));
    if (!found.find()) {
      throw new AssertionError("No cell " + cell);
    }
    String changed = found.replaceFirst(Matcher.quoteReplacement(found.group(1) + value));
    add("clocks: " + name, Map.of(CLOCKS, changed), named, words, rules);
  }

  private void add(
      String name, Map<String, String> files, String named, String words, String... rules) {
    all.add(new Broken(name, files, named, words, Set.of(rules)));
  }

  /** The model with a change, and the HTML forms that travel with it. */
  static Map<String, String> model(String good, String bad) {
    Map<String, String> files = new TreeMap<>();
    Matcher used = USED.matcher(text(MODEL));
    while (used.find()) {
      files.put(used.group(1), text(used.group(1)));
    }
    files.put(MODEL, good.isEmpty() ? text(MODEL) : replaced(MODEL, good, bad));
    return files;
  }

  private static String replaced(String file, String good, String bad) {
    String text = text(file);
    if (!text.contains(good)) {
      throw new AssertionError(file + " does not hold " + good);
    }
    return text.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
  }

  private static String text(String file) {
    return ShippedGate.FILES.get(file);
  }
}
