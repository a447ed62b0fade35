package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import org.jspecify.annotations.Nullable;

/**
 * The volume of a player itself, separate from the owner's volume. Its unit is defined by the
 * player, from 0 upwards. One thread at a time.
 */
interface PlayerVolume {
  /**
   * The volume of a player.
   *
   * @param whose the name of the player, as in messages
   */
  record Level(String whose, double volume) {}

  /** The player that would be heard now; null if its volume cannot be set, or not at the moment. */
  @Nullable Level now() throws HalException;

  /**
   * Returns the volume of the player of that name; null if it is unknown at the moment.
   *
   * @throws HalException {@code ABSENT} if there is no player of that name
   */
  @Nullable Double of(String whose) throws HalException;

  /**
   * Sets the volume.
   *
   * @return the volume that the player then reports, perhaps still the old one; null if it refuses
   * @throws HalException if it is unknown whether the volume was set
   */
  @Nullable Double set(Level wanted) throws HalException;

  /** Two volumes that differ by no more than this count as equal, since players round. */
  double step();
}
