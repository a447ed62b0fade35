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

function feels({emotion}) {
  return emotion ? `The AI feels ${emotion}.` : '';
}

function rest(status) {
  if (status.microphone.open !== false) {
    return ['hot', 'Listening.', 'The microphone is open.'];
  }
  if (status.microphone.mutedByOwner) {
    return ['quiet', 'Muted: the microphone is shut.', 'The owner’s mute is on.'];
  }
  return ['quiet', 'Ready: hold the button and speak.', feels(status) || 'The microphone is shut until you press it.'];
}

// The tone, the sentence and a second sentence of each indication that has them. The agent sends the
// indications that hold, highest priority first.
const SENTENCES = {
  error: () => ['bad', 'The cloud reports an error.', 'It clears after a short time; the log has the details.'],
  offline_network: status => ['bad', ...offline(status.link)],
  offline_bridge: status => ['bad', ...offline(status.link)],
  offline_room: status => ['bad', ...offline(status.link)],
  talking: () => ['hot', 'Listening to you.', 'Hold the button while you speak; release it to finish.'],
  speaking: status => ['live', 'The AI is speaking.', feels(status) || 'Tap the button to stop it.'],
  thinking: status => ['live', 'The AI is thinking.', feels(status)],
  listening: () => ['hot', 'Listening.', 'The microphone is open.'],
  starting: () => ['quiet', 'Starting.', ''],
};

function describe(status) {
  const indication = status.indications.find(name => name in SENTENCES);
  return indication ? SENTENCES[indication](status) : rest(status);
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
