// The panel beside the drawing: what is chosen in the drawing, in the words of the house.
import { button, element, fact, many, one, words } from './draw-fields.js';
import { writing } from './draw-writing.js';

const URGENCIES = [['safety', "A child's safety: at once"], ['statutory', 'A date set by law or guidance depends on it'], ['local', 'Work on the case'], ['housekeeping', 'Keeps things in order']].map(([value, label]) => ({ value, label }));
const MOMENTS = [['dueAt', 'When it is due'], ['reminderAt', 'When people are reminded of it'], ['overdueAt', 'When it is overdue'], ['newDatePassedAt', 'When a new date that was agreed has passed']].map(([value, label]) => ({ value, label }));
const CLOCK = /^\$\{clocks\.(\w+)\(execution,\s*'([\w-]+)'\)}$/;
const clockOf = (expression) => (CLOCK.exec((expression || '').trim()) || []).slice(1);
const whole = (choices) => [{ choices }];

export function panelOf(modeller, panel, lists) {
  const write = writing(modeller);
  let at = null;

  const name = (label, hint) => words('name', label, hint, at.businessObject.name, (text) => write.set(at, { name: text || undefined }), 2);
  const explanation = (label, hint) =>
    words('explanation', label, hint, (at.businessObject.documentation || [])[0]?.text, (text) => write.explain(at, text), 5);
  const told = (key) => write.properties(at.businessObject).get(key);
  const tell = (key) => (value) => write.tell(at, { [key]: value });

  function form() {
    const it = at.businessObject;
    const choose = (value) => {
      const chosen = lists.forms.find((each) => each.value === value);
      const asked = chosen ? chosen.questions.map((question) => 'variable:' + question.key) : [];
      const kept = [...write.properties(it).keys()].filter((key) => !key.startsWith('variable:') || asked.includes(key));
      write.set(at, chosen?.page ? { formKey: value, formRef: undefined, formRefBinding: undefined } : { formKey: undefined, formRef: value || undefined, formRefBinding: value ? 'latest' : undefined });
      write.tell(at, {}, kept);
    };
    return one('form', 'Form', 'What the person fills in. A new form is made under Forms first; this model is then added to its proposal.', whole(lists.forms), it.formKey || it.formRef, choose, 'Choose a form');
  }

  function answers() {
    const it = at.businessObject;
    const used = lists.forms.find((each) => each.value === (it.formKey || it.formRef));
    if (!used || used.questions.length === 0) return [];
    const keys = [...write.properties(it).keys()].filter((key) => key.startsWith('variable:')).map((key) => key.slice(9));
    const choices = used.questions.map((question) => ({ value: question.key, label: question.label }));
    return [
      many('answers', 'Answers by which the model goes on', 'Tick what a choice further on asks for.', choices, keys.join(','), (value) => {
        const wanted = value.split(',').filter(Boolean);
        const changes = {};
        keys.filter((key) => !wanted.includes(key)).forEach((key) => (changes['variable:' + key] = ''));
        wanted.filter((key) => !keys.includes(key)).forEach((key) => {
          changes['variable:' + key] = used.questions.find((question) => question.key === key).yesOrNo ? 'boolean' : 'code';
        });
        write.tell(at, changes);
      }),
    ];
  }

  function userTask() {
    const it = at.businessObject;
    const due = clockOf(it.dueDate)[1];
    const people = lists.roles.concat(lists.rolesOfCase);
    const heard = (it.extensionElements?.values || []).filter((each) => each.$type === 'camunda:TaskListener').map((each) => each.delegateExpression);
    const parts = [
      name('What is to be done', 'A verb and what: Read earlier referrals'),
      explanation('Guidance for the person', 'What to do and why. It is shown with the task.'),
      many('roles', 'Who does it', '', people, it.candidateGroups, (value) => write.set(at, { candidateGroups: value || undefined })),
      form(),
      ...answers(),
      one('due', 'Time to act', 'A clock of the case sets the day.', whole(lists.clocks), due || it.dueDate, (value) => write.set(at, { dueDate: value ? `\${clocks.dueAt(execution,'${value}')}` : undefined }), 'By how urgent it is'),
      one('urgency', 'How urgent it is', 'For tasks without a clock. The lengths stand in the table of times to act.', whole(URGENCIES), told('urgency'), tell('urgency'), 'Work on the case'),
      many('another', 'Done by another person than did', '', lists.formIds, told('anotherPersonThan'), tell('anotherPersonThan')),
      many('demands', 'Done only when', 'What the service looks at before it takes the answers.', lists.demands, told('demands'), tell('demands')),
      many('listeners', 'When it is done, the service also does', '', lists.listeners, heard.join(','), (value) => write.listen(at, value.split(',').filter(Boolean))),
    ];
    if (heard.length) parts.push(one('letter', 'The letter in question', '', whole(lists.known.letter), told('letter'), tell('letter')));
    return parts;
  }

  function field(template, property) {
    const key = property.binding.name;
    const block = template.id.replace('org.practicereview.', '');
    const id = 'field-' + key;
    const known = lists.known[key] || [];
    const list = known.concat((lists.used[block + '.' + key] || []).filter((used) => !used.value.includes(',') && !known.some((each) => each.value === used.value)));
    const hint = property.type === 'Dropdown' ? property.description : (property.description || '').replace(/(Comma|, for example|: [a-z]+[-,]).*/s, '');
    if (property.choices) return one(id, property.label, hint, whole(property.choices.map((each) => ({ value: each.value, label: each.name }))), told(key), tell(key), property.choices.find((each) => each.value === '')?.name);
    if (['reason', 'event'].includes(key)) return words(id, property.label, hint, told(key), tell(key), 2);
    if (['to', 'letters', 'clocks', 'enclosures', 'date'].includes(key)) return many(id, property.label, hint, list, told(key), tell(key));
    return one(id, property.label, hint, whole(list), told(key), tell(key));
  }

  function serviceTask() {
    const template = lists.templates.find((each) => each.id === at.businessObject.modelerTemplate);
    const fieldsOf = (chosen) => chosen.properties.filter((each) => each.binding.type === 'camunda:property');
    const choose = (id) => {
      const chosen = lists.templates.find((each) => each.id === id);
      if (!chosen) return;
      write.set(at, {
        delegateExpression: chosen.properties.find((each) => each.binding.name === 'camunda:delegateExpression').value,
        asyncBefore: true,
        modelerTemplate: chosen.id,
        modelerTemplateVersion: String(chosen.version),
      });
      const begin = {};
      fieldsOf(chosen).forEach((each) => (begin[each.binding.name] = told(each.binding.name) || each.value || ''));
      write.tell(at, begin, fieldsOf(chosen).map((each) => each.binding.name));
    };
    return [
      name('What the service does', 'A verb and what: Write the acknowledgement'),
      one('block', 'Building block', template?.description || '', whole(lists.templates.map((each) => ({ value: each.id, label: each.name }))), at.businessObject.modelerTemplate, choose, 'Choose what it does'),
      ...(template ? fieldsOf(template).map((each) => field(template, each)) : []),
      explanation('Explanation', ''),
    ];
  }

  function variablesOfModel() {
    const keys = new Set();
    write.all().forEach((each) => {
      [...write.properties(each.businessObject).keys()].filter((key) => key.startsWith('variable:')).forEach((key) => keys.add(key.slice(9)));
      (each.businessObject.extensionElements?.values || []).filter((other) => ['camunda:In', 'camunda:Out'].includes(other.$type) && other.target).forEach((other) => keys.add(other.target));
    });
    return keys;
  }

  function conditions(now) {
    const keys = variablesOfModel();
    const asked = new Map();
    lists.forms.forEach((each) => each.questions.filter((question) => keys.has(question.key)).forEach((question) => asked.set(question.key, question)));
    const parts = [...asked.values()].filter((question) => question.answers.length > 0).map((question) => ({
      label: question.label,
      choices: question.answers.map((answer) => ({
        value: question.yesOrNo ? `\${${question.key} == ${answer.value}}` : `\${${question.key} == '${answer.value}'}`,
        label: question.label + ': ' + answer.label,
      })),
    }));
    const offered = parts.flatMap((part) => part.choices.map((choice) => choice.value));
    const fits = (value) => value === now || value.includes('(') || [...keys].some((key) => new RegExp('\\b' + key + '\\b').test(value));
    const others = lists.conditions.filter((choice) => !offered.includes(choice.value) && fits(choice.value));
    return parts.concat({ label: 'As in other models, and what the service knows', choices: others });
  }

  function flow() {
    const it = at.businessObject;
    const from = it.sourceRef;
    if (!/Gateway$/.test(from.$type) || from.$type === 'bpmn:ParallelGateway' || from.outgoing.length < 2) return [name('Label', '')];
    const parts = [name('Answer', 'As it stands at the way: Yes')];
    if (from.default === it) return parts.concat(fact('This way is taken', 'when no other one is'));
    const body = it.conditionExpression?.body;
    return parts.concat(
      one('condition', 'This way is taken when', '', conditions(body), body, (value) => {
        write.condition(at, value);
        if (!it.name && value) {
          const label = conditions().flatMap((part) => part.choices).find((choice) => choice.value === value).label;
          if (label.includes(': ')) write.set(at, { name: label.split(': ').pop() });
        }
      }, 'Choose when')
    );
  }

  function gateway() {
    const it = at.businessObject;
    if (it.$type === 'bpmn:ParallelGateway' || (it.outgoing || []).length < 2) return [name('Name', '')];
    const ways = it.outgoing.map((way) => ({ value: way.id, label: (way.name || 'Way without a label') + ' (to ' + (way.targetRef.name || 'the next step') + ')' }));
    return [
      name('Question', 'As in: Referral accepted?'),
      one('default', 'The way when no other one is taken', '', whole(ways), it.default?.id, (value) => {
        const way = it.outgoing.find((each) => each.id === value);
        if (way?.conditionExpression) write.condition(write.shape(way), '');
        write.set(at, { default: way });
      }),
      fact('Each other way', 'says by itself when it is taken: choose it in the drawing'),
    ];
  }

  function event() {
    const definition = (at.businessObject.eventDefinitions || [])[0];
    const parts = [name('Name', 'What has happened: Return overdue')];
    if (definition?.$type === 'bpmn:TimerEventDefinition') {
      const [moment, clock] = clockOf(definition.timeDate?.body);
      const set = (when, which) => write.timer(at, definition, `\${clocks.${when}(execution,'${which}')}`);
      parts.push(one('clock', 'Clock', '', whole(lists.clocks), clock, (value) => set(moment || 'overdueAt', value), 'Choose a clock'));
      if (clock) parts.push(one('moment', 'When', '', whole(MOMENTS), moment, (value) => set(value || 'overdueAt', clock)));
    }
    if (definition?.messageRef) parts.push(fact('Waits for', definition.messageRef.name));
    if (definition?.errorRef) parts.push(fact('Error', definition.errorRef.name || definition.errorRef.errorCode));
    if (at.type === 'bpmn:StartEvent' && told('startedBy')) parts.push(many('startedBy', 'Who may start it', '', lists.roles, told('startedBy'), tell('startedBy')));
    return parts.concat(explanation('Explanation', ''));
  }

  function call() {
    const it = at.businessObject;
    const handed = (it.extensionElements?.values || []).filter((each) => each.target).map((each) => (each.source || each.sourceExpression) + ' as ' + each.target);
    return [
      name('Name', ''),
      one('called', 'Model that is gone through', '', whole(lists.processes.concat((it.calledElement || '').startsWith('${') ? { value: it.calledElement, label: 'As the case says' } : [])), it.calledElement, (value) => {
        write.set(at, { calledElement: value || undefined, calledElementBinding: 'latest' });
        write.handOnCase(at);
      }, 'Choose a model'),
      ...(handed.length ? [fact('Handed on', handed.join(', '))] : []),
      explanation('Explanation', ''),
    ];
  }

  function undecided() {
    return [
      name('Name', ''),
      element('p', 'govuk-body', 'Whose work is it?'),
      button('Of a person', () => write.become(at, 'bpmn:UserTask')),
      button('Of the service', () => write.become(at, 'bpmn:ServiceTask')),
      button('Another model', () => write.become(at, 'bpmn:CallActivity')),
    ];
  }

  function repeated() {
    const loop = at.businessObject.loopCharacteristics;
    if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return [];
    return [one('repeat', 'Done once', '', whole(lists.collections), loop.collection, (value) => write.repeat(at, value, lists.collections.find((each) => each.value === value)?.variable), 'Choose for whom')];
  }

  function parts() {
    const kinds = { 'bpmn:UserTask': userTask, 'bpmn:ServiceTask': serviceTask, 'bpmn:SequenceFlow': flow, 'bpmn:CallActivity': call, 'bpmn:Task': undecided };
    if (kinds[at.type]) return kinds[at.type]().concat(repeated());
    if (/Gateway$/.test(at.type)) return gateway();
    if (/Event$/.test(at.type)) return event();
    return [name('Name', ''), explanation('Explanation', '')].concat(repeated());
  }

  function show() {
    const chosen = modeller.get('selection').get();
    const root = modeller.get('canvas').getRootElement();
    const several = chosen.length > 1;
    at = chosen.length ? chosen[0].labelTarget || chosen[0] : root;
    const focused = panel.contains(document.activeElement) ? document.activeElement.id : '';
    const scrolled = panel.scrollTop;
    panel.replaceChildren();
    if (several) panel.append(element('p', 'govuk-body', chosen.length + ' steps are chosen. Choose one to change it.'));
    else {
      if (at === root) panel.append(element('p', 'govuk-body', 'Choose a step or a way in the drawing to change it. This is the model as a whole:'));
      panel.append(...parts());
    }
    panel.scrollTop = scrolled;
    if (focused) document.getElementById(focused)?.focus();
  }

  modeller.on('selection.changed', show);
  modeller.on('import.done', show);
  modeller.on('commandStack.changed', show);
  show();
}
