package dev.deviceagent.agent.lights.effects;

/** Transparent: the layer below is visible. */
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
