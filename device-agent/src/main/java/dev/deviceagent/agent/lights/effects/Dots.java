package dev.deviceagent.agent.lights.effects;

/**
 * Some pixels at equal distances are lit; the others are dark.
 *
 * @param count number of lit pixels on a ring; a board with no more pixels than this lights one
 */
public record Dots(int rgb, int count) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    boolean isDot = pixels <= count ? pixel == 0 : pixel * count % pixels < count;
    return Paint.opaque(isDot ? rgb : 0);
  }

  @Override
  public boolean isMoving() {
    return false;
  }
}
