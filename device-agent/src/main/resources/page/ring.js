// The ring, in the colours of the real one: pixel 0 at the top, then clockwise.
import {byId} from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const RADIUS = 160;
const DARK = '#0b0c0f';
const CALM_MILLIS = 500;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let drawnAt = 0;
let timer = 0;

function circle(group, radius, index, count) {
  const angle = 2 * Math.PI * index / count;
  const dot = document.createElementNS(SVG, 'circle');
  dot.setAttribute('cx', (RADIUS * Math.sin(angle)).toFixed(1));
  dot.setAttribute('cy', (-RADIUS * Math.cos(angle)).toFixed(1));
  dot.setAttribute('r', radius);
  dot.setAttribute('class', 'pixel');
  group.append(dot);
}

function resize(count) {
  const pixels = byId('pixels');
  const glow = byId('glow');
  if (pixels.childElementCount !== count) {
    pixels.replaceChildren();
    glow.replaceChildren();
    for (let i = 0; i < count; i++) {
      circle(pixels, count > 24 ? 6 : 9, i, count);
      circle(glow, count > 24 ? 14 : 24, i, count);
    }
  }
}

// A dim lamp is visible in a room but hardly on a screen, so dim colours are brightened here.
function onScreen(colour) {
  const parts = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255);
  const level = Math.max(...parts);
  if (level === 0) {
    return {colour: DARK, level: 0};
  }
  const lifted = Math.pow(level, 0.6);
  const shown = parts.map(part => Math.round(255 * part / level * (0.35 + 0.65 * lifted)));
  return {colour: `rgb(${shown.join(' ')})`, level: lifted};
}

function draw(leds) {
  drawnAt = performance.now();
  const pixels = byId('pixels').children;
  const glow = byId('glow').children;
  leds.forEach((led, i) => {
    const seen = onScreen(led);
    pixels[i].setAttribute('fill', seen.colour);
    glow[i].setAttribute('fill', seen.colour);
    glow[i].setAttribute('opacity', seen.level.toFixed(2));
  });
}

// leds is null if there is no ring, or if it fails.
export function showRing(leds) {
  const all = leds ?? [];
  byId('ring').dataset.leds = all.join(' ');
  resize(all.length);
  clearTimeout(timer);
  const wait = calm.matches ? CALM_MILLIS - (performance.now() - drawnAt) : 0;
  if (wait > 0) {
    timer = setTimeout(() => draw(all), wait);
  } else {
    draw(all);
  }
}
