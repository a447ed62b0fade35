package dev.deviceagent.agent.lights.effects;

import java.time.Duration;

/**
 * A wave between two colours runs round the ring. A single light alternates between them.
 *
 * @param trough the colour between two crests
 */
public record Wave(int rgb, int trough, Duration period) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double place = Paint.phase(nanos, period) + (double) pixel / pixels;
    double height = Paint.swing(place);
    return Paint.opaque(Paint.dim(Paint.mix(trough, rgb, height), 0.15 + 0.85 * height));
  }
}
