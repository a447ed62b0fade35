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
    meanings.put(0, "it is done; for run, it was told to end");
    meanings.put(
        REFUSED,
        "it could not be done, or doctor or selftest found something wrong; what, is printed");
    meanings.put(USAGE, "the command was typed wrong");
    meanings.put(MEMORY, "the memory of the Java virtual machine is exhausted");
    meanings.put(
        UNAVAILABLE,
        "no agent answers, or there is no 64-bit Java 25, or the program is not built yet");
    meanings.put(BUG, "a bug of the agent's; please report it");
    meanings.put(OS, "the machine refused something: a socket, a file, a device");
    meanings.put(
        CONFIG,
        "the configuration is wrong; every problem is printed with its line, and systemd does not"
            + " start the agent again");
    return meanings;
  }
}
