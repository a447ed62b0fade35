package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/** Explains what a kernel error means for a device, and what to do about it. */
final class Errors {
  private Errors() {}

  /**
   * @param what the attempted operation, such as "open it"
   * @param errno positive, or negative as {@link Libc} returns it
   */
  static HalException of(Node node, String what, long errno) {
    int number = (int) Math.abs(errno);
    return switch (number) {
      case Libc.ENOENT, Libc.ENXIO, Libc.ENODEV, Libc.ESHUTDOWN ->
          new HalException(
              Kind.ABSENT, node.where(), "cannot " + what + ": no such device", node.ifAbsent());
      case Libc.EACCES, Libc.EPERM ->
          new HalException(
              Kind.DENIED, node.where(), "cannot " + what + ": permission denied", ifDenied(node));
      case Libc.EBUSY -> busy(node, what);
      default ->
          new HalException(
              Kind.FAILED,
              node.where(),
              "cannot " + what + ": errno " + number,
              "check the kernel log with 'dmesg'");
    };
  }

  private static HalException busy(Node node, String what) {
    var holders = Holders.of(node.file(), Path.of("/proc"));
    return holders.isEmpty()
        ? new HalException(
            Kind.BUSY,
            node.where(),
            "cannot " + what + ": another process uses it",
            "find that process with: sudo lsof " + node.file())
        : new HalException(
            Kind.BUSY,
            node.where(),
            "cannot " + what + ": in use by " + String.join(", ", holders),
            "stop that program, or configure it not to use this device");
  }

  /** Names the group of the file itself, since distributions differ. */
  static String ifDenied(Node node) {
    try {
      var group = Files.readAttributes(node.file(), PosixFileAttributes.class).group().getName();
      return ifDenied(node, group);
    } catch (IOException | UnsupportedOperationException e) {
      return join(node.group()); // not even the attributes of the file may be read
    }
  }

  private static String ifDenied(Node node, String group) {
    return group.equals("root")
        ? "only root has access: give the device to the group "
            + node.group()
            + " with a udev rule, and "
            + join(node.group())
        : join(group);
  }

  private static String join(String group) {
    return "add the user to the group: sudo usermod -aG " + group + " USER, then restart the agent";
  }
}
