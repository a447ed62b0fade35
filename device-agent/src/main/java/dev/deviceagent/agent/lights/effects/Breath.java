package dev.deviceagent.agent.lights.effects;

import java.time.Duration;

/**
 * All pixels become softly darker and brighter together.
 *
 * @param darkest lowest brightness, in percent
 */
public record Breath(int rgb, Duration period, int darkest) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double low = darkest / 100.0;
    return Paint.opaque(Paint.dim(rgb, low + (1 - low) * Paint.swing(Paint.phase(nanos, period))));
  }
}
