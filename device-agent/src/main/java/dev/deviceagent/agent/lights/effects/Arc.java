package dev.deviceagent.agent.lights.effects;

import dev.deviceagent.agent.lights.Effect;
import dev.deviceagent.agent.lights.Paint;

/**
 * A part of the ring, to show how much; its end is as bright as the rest of a pixel. A single light
 * is as bright.
 *
 * @param rest the colour of the other part
 * @param percent how much
 */
public record Arc(int rgb, int rest, int percent) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double lit = Math.clamp(percent / 100.0 * pixels - pixel, 0, 1);
    return Paint.opaque(Paint.mix(Paint.dim(rest, 0.06), rgb, lit));
  }

  @Override
  public boolean isMoving() {
    return false;
  }
}
