package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;

/**
 * Explains errors of an I²C bus, by Documentation/i2c/fault-codes.rst and by what drivers return.
 */
final class I2cErrors {
  private I2cErrors() {}

  static String ifAbsent(int bus) {
    var line =
        switch (bus) {
          case 0 -> "dtparam=i2c_vc=on";
          case 1 -> "dtparam=i2c_arm=on";
          default -> "dtoverlay=i2c" + bus;
        };
    return "put "
        + line
        + " into /boot/firmware/config.txt and i2c-dev into /etc/modules, and reboot";
  }

  /** The adapter of a small screen's cable or of a laptop may support SMBus only. */
  static HalException smbusOnly(Node bus) {
    return new HalException(
        Kind.UNSUPPORTED, bus.where(), "supports SMBus only, not plain I²C", "use another bus");
  }

  /**
   * Returns what the failure of a transfer means.
   *
   * @param number the number of the bus
   * @param errno as {@link Libc} returns it
   */
  static HalException of(Node bus, int number, int address, long errno) {
    var chip = "address 0x%02x".formatted(address);
    var where = bus.part(chip).where();
    return switch ((int) Math.abs(errno)) {
      // The Pi's drivers return EREMOTEIO (i2c-bcm2835.c, and i2c-designware on a Pi 5). Others
      // return ENXIO, as the kernel's page requires. i2c-bcm2835 returns EIO if it is not sure.
      case Libc.EREMOTEIO, Libc.ENXIO, Libc.EIO ->
          new HalException(
              Kind.ABSENT,
              where,
              "no chip answers at " + chip.substring(8),
              "check its wiring and its address: i2cdetect -y " + number);
      case Libc.ETIMEDOUT ->
          new HalException(
              Kind.FAILED,
              where,
              "the bus is stuck",
              "a chip holds SDA or SCL low, or the pull-ups are missing: check the wiring, then turn"
                  + " the power off and on again");
      case Libc.EOPNOTSUPP -> smbusOnly(bus);
      default -> Errors.of(bus, "talk to " + chip, errno);
    };
  }
}
