package dev.deviceagent.agent.lights.effects;

import dev.deviceagent.agent.lights.Effect;

/** Nothing: what is below is seen. */
public record None() implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    return CLEAR;
  }

  @Override
  public boolean isMoving() {
    return false;
  }
}
