// The speaker's buttons, pressed as one presses real ones: down, and up again.
import {byId, make} from './dom.js';
import {order, notice} from './orders.js';

const LABELS = {mute: 'Mute', volume_up: 'Volume +', volume_down: 'Volume −', stop: 'Stop'};
const KEYS = [' ', 'Enter'];
const TYPING = 'input, textarea, select, button, summary, a, [tabindex]';
const held = new Map(); // what lets each button go that is down

async function set(name, pressed) {
  const answer = await order('button', {name, pressed});
  if (!answer.ok) {
    notice(answer.text, true);
  }
}

function press(button, name) {
  if (!button.disabled && !held.has(name)) {
    button.setAttribute('aria-pressed', 'true');
    held.set(name, () => {
      button.setAttribute('aria-pressed', 'false');
      set(name, false);
    });
    set(name, true);
  }
}

function release(name) {
  const go = held.get(name);
  held.delete(name);
  go?.();
}

// Lets every button go: the finger is somewhere else now.
export function letGo() {
  [...held.keys()].forEach(release);
}

function hold(button, name) {
  button.addEventListener('pointerdown', event => {
    if (event.button === 0) {
      button.setPointerCapture(event.pointerId);
      press(button, name);
    }
  });
  for (const kind of ['pointerup', 'pointercancel', 'lostpointercapture', 'blur']) {
    button.addEventListener(kind, () => release(name));
  }
  button.addEventListener('keydown', event => {
    if (KEYS.includes(event.key)) {
      event.preventDefault(); // no click of its own, no scrolling
      if (!event.repeat) {
        press(button, name);
      }
    }
  });
  button.addEventListener('keyup', event => {
    if (KEYS.includes(event.key)) {
      event.preventDefault();
      release(name);
    }
  });
  // A screen reader clicks without pointer or key: once down, once up.
  button.addEventListener('click', event => {
    if (event.detail === 0) {
      if (held.has(name)) {
        release(name);
      } else {
        press(button, name);
      }
    }
  });
  button.addEventListener('contextmenu', event => event.preventDefault()); // a long touch is a hold
}

// Makes a button for each that the board has, besides the one to talk with.
export function makeButtons(names) {
  const place = byId('buttons');
  const others = names.filter(name => name !== 'talk');
  if (place.dataset.names !== others.join()) {
    place.dataset.names = others.join();
    place.replaceChildren(...others.map(name => {
      const button = make('button', {type: 'button', textContent: LABELS[name] ?? name});
      button.setAttribute('aria-pressed', 'false');
      hold(button, name);
      return button;
    }));
  }
  byId('talk').hidden = !names.includes('talk');
}

export function allowButtons(isAllowed) {
  for (const button of [byId('talk'), ...byId('buttons').children]) {
    button.disabled = !isAllowed;
  }
}

hold(byId('talk'), 'talk');

// The space bar talks from anywhere but where one types or presses something else.
document.addEventListener('keydown', event => {
  if (event.key === ' ' && !event.target.closest(TYPING)) {
    event.preventDefault();
    if (!event.repeat) {
      press(byId('talk'), 'talk');
    }
  }
});
document.addEventListener('keyup', event => {
  if (event.key === ' ' && !event.target.closest(TYPING)) {
    release('talk');
  }
});
window.addEventListener('blur', letGo);
window.addEventListener('pagehide', letGo);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    letGo();
  }
});
