package dev.deviceagent.hal.linux.bus;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/** Pi4J's event, and what Pi4J leaves out: when the edge happened, by the kernel's clock. */
public final class TimedEdge extends DigitalStateChangeEvent<DigitalInput> {
  private final long atNanos;

  TimedEdge(DigitalInput source, DigitalState state, long atNanos) {
    super(source, state);
    this.atNanos = atNanos;
  }

  /** On the clock of {@link System#nanoTime()}. */
  public long atNanos() {
    return atNanos;
  }
}
