package dev.deviceagent.machine.pi;

/**
 * The hardware and the start of a machine. A machine that lacks something cannot resume the state
 * that build has saved.
 */
record PiSetup(boolean fromReady, boolean network, boolean sound) {
  /** It resumes the state that {@code build} has saved, within seconds. */
  static final PiSetup READY = new PiSetup(true, true, true);

  /** It boots. */
  static final PiSetup COLD = new PiSetup(false, true, true);

  PiSetup {
    if (fromReady && !(network && sound)) {
      throw new IllegalArgumentException("the machine that is ready has a network and sound");
    }
  }

  PiSetup withoutNetwork() {
    return new PiSetup(false, false, sound);
  }

  PiSetup withoutSound() {
    return new PiSetup(false, network, false);
  }
}
