package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import org.jspecify.annotations.Nullable;

/**
 * The volume that a player itself has, beside the owner's. Its unit is the player's own, from 0
 * upwards. For one thread at a time.
 */
interface PlayerVolume {
  /**
   * How loud a player is.
   *
   * @param whose its name, as messages have it
   */
  record Level(String whose, double volume) {}

  /** The one that would be heard now; null where its volume cannot be set, or not at the moment. */
  @Nullable Level now() throws HalException;

  /**
   * How loud one of that name is; null where that cannot be said at the moment.
   *
   * @throws HalException {@code ABSENT} where there is none of that name
   */
  @Nullable Double of(String whose) throws HalException;

  /**
   * Sets it.
   *
   * @return what the player then says it is, perhaps still the old one; null where it refuses
   * @throws HalException where it is unknown whether that was done
   */
  @Nullable Double set(Level wanted) throws HalException;

  /** Two that differ by no more than this are the same: what players round. */
  double step();
}
