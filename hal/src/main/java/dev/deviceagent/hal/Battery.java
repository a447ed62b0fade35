package dev.deviceagent.hal;

import org.jspecify.annotations.Nullable;

/** What the speaker runs on when it is not plugged in. */
public interface Battery extends Device {
  Charge charge() throws HalException;

  /** Both are null where the gauge does not say. */
  record Charge(@Nullable Integer percent, @Nullable Boolean charging) {}

  @Override
  default void probe() throws HalException {
    charge();
  }
}
