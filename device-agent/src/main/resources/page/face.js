// The face, dot by dot as on the real screen. Each row is hexadecimal, four dots per digit.
import {byId} from './dom.js';

const DOT = 4;
const LIT = '#dff3ff';

export function showFace(face) {
  const canvas = byId('face');
  canvas.hidden = !face;
  if (!face) {
    return;
  }
  canvas.width = face.width * DOT;
  canvas.height = face.height * DOT;
  const pen = canvas.getContext('2d');
  pen.fillStyle = LIT;
  pen.shadowColor = '#6cc5ff';
  pen.shadowBlur = 5;
  let lit = 0;
  face.rows.forEach((row, y) => {
    [...row].forEach((digit, four) => {
      const dots = parseInt(digit, 16);
      for (let i = 0; i < 4; i++) {
        if (dots & (8 >> i)) {
          pen.fillRect((four * 4 + i) * DOT, y * DOT, DOT - 0.6, DOT - 0.6);
          lit++;
        }
      }
    });
  });
  canvas.dataset.lit = lit;
}
