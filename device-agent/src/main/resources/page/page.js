// The page: passes each server-sent event of the speaker to the file that shows it.
import {showRing} from './ring.js';
import {showFace} from './face.js';
import {showStatus, showBoard} from './state.js';
import {clearLog, addLine} from './log.js';
import {makeButtons, allowButtons, letGo} from './buttons.js';
import {makeSending} from './send.js';
import {showFaults} from './faults.js';
import {byId} from './dom.js';

const AGAIN_MILLIS = 2000;

function gone(words) {
  byId('gone').textContent = words ?? '';
  byId('gone').hidden = !words;
  document.body.classList.toggle('is-gone', Boolean(words));
}

function onBoard(board) {
  document.title = `${board.simulated ? 'The virtual speaker' : board.name} – device-agent`;
  showBoard(board);
  makeButtons(board.buttons);
  allowButtons(board.control);
  showFaults(board);
}

function onStatus(status) {
  gone(status ? null : 'The agent does not answer. This page may be out of date.');
  if (status) {
    showStatus(status);
  }
}

function listen() {
  const events = new EventSource('/api/live');
  const on = (kind, show) => events.addEventListener(kind, event => show(JSON.parse(event.data)));
  on('board', onBoard);
  on('status', onStatus);
  on('leds', showRing);
  on('face', showFace);
  on('log', addLine);
  events.onopen = () => {
    gone(null);
    clearLog(); // the speaker sends its last lines again
  };
  events.onerror = () => {
    gone('The connection to the agent is lost. Reconnecting …');
    letGo();
    allowButtons(false);
    events.close(); // a browser does not retry after a refusal
    setTimeout(listen, AGAIN_MILLIS);
  };
}

makeSending();
listen();
