// The speaker's buttons. They are pressed and released like real ones.
import {byId, make} from './dom.js';
import {order, notice} from './orders.js';

const LABELS = {mute: 'Mute', volume_up: 'Volume +', volume_down: 'Volume −', stop: 'Stop'};
const KEYS = [' ', 'Enter'];
const TYPING = 'input, textarea, select, button, summary, a, [tabindex]';
const held = new Map(); // for each pressed button, the function that releases it

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

// Releases every button, because the finger is elsewhere now.
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
      event.preventDefault(); // prevents the click and the scrolling
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

// Creates a button for each button of the board except the talk button.
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

// The space bar talks, unless the focus is on an element that uses it.
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
