package dev.deviceagent.hal.linux.bus;

import java.nio.file.Path;

/**
 * A device file, as described in error messages.
 *
 * @param where the device, for a person: the path of the file, or a line of it
 * @param group the group that may use the device, for when the file does not reveal it
 * @param ifAbsent what to do if the device is not there
 */
record Node(Path file, String where, String group, String ifAbsent) {
  static Node of(Path file, String group, String ifAbsent) {
    return new Node(file, file.toString(), group, ifAbsent);
  }

  /** A part of the same file: {@code line 17}. */
  Node part(String name) {
    return new Node(file, file + " " + name, group, ifAbsent);
  }
}
