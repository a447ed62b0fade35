// Injects faults into the virtual speaker. The speaker reports which faults are on.
import {byId, make} from './dom.js';
import {orderAndTell} from './orders.js';

const SLOW_MILLIS = 3000;
const COMMON = [
  {label: 'Volume device missing', device: 'volume', fault: 'absent'},
  {label: 'Battery unknown', device: 'battery', fault: 'absent'},
  {label: 'Slow player', device: 'player', fault: 'slow'},
  {label: 'Microphone switch stuck', device: 'microphone', fault: 'fail'},
];
const WORDS = {ok: 'no fault', fail: 'fails', absent: 'missing', slow: 'slow, 3 s'};
let shown = '';

const inject = (device, fault) =>
    orderAndTell('fault', {device, fault, millis: fault === 'slow' ? SLOW_MILLIS : 0});

function common({label, device, fault}, faults) {
  const isOn = faults[device] === fault;
  const button = make('button', {type: 'button', textContent: label});
  button.setAttribute('aria-pressed', isOn);
  button.addEventListener('click', () => inject(device, isOn ? 'ok' : fault));
  return button;
}

function choice(device, fault) {
  const select = make('select', {}, ...Object.entries(WORDS).map(([value, word]) =>
      make('option', {value, selected: value === fault}, word)));
  select.dataset.device = device;
  select.addEventListener('change', () => inject(device, select.value));
  return make('label', {}, device, select);
}

function linkLost() {
  const button = make('button', {type: 'button', textContent: 'Link lost'});
  button.addEventListener('click', () => orderAndTell('link', {joined: false}));
  return button;
}

export function showFaults(board) {
  byId('tools').hidden = !board.control;
  byId('faulty').hidden = !board.simulated;
  const now = JSON.stringify(board.faults);
  if (now === shown) {
    return;
  }
  shown = now;
  const focused = document.activeElement;
  const name = focused?.textContent;
  const device = focused?.dataset?.device;
  byId('faults').replaceChildren(linkLost(), ...COMMON.map(fault => common(fault, board.faults)));
  byId('devices').replaceChildren(
      ...Object.entries(board.faults).map(([each, fault]) => choice(each, fault)));
  // The pressed element keeps the focus, although it was created again.
  if (focused && !focused.isConnected) {
    [...byId('faults').children, ...byId('devices').querySelectorAll('select')]
        .find(each => device ? each.dataset.device === device : each.textContent === name)?.focus();
  }
}
