package dev.deviceagent.hal.linux.bus;

import java.util.ArrayList;
import java.util.List;

/**
 * The wanted setup of a channel, and the ordered writes that apply it without a flash.
 *
 * <p>The order follows drivers/pwm/core.c: while the period is 0 it accepts only a period, and the
 * duty cycle never exceeds the period. Dark is a duty cycle of 0 on an enabled channel, because the
 * output of a disabled one is undefined (Documentation/driver-api/pwm.rst).
 */
record PwmSetup(long periodNanos, boolean isInversed) {
  /** The setup that was found. */
  record Seen(long periodNanos, boolean isInversed, boolean isEnabled) {}

  /** One file and the value to write to it. */
  record Write(String file, String value) {}

  List<Write> from(Seen seen) {
    var writes = new ArrayList<Write>();
    boolean turns = seen.isInversed != isInversed;
    if (seen.periodNanos != 0) {
      writes.add(new Write("duty_cycle", "0"));
    }
    if (turns && seen.isEnabled) {
      writes.add(new Write("enable", "0")); // not every driver can invert a running channel
    }
    if (seen.periodNanos != periodNanos) {
      writes.add(new Write("period", Long.toString(periodNanos)));
    }
    if (turns) {
      writes.add(new Write("polarity", isInversed ? "inversed" : "normal"));
    }
    if (turns || !seen.isEnabled) {
      writes.add(new Write("enable", "1"));
    }
    return writes;
  }
}
