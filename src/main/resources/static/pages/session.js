/*
 * Warns two minutes before the session ends, and puts the end off when a key is pressed. When it ends, the service says
 * in the cookie "session-ends", which every answer renews: the end and the service's own time, in milliseconds.
 */

const WARNING = 120000;
const OFTEN = 240000; // someone who types puts the end off once in so many milliseconds
const WHO = '/camunda/api/admin/auth/user/default';

let said = '';
let end = Infinity;
let length = 0;
let asking = false;
let box = null;

function left() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('session-ends='));
  if (cookie && cookie !== said) {
    said = cookie;
    const [ends, now] = cookie.slice('session-ends='.length).split('.').map(Number);
    length = ends - now;
    end = Date.now() + length;
  }
  return end - Date.now();
}

async function putOff() {
  if (asking) return;
  asking = true;
  try {
    const answer = await fetch(WHO, { headers: { Accept: 'application/json' } });
    if (!answer.ok) end = 0;
  } catch (unreachable) {
    // The next key tries again.
  }
  asking = false;
  look();
}

function tell(text, over) {
  if (!box) {
    box = document.body.appendChild(document.createElement('div'));
    box.id = 'session-ends';
    box.setAttribute('role', 'alert');
    box.style.cssText =
      'position:fixed;z-index:2000;left:50%;top:0;transform:translateX(-50%);max-width:90vw;padding:12px 20px;background:#fff;color:#0b0c0c;border:3px solid #d4351c;font-size:16px';
  }
  if (box.dataset.said === text) return;
  box.dataset.said = text;
  box.textContent = text + ' ';
  const act = box.appendChild(document.createElement(over ? 'a' : 'button'));
  act.textContent = over ? 'Sign in again' : 'Stay signed in';
  if (over) {
    act.href = '/camunda/app/tasklist/default/#/login';
    act.addEventListener('click', () => window.setTimeout(() => window.location.reload(), 50));
  } else {
    act.type = 'button';
    act.addEventListener('click', putOff);
  }
}

function look() {
  const rest = left();
  if (rest <= 0) {
    tell('You have been signed out, because nothing was done for some time. What you typed in a form is kept.', true);
  } else if (rest <= WARNING) {
    const minutes = Math.ceil(rest / 60000);
    tell('You will be signed out in ' + (minutes === 1 ? 'one minute' : minutes + ' minutes') + '. Press any key to stay signed in.', false);
  } else if (box) {
    box.remove();
    box = null;
  }
}

function atWork() {
  const rest = left();
  if (rest > 0 && (rest <= WARNING || rest < length - OFTEN)) putOff();
}

document.addEventListener('keydown', atWork, true);
document.addEventListener('pointerdown', atWork, true);
window.setInterval(look, 1000);
