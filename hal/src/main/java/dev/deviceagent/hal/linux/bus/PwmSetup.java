package dev.deviceagent.hal.linux.bus;

import java.util.ArrayList;
import java.util.List;

/**
 * How a channel is to beat; and the writes, in their order, that make it do so without a flash.
 *
 * <p>The order is drivers/pwm/core.c's: while the period is 0 nothing but a period is taken, and
 * the duty is never more than the period. Dark is a duty of 0 on a channel that is enabled: what a
 * disabled one gives is not defined (Documentation/driver-api/pwm.rst).
 */
record PwmSetup(long periodNanos, boolean isInversed) {
  /** How it is found. */
  record Seen(long periodNanos, boolean isInversed, boolean isEnabled) {}

  /** One file and what goes into it. */
  record Write(String file, String value) {}

  List<Write> from(Seen seen) {
    var writes = new ArrayList<Write>();
    boolean turns = seen.isInversed != isInversed;
    if (seen.periodNanos != 0) {
      writes.add(new Write("duty_cycle", "0"));
    }
    if (turns && seen.isEnabled) {
      writes.add(new Write("enable", "0")); // not every driver turns a running one round
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
