/** How a machine is to be. One that lacks something cannot go on from where build has left it. */
record Setup(boolean fromReady, boolean network, boolean sound) {
  /** It goes on from where {@code build} has left it, within seconds. */
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
