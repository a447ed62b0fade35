package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.BoardProfile.I2cGauge;
import dev.deviceagent.hal.linux.bus.I2cPort;

/** A battery that a chip on an I²C bus watches. For any thread; one call at a time gets through. */
public final class I2cBattery implements Battery {
  private final I2cPort port;
  private final Gauge gauge;

  /**
   * @param port of the chip that {@code wiring} tells of
   * @throws IllegalArgumentException where a chip that needs them has no sensible cells
   */
  public I2cBattery(I2cGauge wiring, I2cPort port) {
    this.port = port;
    this.gauge = gauge(wiring);
  }

  private static Gauge gauge(I2cGauge wiring) {
    return switch (wiring.kind()) {
      case MAX17040 -> new Max17040();
      case MAX17048 -> new Max17048();
      case INA219 -> new Ina219(wiring.cells());
      case PISUGAR2 -> new PiSugar2();
      case PISUGAR3 -> new PiSugar3();
    };
  }

  @Override
  public String where() {
    return port.where();
  }

  @Override
  public synchronized Charge charge() throws HalException {
    return gauge.read(new Registers(port));
  }
}
