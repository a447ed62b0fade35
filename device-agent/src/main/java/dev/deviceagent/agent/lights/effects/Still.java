package dev.deviceagent.agent.lights.effects;

/** One constant colour on all pixels. */
public record Still(int rgb) implements Effect {
  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    return Paint.opaque(rgb);
  }

  @Override
  public boolean isMoving() {
    return false;
  }
}
