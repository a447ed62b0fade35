package dev.deviceagent.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.tools.Lane;
import dev.deviceagent.agent.tools.Reading;
import dev.deviceagent.hal.Power;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The last observation of link and devices. */
class ObservedStateTest {
  private final ObservedState observed = new ObservedState();

  @Test
  void aDeviceThatFailsIsUnknownAndAProblemUntilItIsReadAgain() {
    observed.see(new Reading.OfVolume(80));
    observed.fail(Lane.VOLUME, "is gone");
    assertNull(observed.volumePercent());
    assertEquals(Map.of("volume", "is gone"), observed.problems());
    observed.see(new Reading.OfPower(new Power.Supply(true, null)));
    assertEquals(Map.of("volume", "is gone"), observed.problems(), "another device");
    observed.see(new Reading.OfVolume(81));
    assertEquals(81, observed.volumePercent());
    assertEquals(Map.of(), observed.problems());
  }

  @Test
  void aLinkThatIsUpAgainHasNoReason() {
    observed.bridgeCame();
    observed.left("the room was closed", Instant.EPOCH);
    assertTrue(observed.hasLeft());
    assertEquals("the room was closed", observed.reason());
    observed.joined(Instant.EPOCH.plusSeconds(1));
    assertTrue(observed.isJoined());
    assertFalse(observed.hasLeft());
    assertNull(observed.reason());
    assertEquals(Instant.EPOCH.plusSeconds(1), observed.since());
  }

  @Test
  void aNewBridgeHasNotLeftAndHasItsOwnLicence() {
    observed.bridgeCame();
    observed.left("the room was closed", Instant.EPOCH);
    assertTrue(observed.report(ObservedState.LICENCE, "ends in 3 days"));
    assertFalse(observed.report(ObservedState.LICENCE, "ends in 3 days"), "it is not new");
    assertTrue(observed.report(ObservedState.LICENCE, "ends in 2 days"));
    observed.bridgeLeft();
    assertFalse(observed.hasBridge());
    observed.bridgeCame();
    assertTrue(observed.hasBridge());
    assertFalse(observed.hasLeft());
    assertEquals(Map.of(), observed.problems());
  }
}
