package dev.deviceagent.agent.face;

/**
 * One eyebrow.
 *
 * @param y vertical position relative to the middle of the eye; below 0 is above the eye. {@link
 *     #NONE} draws no eyebrow.
 * @param slant how much lower the inner end is than the outer end: above 0 looks angry, below 0 sad
 * @param arch how much higher the middle is than the ends
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
