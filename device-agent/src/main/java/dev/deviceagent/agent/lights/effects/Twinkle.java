package dev.deviceagent.agent.lights.effects;

import java.time.Duration;

/**
 * Each pixel glows at its own phase, like a star.
 *
 * @param other the colour of a pixel at its darkest
 */
public record Twinkle(int rgb, int other, Duration period) implements Effect {
  /** The golden ratio keeps neighbours out of step. */
  private static final double APART = 0.618034;

  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double glow = Paint.swing(Paint.phase(nanos, period) + pixel * APART);
    return Paint.opaque(Paint.dim(Paint.mix(other, rgb, glow), 0.08 + 0.92 * glow * glow));
  }
}
