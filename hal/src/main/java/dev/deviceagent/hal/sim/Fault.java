package dev.deviceagent.hal.sim;

import dev.deviceagent.hal.HalException;
import java.time.Duration;

/**
 * A fault of a simulated device.
 *
 * @param delay the delay before each call
 */
public record Fault(Mode mode, Duration delay) {
  /** The result of a call. */
  public enum Mode {
    OK,
    FAIL,
    ABSENT
  }

  public static final Fault NONE = new Fault(Mode.OK, Duration.ZERO);

  public static Fault failing() {
    return new Fault(Mode.FAIL, Duration.ZERO);
  }

  public static Fault absent() {
    return new Fault(Mode.ABSENT, Duration.ZERO);
  }

  public static Fault slow(Duration delay) {
    return new Fault(Mode.OK, delay);
  }

  void strike(String where) throws HalException {
    var cure = "the fault is injected; remove it with 'device-agent fault DEVICE ok'";
    switch (mode) {
      case OK -> {}
      case FAIL -> throw new HalException(HalException.Kind.FAILED, where, "failed", cure);
      case ABSENT ->
          throw new HalException(HalException.Kind.ABSENT, where, "no such device", cure);
    }
  }
}
