package dev.deviceagent.agent.lights.effects;

/** An effect that is not in the program: every second pixel has the colour; the rest is clear. */
public record Checkers(int rgb) implements Effect {
  /** Its line in the table. */
  public static final Effects.Kind KIND =
      new Effects.Kind("checkers", style -> new Checkers(style.first()));

  @Override
  public int paint(int pixel, int pixels, long nanos, double voice) {
    return pixel % 2 == 0 ? Paint.opaque(rgb) : CLEAR;
  }

  @Override
  public boolean isMoving() {
    return false;
  }
}
