package dev.deviceagent.agent.lights.effects;

/**
 * Shows an amount as a part of the ring. The last pixel is dimmed to the fraction of a pixel that
 * is left. A single light is dimmed to the whole amount.
 *
 * @param rest the colour of the other part
 * @param percent the amount
 */
public record Arc(int rgb, int rest, int percent) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    double lit = Math.clamp(percent / 100.0 * pixels - pixel, 0, 1);
    return Paint.opaque(Paint.mix(Paint.dim(rest, 0.06), rgb, lit));
  }

  @Override
  public boolean isMoving() {
    return false;
  }
}
