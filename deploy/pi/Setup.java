/**
 * The hardware and the start of a machine. A machine that lacks something cannot resume the state
 * that build has saved.
 */
record Setup(boolean fromReady, boolean network, boolean sound) {
  /** It resumes the state that {@code build} has saved, within seconds. */
  static final Setup READY = new Setup(true, true, true);

  /** It boots. */
  static final Setup COLD = new Setup(false, true, true);

  Setup {
    if (fromReady && !(network && sound)) {
      throw new IllegalArgumentException("the machine that is ready has a network and sound");
    }
  }

  Setup withoutNetwork() {
    return new Setup(false, false, sound);
  }

  Setup withoutSound() {
    return new Setup(false, network, false);
  }
}
