// Writes what is chosen in the panel into the model, step by step, so that each can be undone.
export function writing(modeller) {
  const [modeling, moddle, replace, registry] = ['modeling', 'moddle', 'bpmnReplace', 'elementRegistry'].map((one) => modeller.get(one));

  const told = (it) => (it.extensionElements?.values || []).find((one) => one.$type === 'camunda:Properties');
  const properties = (it) => new Map((told(it)?.values || []).map((one) => [one.name, one.value]));

  function extend(at, change) {
    const it = at.businessObject;
    const values = change((it.extensionElements?.values || []).slice());
    const made = moddle.create('bpmn:ExtensionElements', { values });
    values.forEach((one) => {
      one.$parent = made;
    });
    made.$parent = it;
    modeling.updateProperties(at, { extensionElements: values.length ? made : undefined });
  }

  function create(type, parent, values) {
    const made = moddle.create(type, values);
    made.$parent = parent;
    return made;
  }

  // Sets properties; what is empty is taken out. With "only", all others are taken out as well.
  function tell(at, changes, only) {
    extend(at, (values) => {
      const all = properties(at.businessObject);
      if (only) [...all.keys()].filter((name) => !only.includes(name)).forEach((name) => all.delete(name));
      Object.entries(changes).forEach(([name, value]) => (value ? all.set(name, value) : all.delete(name)));
      const others = values.filter((one) => one.$type !== 'camunda:Properties');
      if (all.size === 0) return others;
      const holder = moddle.create('camunda:Properties');
      holder.values = [...all].map(([name, value]) => create('camunda:Property', holder, { name, value }));
      return others.concat(holder);
    });
  }

  function listen(at, expressions) {
    extend(at, (values) =>
      values
        .filter((one) => one.$type !== 'camunda:TaskListener' || expressions.includes(one.delegateExpression))
        .concat(
          expressions
            .filter((one) => !values.some((other) => other.delegateExpression === one))
            .map((one) => moddle.create('camunda:TaskListener', { event: 'complete', delegateExpression: one }))
        )
    );
  }

  function explain(at, text) {
    const documentation = text ? [create('bpmn:Documentation', at.businessObject, { text })] : [];
    modeling.updateProperties(at, { documentation });
  }

  function condition(at, body) {
    modeling.updateProperties(at, { conditionExpression: body ? create('bpmn:FormalExpression', at.businessObject, { body }) : undefined });
  }

  function timer(at, definition, body) {
    const made = create(definition.$type, at.businessObject, { id: definition.id });
    made.timeDate = create('bpmn:FormalExpression', made, { body });
    modeling.updateProperties(at, { eventDefinitions: [made] });
    if (at.type === 'bpmn:BoundaryEvent') modeling.updateProperties(at, { cancelActivity: false });
  }

  function repeat(at, collection, variable) {
    const loop = at.businessObject.loopCharacteristics;
    const made = create('bpmn:MultiInstanceLoopCharacteristics', at.businessObject, { isSequential: loop.isSequential, collection, elementVariable: variable });
    if (loop.completionCondition) made.completionCondition = loop.completionCondition;
    modeling.updateProperties(at, { loopCharacteristics: made });
  }

  function handOnCase(at) {
    extend(at, (values) =>
      values.some((one) => one.$type === 'camunda:In' && one.businessKey)
        ? values
        : values.concat(moddle.create('camunda:In', { businessKey: '#{execution.processBusinessKey}' }))
    );
  }

  return {
    properties,
    tell,
    listen,
    explain,
    condition,
    timer,
    repeat,
    handOnCase,
    set: (at, values) => modeling.updateProperties(at, values),
    become: (at, type) => replace.replaceElement(at, { type }),
    shape: (it) => registry.get(it.id),
    all: () => registry.getAll(),
  };
}
