/**
 * One part of the proof.
 *
 * @param title as the file {@code checks} has it
 * @param needsSpeaker whether it goes on with the machine and the package that the part before has
 *     left; after a part that failed these are new
 */
record Part(String title, boolean needsSpeaker, Body body) {
  /** What a part does. Whatever it throws ends this part only. */
  interface Body {
    void run() throws Exception;
  }

  /** A part that starts a machine itself. */
  static Part alone(String title, Body body) {
    return new Part(title, false, body);
  }

  static Part ofSpeaker(String title, Body body) {
    return new Part(title, true, body);
  }
}
