package dev.deviceagent.hal.linux.gauge;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.linux.bus.I2cPort;

/** The registers of a chip, as numbers. */
record Registers(I2cPort port) {
  int unsigned8(int register) throws HalException {
    return port.read(register, 1)[0] & 0xFF;
  }

  /** Reads two bytes, the high byte first. */
  int unsigned16(int register) throws HalException {
    var bytes = port.read(register, 2);
    return (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
  }

  int signed16(int register) throws HalException {
    return (short) unsigned16(register);
  }

  HalException failed(String problem, String cure) {
    return new HalException(Kind.FAILED, port.where(), problem, cure);
  }
}
