package dev.deviceagent.hal.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.hal.Device;
import dev.deviceagent.hal.HalException;
import org.junit.jupiter.api.Test;

/** A device that can be removed and returned while it is in use. */
public interface Pluggable {
  Device device() throws Exception;

  void unplug() throws Exception;

  void plugIn() throws Exception;

  @Test
  default void itIsFoundAgainWithoutARestart() throws Exception {
    var device = device();
    device.probe();
    unplug();
    var gone = assertThrows(HalException.class, device::probe);
    assertFalse(gone.problem().isBlank());
    assertFalse(gone.cure().isBlank());
    assertFalse(gone.getMessage().contains("\n"));
    plugIn();
    device.probe();
  }

  @Test
  default void itSaysWhereItIs() throws Exception {
    assertFalse(device().where().isBlank());
  }
}
