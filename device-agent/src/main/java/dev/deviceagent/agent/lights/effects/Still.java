package dev.deviceagent.agent.lights.effects;

import dev.deviceagent.agent.lights.Effect;
import dev.deviceagent.agent.lights.Paint;

/** One colour on all pixels, always. */
public record Still(int rgb) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    return Paint.opaque(rgb);
  }

  @Override
  public boolean isMoving() {
    return false;
  }
}
