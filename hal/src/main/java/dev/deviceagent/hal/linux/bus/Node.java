package dev.deviceagent.hal.linux.bus;

import java.nio.file.Path;

/**
 * A device file, as the errors of it speak.
 *
 * @param where the device, for a person: the file's path, or a line of it
 * @param group whose members may use it, where the file itself does not say
 * @param ifAbsent what to do where it is not there
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
