// The messages in and out, the newest first.
import {byId, make} from './dom.js';

const LINES_MOST = 200;

export function clearLog() {
  byId('log').replaceChildren();
  byId('silence').hidden = false;
}

export function addLine(line) {
  const isRefused = line.what.startsWith('rejected');
  const item = make('li', {className: `${line.in ? 'in' : 'out'} ${isRefused ? 'refused' : ''}`},
      make('span', {className: 'way', title: line.in ? 'to the speaker' : 'from the speaker'},
          line.in ? '→' : '←'),
      make('span', {className: 'meaning'}, line.meaning),
      make('time', {dateTime: new Date(line.atMillis).toISOString()},
          new Date(line.atMillis).toLocaleTimeString()),
      make('code', {}, line.what));
  item.firstChild.setAttribute('aria-label', line.in ? 'in' : 'out');
  const log = byId('log');
  log.prepend(item);
  if (log.childElementCount > LINES_MOST) {
    log.lastChild.remove();
  }
  byId('silence').hidden = true;
}
