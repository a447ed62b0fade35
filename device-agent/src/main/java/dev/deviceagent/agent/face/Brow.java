package dev.deviceagent.agent.face;

/**
 * One eyebrow.
 *
 * @param y how far above the middle of the eye it is, below 0; {@link #NONE} has none
 * @param slant how much lower it is at the nose than outside: more than 0 is angry, less sad
 * @param arch how much its middle is above its ends
 */
record Brow(double y, double slant, double arch) {
  static final Brow NONE = new Brow(0, 0, 0);

  private static final double REACH = 10;

  void draw(Pen pen, int inward) {
    if (!equals(NONE)) {
      double end = inward * slant / 2;
      pen.curve(Eye.LINE, -REACH, y - end, 0, y - 2 * arch, REACH, y + end);
    }
  }
}
