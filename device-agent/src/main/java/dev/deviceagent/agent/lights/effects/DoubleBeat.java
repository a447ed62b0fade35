package dev.deviceagent.agent.lights.effects;

import java.time.Duration;

/**
 * A strong beat, a weak beat, and a rest.
 *
 * @param darkest brightness at rest, in percent
 */
public record DoubleBeat(int rgb, Duration period, int darkest) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double phase = Paint.phase(nanos, period);
    double beat =
        phase < 0.3
            ? Paint.swing(phase / 0.3)
            : phase < 0.6 ? 0.55 * Paint.swing((phase - 0.3) / 0.3) : 0;
    double low = darkest / 100.0;
    return Paint.opaque(Paint.dim(rgb, low + (1 - low) * beat));
  }
}
