package dev.deviceagent.hal;

import org.jspecify.annotations.Nullable;

/** The battery of the speaker. */
public interface Battery extends Device {
  Charge charge() throws HalException;

  /** Each field is null if the gauge does not report it. */
  record Charge(@Nullable Integer percent, @Nullable Boolean charging) {}

  @Override
  default void probe() throws HalException {
    charge();
  }
}
