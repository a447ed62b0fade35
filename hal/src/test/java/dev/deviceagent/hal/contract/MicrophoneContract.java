package dev.deviceagent.hal.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Microphone;
import org.junit.jupiter.api.Test;

/** The contract of {@link Microphone}. */
public interface MicrophoneContract extends Pluggable {
  @Override
  Microphone device() throws Exception;

  @Test
  default void itIsReadBackAsItWasSet() throws Exception {
    var microphone = device();
    for (int i = 0; i < 2; i++) {
      microphone.open();
      assertTrue(microphone.isOpen());
      microphone.open();
      assertTrue(microphone.isOpen(), "twice is the same as once");
      microphone.shut();
      assertFalse(microphone.isOpen());
      microphone.shut();
      assertFalse(microphone.isOpen());
    }
  }

  @Test
  default void anOrderThatWasWithdrawnDoesNotOpenIt() throws Exception {
    var microphone = device();
    microphone.shut();
    assertFalse(microphone.open(() -> false));
    assertFalse(microphone.isOpen());
    assertTrue(microphone.open(() -> true));
    assertTrue(microphone.isOpen());
    microphone.shut();
  }

  @Test
  default void oneThatIsGoneIsNotCalledShut() throws Exception {
    var microphone = device();
    microphone.shut();
    unplug();
    assertThrows(HalException.class, microphone::isOpen);
    assertThrows(HalException.class, microphone::shut);
    plugIn();
    microphone.shut();
    assertFalse(microphone.isOpen());
  }
}
