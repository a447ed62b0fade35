package dev.deviceagent.hal.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.HalException;
import org.junit.jupiter.api.Test;

/** The contract of {@link Battery}. */
public interface BatteryContract extends Pluggable {
  @Override
  Battery device() throws Exception;

  @Test
  default void theChargeIsAPercentageOrUnknown() throws Exception {
    var percent = device().charge().percent();
    assertTrue(percent == null || (percent >= 0 && percent <= 100), String.valueOf(percent));
  }

  @Test
  default void oneThatIsGoneHasNoCharge() throws Exception {
    var battery = device();
    battery.charge();
    unplug();
    assertThrows(HalException.class, battery::charge);
    plugIn();
    battery.charge();
  }
}
