// Draws a model in the browser. What is drawn is kept in this browser until it is saved, and saved
// as a proposal; the rules are those of the service, which also answers "Check".
import camunda from './draw-moddle.js';
import { panelOf } from './draw-panel.js';
import { giveNames } from './draw-names.js';

const form = document.getElementById('drawing');
const byId = (id) => document.getElementById(id);
const source = form.elements.model.value;
const key = form.dataset.key;
const modeller = new window.BpmnJS({ container: byId('canvas'), keyboard: { bindTo: byId('canvas') }, moddleExtensions: { camunda } });
const [canvas, registry, overlays, selection, stack] = ['canvas', 'elementRegistry', 'overlays', 'selection', 'commandStack'].map((one) => modeller.get(one));
let unsaved = false;
let timer = null;

function say(text) {
  byId('said').textContent = text;
}

async function drawn() {
  giveNames(modeller);
  return (await modeller.saveXML({ format: true })).xml;
}

async function send(address) {
  form.elements.model.value = await drawn();
  const answer = await fetch(address, { method: 'POST', body: new FormData(form), credentials: 'same-origin' });
  const given = (answer.headers.get('content-type') || '').includes('json') ? await answer.json() : {};
  if (answer.status === 401 || answer.status === 403) throw new Error('You are signed out, or may not do this. What you drew is kept in this browser: load this page again, sign in, and go on from it.');
  if (!answer.ok) throw new Error(given.refused || 'The service could not read it. What you drew is kept in this browser.');
  return given;
}

// Kept in this browser, of this person and this model alone.
async function keep() {
  if (!unsaved) return;
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), source, xml: (await modeller.saveXML({ format: true })).xml }));
  } catch (full) {
    say('What you drew cannot be kept in this browser. Save it before you leave the page.');
  }
}

function offerDraft() {
  const kept = JSON.parse(localStorage.getItem(key) || 'null');
  if (!kept) return;
  const changed = kept.source === source ? '' : ' Since then another version came into use; look at the difference before you save.';
  byId('draft-at').textContent = 'You drew on this model on ' + new Date(kept.at).toLocaleString('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' }) + '.' + changed;
  byId('draft').hidden = false;
  byId('draft-take').onclick = async () => {
    byId('draft').hidden = true;
    await open(kept.xml);
    unsaved = true;
  };
  byId('draft-drop').onclick = () => {
    byId('draft').hidden = true;
    localStorage.removeItem(key);
  };
}

function clearFaults() {
  overlays.remove({ type: 'flaw' });
  registry.forEach((one) => canvas.removeMarker(one, 'pr-wrong'));
  byId('faults-list').replaceChildren();
  byId('faults').hidden = true;
}

function sentence(fault) {
  const wrong = fault.wrong.charAt(0).toUpperCase() + fault.wrong.slice(1);
  return wrong + '. ' + fault.remedy;
}

function lineOf(fault, at) {
  const line = document.createElement('li');
  const name = fault.name || fault.element || fault.file;
  const called = document.createElement('strong');
  called.textContent = name + ': ';
  line.append(called, sentence(fault));
  if (at && at !== canvas.getRootElement()) {
    const show = document.createElement('button');
    show.type = 'button';
    show.className = 'govuk-button govuk-button--secondary pr-small';
    show.textContent = 'Show ' + name;
    show.onclick = () => {
      selection.select(at);
      byId('canvas').scrollIntoView({ block: 'center' });
    };
    line.append(document.createElement('br'), show);
  }
  return line;
}

// At each step stands what is wrong with it; in the list below stands everything.
function showFaults(faults) {
  const marked = new Map();
  faults.forEach((fault) => {
    const at = fault.element && registry.get(fault.element);
    byId('faults-list').append(lineOf(fault, at));
    if (at && at !== canvas.getRootElement()) marked.set(at, (marked.get(at) || []).concat(sentence(fault)));
  });
  marked.forEach((sentences, at) => {
    canvas.addMarker(at, 'pr-wrong');
    const words = document.createElement('div');
    words.className = 'pr-flaw';
    words.textContent = sentences.join(' ');
    overlays.add(at, 'flaw', { position: { bottom: 4, left: 0 }, html: words });
  });
}

async function check() {
  say('The rules are being asked.');
  try {
    const faults = (await send(form.dataset.check)).faults;
    clearFaults();
    showFaults(faults);
    say(faults.length === 0 ? 'Nothing is wrong with it.' : faults.length === 1 ? '1 thing is wrong.' : faults.length + ' things are wrong.');
    byId('faults').hidden = faults.length === 0;
    if (faults.length > 0) byId('faults-title').focus();
  } catch (refused) {
    say(refused.message);
  }
}

async function save(event) {
  event.preventDefault();
  say('It is being saved.');
  try {
    const { proposal } = await send(form.action);
    unsaved = false;
    window.clearTimeout(timer);
    localStorage.removeItem(key);
    location.assign(form.dataset.proposals + proposal);
  } catch (refused) {
    say(refused.message);
    byId('said').scrollIntoView({ block: 'center' });
  }
}

async function open(xml) {
  await modeller.importXML(xml);
  showWhole();
}

// Beside the tools, which would otherwise lie over the first steps.
function showWhole() {
  const { outer, inner } = canvas.viewbox();
  const beside = outer.width > 600 ? 120 : 10;
  const scale = Math.min((outer.width - beside - 20) / inner.width, (outer.height - 40) / inner.height, 1.2);
  canvas.viewbox({ x: inner.x - beside / scale, y: inner.y - 20 / scale, width: outer.width / scale, height: outer.height / scale });
}

const lists = await (await fetch(form.dataset.lists, { credentials: 'same-origin' })).json();
try {
  await open(source);
  offerDraft();
} catch (unreadable) {
  say('This model cannot be drawn. Download the file and correct it there.');
}
panelOf(modeller, byId('panel'), lists);
modeller.on('commandStack.changed', () => {
  unsaved = stack.canUndo();
  say(unsaved ? 'Not saved yet.' : '');
  window.clearTimeout(timer);
  timer = window.setTimeout(keep, 800);
});
byId('check').onclick = check;
byId('undo').onclick = () => stack.canUndo() && stack.undo();
byId('redo').onclick = () => stack.canRedo() && stack.redo();
byId('whole').onclick = showWhole;
form.addEventListener('submit', save);
window.addEventListener('resize', () => {
  canvas.resized();
  showWhole();
});
window.addEventListener('beforeunload', (event) => {
  if (!unsaved) return;
  keep();
  event.preventDefault();
  event.returnValue = '';
});
// The keys of the modeller are for the drawing alone: Delete in a list deletes no step.
byId('canvas').addEventListener('mousedown', () => byId('canvas').focus());
byId('canvas').modeller = modeller;
form.dataset.ready = 'true';
