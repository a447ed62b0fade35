// Messages to the speaker: prepared ones of every kind, and the user's own.
import {byId, make} from './dom.js';
import {orderAndTell} from './orders.js';

const EVERYDAY = 'Everyday';

// The bytes of a message in the notation of the examples in PROTOCOL.md.
export function bytes(form, text) {
  const utf8 = new TextEncoder();
  if (form === 'json') {
    return utf8.encode(text);
  }
  const end = text.includes('\n') ? text.indexOf('\n') : text.length;
  const head = text.slice(0, end);
  const rest = utf8.encode(text.slice(end + 1));
  if (form === 'nertc') {
    return Uint8Array.of(...utf8.encode(head), 0, ...rest);
  }
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, rest.length); // big-endian
  return Uint8Array.of(...utf8.encode(head), ...new Uint8Array(length.buffer), ...rest);
}

const send = ({form, text}) => orderAndTell('send', bytes(form, text));

function chip(message) {
  const button = make('button', {type: 'button', textContent: message.name});
  button.addEventListener('click', () => send(message));
  return button;
}

function groups(messages) {
  return [...new Set(messages.map(message => message.group))].map(label =>
      make('optgroup', {label}, ...messages
          .filter(message => message.group === label)
          .map(message => make('option', {value: messages.indexOf(message)}, message.name))));
}

export async function makeSending() {
  const all = await (await fetch('messages.json')).json();
  byId('everyday').replaceChildren(...all.filter(m => m.group === EVERYDAY).map(chip));
  const kinds = all.filter(m => m.group !== EVERYDAY);
  byId('kind').append(...groups(kinds));
  byId('kind').addEventListener('change', event => {
    const chosen = kinds[event.target.value];
    byId('form').value = chosen?.form ?? 'json';
    byId('text').value = chosen?.text ?? '';
  });
  byId('editor').addEventListener('submit', event => {
    event.preventDefault();
    send({form: byId('form').value, text: byId('text').value});
  });
}
