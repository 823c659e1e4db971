// Names what the modeller only numbered: the id of a step says what it is, and stays the same when
// the step is called otherwise later, so that cases which stand at it can move.
const NUMBERED = /^[A-Z][A-Za-z]*_[0-9a-z]{5,}$/;
const START = { StartEvent: 'start', EndEvent: 'end', SequenceFlow: 'flow', BoundaryEvent: 'boundary', IntermediateCatchEvent: 'event', IntermediateThrowEvent: 'event' };

function kindOf(type) {
  const name = type.replace('bpmn:', '');
  return START[name] || (name.endsWith('Gateway') ? 'gateway' : name.charAt(0).toLowerCase() + name.slice(1));
}

function camel(words) {
  const parts = (words || '').normalize('NFD').replace(/[^A-Za-z ]/g, ' ').trim().split(/\s+/).filter(Boolean);
  return parts.map((part, at) => (at === 0 ? part.charAt(0).toLowerCase() : part.charAt(0).toUpperCase()) + part.slice(1).toLowerCase()).join('');
}

function tail(id) {
  return id.replace(/^[A-Za-z]*_/, '');
}

// A step that needs no name is named after the one before it; a task waits for its name.
function place(it) {
  const before = (it.incoming || [])[0]?.sourceRef?.id;
  return before && /(Gateway|Event)$/.test(it.$type) && !NUMBERED.test(before) ? 'after' + tail(before).charAt(0).toUpperCase() + tail(before).slice(1).replace(/[^A-Za-z]/g, '') : '';
}

const LETTERS = ['', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z'];

export function giveNames(modeller) {
  const registry = modeller.get('elementRegistry');
  const modeling = modeller.get('modeling');
  const numbered = registry.filter((one) => one.type !== 'label' && NUMBERED.test(one.businessObject.id || '') && !one.labelTarget);
  // Steps before ways, because a way is named after the steps that it joins.
  numbered.sort((a, b) => (a.waypoints ? 1 : 0) - (b.waypoints ? 1 : 0));
  numbered.forEach((one) => {
    const it = one.businessObject;
    const middle = one.waypoints && it.sourceRef && it.targetRef ? tail(it.sourceRef.id) + '_to_' + tail(it.targetRef.id) : camel(it.name) || place(it);
    if (!middle) return;
    const wanted = kindOf(one.type) + '_' + middle;
    const free = LETTERS.map((letter) => wanted + letter).find((id) => !registry.get(id));
    if (free) modeling.updateProperties(one, { id: free });
  });
}
