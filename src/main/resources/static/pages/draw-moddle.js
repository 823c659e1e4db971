// The attributes of the engine that the models of this service use, and no others. The modeller
// keeps what it does not know, but only what is described here can be read and changed on the page.
const text = (name) => ({ name, type: 'String', isAttr: true });
const yes = (name) => ({ name, type: 'Boolean', isAttr: true });
const extension = (name, of, properties) => ({ name, isAbstract: true, extends: of, properties });

export default {
  name: 'Camunda',
  uri: 'http://camunda.org/schema/1.0/bpmn',
  prefix: 'camunda',
  xml: { tagAlias: 'lowerCase' },
  types: [
    extension('OfProcess', ['bpmn:Process'], [text('historyTimeToLive')]),
    extension('OfNode', ['bpmn:Activity', 'bpmn:Gateway', 'bpmn:Event'], [yes('asyncBefore')]),
    extension('OfForm', ['bpmn:UserTask', 'bpmn:StartEvent'], [text('formKey'), text('formRef'), text('formRefBinding')]),
    extension('OfUserTask', ['bpmn:UserTask'], [text('candidateGroups'), text('dueDate')]),
    extension('OfServiceTask', ['bpmn:ServiceTask'], [text('delegateExpression'), text('modelerTemplate'), text('modelerTemplateVersion')]),
    extension('OfCall', ['bpmn:CallActivity'], [text('calledElementBinding')]),
    extension('OfDecision', ['bpmn:BusinessRuleTask'], [text('decisionRef'), text('decisionRefBinding'), text('mapDecisionResult'), text('resultVariable')]),
    extension('OfLoop', ['bpmn:MultiInstanceLoopCharacteristics'], [text('collection'), text('elementVariable')]),
    { name: 'In', superClass: ['Element'], properties: [text('source'), text('sourceExpression'), text('target'), text('businessKey')] },
    { name: 'Out', superClass: ['Element'], properties: [text('source'), text('sourceExpression'), text('target')] },
    { name: 'TaskListener', superClass: ['Element'], properties: [text('event'), text('delegateExpression')] },
    { name: 'Properties', superClass: ['Element'], properties: [{ name: 'values', type: 'Property', isMany: true }] },
    { name: 'Property', superClass: ['Element'], properties: [text('name'), text('value')] },
  ],
};
