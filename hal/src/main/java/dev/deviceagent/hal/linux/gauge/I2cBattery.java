package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.Battery;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.linux.bus.I2cPort;
import dev.deviceagent.hal.linux.profile.BoardProfile.I2cGauge;

/** A battery monitored by a chip on an I²C bus. Any thread; calls are serialised. */
public final class I2cBattery implements Battery {
  private final I2cPort port;
  private final FuelGauge gauge;

  /**
   * @param port the chip that {@code wiring} describes
   * @throws IllegalArgumentException if the chip needs cell voltages and those of {@code wiring}
   *     make no sense
   */
  public I2cBattery(I2cGauge wiring, I2cPort port) {
    this.port = port;
    this.gauge = gauge(wiring);
  }

  private static FuelGauge gauge(I2cGauge wiring) {
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
