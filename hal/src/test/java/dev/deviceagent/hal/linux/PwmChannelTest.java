package dev.deviceagent.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.bus.PwmOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PwmChannelTest {
  /** A kernel channel, which supports only whole nanoseconds. */
  private static final class Beat implements PwmOut {
    private final long periodNanos;
    private long dutyNanos;

    Beat(long periodNanos) {
      this.periodNanos = periodNanos;
    }

    @Override
    public String where() {
      return "pwm";
    }

    @Override
    public double share() {
      return (double) dutyNanos / periodNanos;
    }

    @Override
    public void set(double share) {
      dutyNanos = Math.round(share * periodNanos);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10_000, 1_000_000, 1_000_000_000})
  void everyLevelIsReadBackAsItWasSet(long periodNanos) throws HalException {
    var channel = new PwmChannel(new Beat(periodNanos));
    for (int level = 0; level <= 255; level++) {
      channel.set(level);
      assertEquals(level, channel.level());
    }
  }

  @Test
  void halfOfTheLevelsIsAFifthOfTheLight() {
    assertEquals(0, PwmChannel.share(0));
    assertEquals(0.185, PwmChannel.share(128), 0.001);
    assertEquals(1, PwmChannel.share(255));
  }
}
