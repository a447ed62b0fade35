package dev.deviceagent.hal.linux.bus;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/** Pi4J's event, plus the time of the edge on the kernel's clock, which Pi4J omits. */
public final class TimedEdge extends DigitalStateChangeEvent<DigitalInput> {
  private final long atNanos;

  TimedEdge(DigitalInput source, DigitalState state, long atNanos) {
    super(source, state);
    this.atNanos = atNanos;
  }

  /** The time on the clock of {@link System#nanoTime()}. */
  public long atNanos() {
    return atNanos;
  }
}
