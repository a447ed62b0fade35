package dev.deviceagent.agent.cli;

import java.util.SequencedMap;
import java.util.TreeMap;

/** Why a command failed, with what to do next. */
public final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  // From sysexits.h, where it has a matching code.
  static final int REFUSED = 1;
  static final int USAGE = 2; // from picocli
  static final int MEMORY = 3; // from the JVM, by an option of the launcher
  static final int UNAVAILABLE = 69;
  static final int BUG = 70;
  static final int OS = 71;
  static final int CONFIG = 78;

  private final int exit;

  Failure(int exit, String message) {
    super(message);
    this.exit = exit;
  }

  int exit() {
    return exit;
  }

  /** Every exit code and its meaning. */
  public static SequencedMap<Integer, String> meanings() {
    var meanings = new TreeMap<Integer, String>();
    meanings.put(0, "the command succeeded; for run, the agent was stopped");
    meanings.put(
        REFUSED, "the command failed, or doctor or selftest found a problem; the output names it");
    meanings.put(USAGE, "the command line is invalid");
    meanings.put(MEMORY, "the Java virtual machine ran out of memory");
    meanings.put(
        UNAVAILABLE,
        "no agent answers, no 64-bit Java 25 was found, or the program is not built yet");
    meanings.put(BUG, "a bug in the agent; please report it");
    meanings.put(OS, "the operating system refused a socket, a file or a device");
    meanings.put(
        CONFIG,
        "the configuration is invalid; every problem is printed with its line, and systemd does not"
            + " restart the agent");
    return meanings;
  }
}
