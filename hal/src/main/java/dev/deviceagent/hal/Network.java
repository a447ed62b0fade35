package dev.deviceagent.hal;

import org.jspecify.annotations.Nullable;

/** The network connection of the speaker. */
public interface Network extends Device {
  Connection connection() throws HalException;

  /** The interface in use and its address are null if there is none. */
  record Connection(boolean up, @Nullable String name, @Nullable String address) {}

  @Override
  default void probe() throws HalException {
    connection();
  }
}
