package dev.deviceagent.hal;

import org.jspecify.annotations.Nullable;

/** A light that the owner switches: a lamp on a GPIO line, an LED. */
public interface Light extends Device {
  /**
   * The state of a light.
   *
   * @param brightnessPercent 1 to 100, retained while the light is off; null if it cannot be dimmed
   * @param colour null if the light has only one colour
   */
  record State(boolean on, @Nullable Integer brightnessPercent, @Nullable Colour colour) {}

  /** The state of a light when the agent starts. */
  enum Start {
    /** The state that the light last had. */
    LAST,
    ON,
    OFF
  }

  default Start start() {
    return Start.LAST;
  }

  boolean isDimmable();

  boolean isColoured();

  State state() throws HalException;

  void set(State state) throws HalException;

  @Override
  default void probe() throws HalException {
    state();
  }
}
