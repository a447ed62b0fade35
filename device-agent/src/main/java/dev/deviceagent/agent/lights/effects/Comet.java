package dev.deviceagent.agent.lights.effects;

import java.time.Duration;

/**
 * A bright head with a tail runs round the ring. With three pixels, each passes it to the next. A
 * single light breathes.
 *
 * @param tail the colour that the tail fades to
 */
public record Comet(int rgb, int tail, Duration period) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double phase = Paint.phase(nanos, period);
    if (pixels == 1) {
      return Paint.opaque(Paint.dim(rgb, 0.1 + 0.9 * Paint.swing(phase)));
    }
    double place = (double) pixel / pixels;
    double behind = phase - place;
    behind -= Math.floor(behind);
    double ahead = (1 - behind) * pixels; // in pixels: the head fades in, so that it glides
    double trail = Math.max(0, 1 - behind / Math.max(0.5, 1.6 / pixels));
    double light = Math.max(Math.max(0, 1 - ahead), trail * trail);
    return Paint.opaque(Paint.dim(Paint.mix(tail, rgb, light), light));
  }
}
