// Sends orders to the speaker, one after another: a release must not overtake its press.
import {byId, write} from './dom.js';

const NOTICE_MILLIS = 6000;
let last = Promise.resolve();
let timer = 0;

export function notice(words, isBad) {
  const place = byId('notice');
  write(place, words);
  place.classList.toggle('bad', isBad);
  place.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => { place.hidden = true; }, NOTICE_MILLIS);
}

async function post(order, body) {
  try {
    const answer = await fetch(`/api/${order}`, {method: 'POST', body, keepalive: true});
    const text = (await answer.text()).trim();
    return {ok: answer.ok, text: answer.ok ? JSON.parse(text) : text};
  } catch {
    return {ok: false, text: 'the agent cannot be reached'};
  }
}

// Sends bytes unchanged, everything else as JSON.
export function order(name, body) {
  const bytes = body instanceof Uint8Array ? body : JSON.stringify(body);
  last = last.then(() => post(name, bytes));
  return last;
}

// The same, and shows the result.
export async function orderAndTell(name, body) {
  const answer = await order(name, body);
  notice(answer.text, !answer.ok);
  return answer.ok;
}
