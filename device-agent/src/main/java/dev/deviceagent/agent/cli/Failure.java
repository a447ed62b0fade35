package dev.deviceagent.agent.cli;

/** Why a command ends without having done its work, in one line that says what to do next. */
final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  // After sysexits.h, as far as it has a number for it.
  static final int REFUSED = 1;
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
}
