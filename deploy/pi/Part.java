/**
 * One part of the proof.
 *
 * @param title the title in the file {@code checks}
 * @param needsSpeaker whether it continues with the machine and the package of the part before;
 *     after a part that failed, it gets new ones
 */
record Part(String title, boolean needsSpeaker, Body body) {
  /** The actions of a part. An exception ends only this part. */
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
