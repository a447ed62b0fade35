// The state of the speaker: one sentence, and a card for each of its parts.
import {byId, make, write} from './dom.js';
import {order, orderAndTell, notice} from './orders.js';

const CUT = 'cut by hand'; // the reason that the agent reports

function offline(link) {
  const why = {
    [CUT]: ['Offline: the link was cut by hand.', 'Restore it under “Link”.'],
  }[link.reason];
  if (why) {
    return why;
  }
  return link.reason
    ? [`Offline: ${link.reason}.`, 'Nothing reaches the cloud, and the microphone stays shut.']
    : ['Offline: no vendor SDK is connected.', 'Connect a bridge, or let a pretend cloud join.'];
}

// Returns the tone, the sentence and a second sentence.
function describe(status) {
  const {state, microphone, pushToTalk, emotion} = status;
  const feels = emotion ? `The AI feels ${emotion}.` : '';
  if (state === 'starting') {
    return ['quiet', 'Starting.', ''];
  }
  if (state === 'offline') {
    return ['bad', ...offline(status.link)];
  }
  if (state === 'error') {
    return ['bad', 'The cloud reports an error.', 'It clears after a short time; the log has the details.'];
  }
  if (pushToTalk.talking) {
    return ['hot', 'Listening to you.', 'Hold the button while you speak; release it to finish.'];
  }
  if (state === 'speaking') {
    return ['live', 'The AI is speaking.', feels || 'Tap the button to stop it.'];
  }
  if (state === 'thinking') {
    return ['live', 'The AI is thinking.', feels];
  }
  if (microphone.mutedByOwner) {
    return ['quiet', 'Muted: the microphone is shut.', 'The owner’s mute is on.'];
  }
  if (state === 'listening' || microphone.open) {
    return ['hot', 'Listening.', 'The microphone is open.'];
  }
  return ['quiet', 'Ready: hold the button and speak.', feels || 'The microphone is shut until you press it.'];
}

function card(id, value, look = '', note = '') {
  const place = byId(id);
  place.className = `card ${value === null ? 'unknown' : look}`;
  write(place.querySelector('.value'), value ?? 'unknown');
  const line = place.querySelector('.note');
  if (line) {
    write(line, note);
  }
}

function microphone({open, mutedByOwner}) {
  if (open === null) {
    card('microphone', 'Unknown', 'hot', 'It may be open.');
  } else if (open) {
    card('microphone', 'OPEN', 'hot', 'It hears you.');
  } else {
    card('microphone', 'Shut', 'good', mutedByOwner ? 'Muted by the owner.' : 'It does not hear you.');
  }
  const mute = byId('mute');
  mute.setAttribute('aria-pressed', mutedByOwner);
  write(mute, mutedByOwner ? 'Unmute' : 'Mute');
}

function link({joined, since, reason}) {
  const time = since ? new Date(since).toLocaleTimeString() : null;
  card('link', joined ? 'Joined' : 'Down', joined ? 'good' : 'bad',
      joined ? `since ${time}` : `${reason ?? 'no bridge has connected yet'}`);
  const cut = byId('cut');
  write(cut, joined ? 'Cut the link' : reason === CUT ? 'Restore' : 'Join a pretend cloud');
  cut.title = joined || reason === CUT ? '' : 'A stand-in for the cloud joins, and answers when you talk';
  cut.dataset.joins = !joined;
}

const LOW_PERCENT = 15;

function gauge(id, percent, note, isLow = false) {
  card(id, percent === null ? null : `${percent} %${note}`);
  const bar = byId(id).querySelector('.bar');
  bar.hidden = percent === null;
  bar.classList.toggle('low', isLow);
  bar.setAttribute('aria-valuenow', percent ?? 0);
  bar.firstChild.style.width = `${percent ?? 0}%`;
}

function playback({state, title}) {
  const words = {playing: 'Playing', paused: 'Paused', stopped: 'Nothing'};
  card('playback', state === null ? null : words[state] ?? state, '', title ? `“${title}”` : '');
}

function lights(all) {
  const place = byId('lights').querySelector('.value');
  const names = Object.entries(all);
  byId('lights').classList.toggle('unknown', names.every(([, state]) => state === null));
  const text = names.map(([name, state]) => `${name} ${state ?? 'unknown'}`).join(', ') || 'none';
  if (place.dataset.shown !== text) {
    place.dataset.shown = text;
    place.replaceChildren(...names.map(([name, state]) => make('span', {},
        make('span', {className: `shine ${state === 'on' ? 'on' : ''}`}),
        `${names.length > 1 ? `${name} ` : ''}${state ?? 'unknown'} `)));
  }
}

export function showStatus(status) {
  const [tone, sentence, detail] = describe(status);
  byId('now').dataset.tone = tone;
  byId('now').dataset.state = status.state;
  write(byId('sentence'), sentence);
  write(byId('detail'), detail);
  microphone(status.microphone);
  link(status.link);
  gauge('volume', status.volume.percent, '');
  const {percent, charging} = status.battery;
  gauge('battery', percent, charging ? ', charging' : '', percent <= LOW_PERCENT && !charging);
  playback(status.playback);
  lights(status.lights);
}

export function showBoard(now) {
  const kind = now.simulated ? 'the virtual speaker' : `the board ${now.name}`;
  write(byId('board'), now.control ? kind : `${kind}, read-only`);
  byId('mute').disabled = !now.control;
  byId('cut').disabled = !now.control;
  byId('cut').hidden = !now.simulated;
}

byId('mute').addEventListener('click', async () => {
  const answer = await order('mute', {on: byId('mute').getAttribute('aria-pressed') !== 'true'});
  if (!answer.ok) {
    notice(answer.text, true);
  }
});
byId('cut').addEventListener('click',
    () => orderAndTell('link', {joined: byId('cut').dataset.joins === 'true'}));
