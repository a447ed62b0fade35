package dev.deviceagent.hal;

import org.jspecify.annotations.Nullable;

/** A light that the owner switches: a lamp on a GPIO line, a LED. */
public interface Light extends Device {
  /**
   * How a light is.
   *
   * @param brightnessPercent 1 to 100, kept while it is off; null where it cannot be dimmed
   * @param colour null where it has only one
   */
  record State(boolean on, @Nullable Integer brightnessPercent, @Nullable Colour colour) {}

  /** How a light is when the agent starts. */
  enum Start {
    /** As it was last. */
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
