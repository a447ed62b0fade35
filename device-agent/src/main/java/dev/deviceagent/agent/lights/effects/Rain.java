package dev.deviceagent.agent.lights.effects;

import java.time.Duration;

/**
 * Drops run down both sides from the first pixel, and fade. A single light falls, then rises
 * slowly.
 */
public record Rain(int rgb, Duration period) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double phase = Paint.phase(nanos, period);
    double place = pixels == 1 ? 0 : 2 * Paint.apart(0, (double) pixel / pixels);
    double behind = phase * 1.4 - place;
    double drop = behind < 0 ? Paint.ease(1 + behind * 5) : Math.max(0, 1 - behind * 1.8);
    double fade = Paint.ease((1 - phase) * 4) * Paint.ease(phase * 6);
    return Paint.opaque(Paint.dim(rgb, 0.1 + 0.9 * drop * drop * fade));
  }
}
