package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;

/** What the kernel's errors mean for a device, and what to do about each. */
final class Errors {
  private Errors() {}

  /**
   * @param where the device's path
   * @param what was tried, as "open it"
   * @param errno positive, or its negative as {@link Libc} returns it
   * @param group whose members may use the device
   * @param ifAbsent what to do where it is not there
   */
  static HalException of(String where, String what, long errno, String group, String ifAbsent) {
    int number = (int) Math.abs(errno);
    return switch (number) {
      case Libc.ENOENT, Libc.ENXIO, Libc.ENODEV ->
          new HalException(Kind.ABSENT, where, "is not there (" + what + ")", ifAbsent);
      case Libc.EACCES, Libc.EPERM ->
          new HalException(
              Kind.DENIED,
              where,
              "this user may not " + what,
              "add it to the group: sudo usermod -aG " + group + " USER, then start again");
      case Libc.EBUSY ->
          new HalException(
              Kind.BUSY,
              where,
              "somebody else has it (" + what + ")",
              "see who: sudo lsof " + where + ", or gpioinfo for a line");
      default ->
          new HalException(
              Kind.FAILED, where, "could not " + what + ": errno " + number, "see dmesg");
    };
  }
}
