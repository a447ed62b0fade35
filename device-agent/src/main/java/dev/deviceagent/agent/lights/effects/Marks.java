package dev.deviceagent.agent.lights.effects;

/**
 * The first {@code count} pixels are lit: at least one, and on a small board never all of them.
 *
 * @param count number of lit pixels
 */
public record Marks(int rgb, int count) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    int most = Math.max(1, pixels - 1);
    return pixel < Math.clamp(count, 1, most) ? Paint.opaque(rgb) : CLEAR;
  }

  @Override
  public boolean isMoving() {
    return false;
  }
}
