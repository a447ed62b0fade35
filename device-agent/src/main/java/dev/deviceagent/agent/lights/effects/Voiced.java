package dev.deviceagent.agent.lights.effects;

import java.time.Duration;

/**
 * Follows the voice: a louder voice is brighter and wider. It also turns slowly, so that it moves
 * even in a pause.
 *
 * @param soft the colour of a soft voice
 */
public record Voiced(int rgb, int soft, Duration period) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double turn = Paint.phase(nanos, period);
    double lean = pixels == 1 ? 0.5 : Paint.swing(turn + (double) pixel / pixels);
    double light = 0.18 + 0.62 * voice + 0.2 * lean * (0.5 + voice / 2);
    return Paint.opaque(Paint.dim(Paint.mix(soft, rgb, voice), light));
  }
}
