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
              Kind.ABSENT, node.where(), "is not there (" + what + ")", node.ifAbsent());
      case Libc.EACCES, Libc.EPERM ->
          new HalException(Kind.DENIED, node.where(), "this user may not " + what, ifDenied(node));
      case Libc.EBUSY -> busy(node, what);
      default ->
          new HalException(
              Kind.FAILED, node.where(), "could not " + what + ": errno " + number, "see dmesg");
    };
  }

  private static HalException busy(Node node, String what) {
    var holders = Holders.of(node.file(), Path.of("/proc"));
    return holders.isEmpty()
        ? new HalException(
            Kind.BUSY,
            node.where(),
            "is in use by another program (" + what + ")",
            "see who: sudo lsof " + node.file())
        : new HalException(
            Kind.BUSY,
            node.where(),
            "is in use by " + String.join(", ", holders) + " (" + what + ")",
            "end that program, or let it leave this device alone");
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
        ? "only root may: let a udev rule give it to the group "
            + node.group()
            + ", and "
            + join(node.group())
        : join(group);
  }

  private static String join(String group) {
    return "add it to the group: sudo usermod -aG " + group + " USER, then start again";
  }
}
