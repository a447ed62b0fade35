package dev.deviceagent.agent.lights.effects;

import java.time.Duration;

/**
 * A crest runs from the first pixel both ways to the opposite one, and fades on its way. A single
 * light fades.
 */
public record Ripple(int rgb, Duration period) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double phase = Paint.phase(nanos, period);
    double place = pixels == 1 ? 0 : 2 * Paint.apart(0, (double) pixel / pixels);
    double crest = Paint.swing(Math.clamp(0.5 + (phase * 2 - place - 0.5) * 1.2, 0, 1));
    return Paint.opaque(Paint.dim(rgb, crest * (1 - 0.6 * place)));
  }
}
