package dev.deviceagent.hal.linux.bus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the programs that have a device file open, as far as this user can see them. Only root can
 * see the processes of other users (proc_pid_fd(5)).
 */
public final class Holders {
  private Holders() {}

  /**
   * Returns each program as {@code pid 812 (mpd)}, excluding this process.
   *
   * @param proc {@code /proc}
   */
  public static List<String> of(Path device, Path proc) {
    var self = Long.toString(ProcessHandle.current().pid());
    var holders = new ArrayList<String>();
    try {
      for (var process : SmallFiles.children(proc, "[0-9]*")) {
        if (!process.endsWith(self) && holds(process.resolve("fd"), device)) {
          holders.add("pid " + process.getFileName() + " (" + name(process) + ")");
        }
      }
    } catch (IOException e) {
      return holders; // without /proc no program is known
    }
    holders.sort(null);
    return holders;
  }

  private static boolean holds(Path descriptors, Path device) {
    try {
      for (var link : SmallFiles.children(descriptors, "*")) {
        if (Files.readSymbolicLink(link).equals(device)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false; // the process belongs to another user, or has just ended
    }
  }

  private static String name(Path process) {
    try {
      return SmallFiles.line(process.resolve("comm"));
    } catch (IOException e) {
      return "?";
    }
  }
}
