package dev.deviceagent.agent.lights.effects;

import java.time.Duration;

/**
 * A light swings to and fro, as if it searches. A single light breathes.
 *
 * @param other the colour of the dark part, drawn faintly
 */
public record Pendulum(int rgb, int other, Duration period) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double phase = Paint.phase(nanos, period);
    if (pixels == 1) {
      return Paint.opaque(Paint.dim(rgb, 0.2 + 0.8 * Paint.swing(phase)));
    }
    double at = Paint.swing(phase) * 0.5;
    double near = Paint.apart(at, (double) pixel / pixels);
    double light = Paint.ease(1 - near * Math.max(3, pixels / 3.0));
    return Paint.opaque(Paint.mix(Paint.dim(other, 0.08), rgb, light));
  }
}
