package dev.deviceagent.agent.lights.effects;

import dev.deviceagent.agent.lights.Effect;
import dev.deviceagent.agent.lights.Paint;

/**
 * The first so many pixels, always; at least one, and on a small board not all of them.
 *
 * @param count how many
 */
public record Marks(int rgb, int count) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    int most = Math.max(1, pixels - 1);
    return pixel < Math.clamp(count, 1, most) ? Paint.opaque(rgb) : CLEAR;
  }

  @Override
  public boolean isMoving() {
    return false;
  }
}
