package dev.deviceagent.agent.face;

/** One eye, drawn around the pen's origin. */
sealed interface Eye {
  /** Thickness of the lines of a face. */
  double LINE = 3;

  /**
   * @param inward direction of the nose: 1 to the right, for the eye on the left, else -1
   */
  void draw(Pen pen, int inward);

  /** The same eye during a blink. */
  default Eye shut() {
    return this;
  }

  /**
   * An open eye: a lit area and a dark pupil with a reflection.
   *
   * @param rx half of its width
   * @param ry half of its height
   * @param pupil radius of the pupil
   * @param gazeX offset of the pupil from the middle
   * @param upperLid share that the upper lid covers, 0 to 1
   * @param lowerLid share that the cheek covers from below, 0 to 1
   * @param slant how much lower the upper lid is at the nose than at the outside
   */
  record Round(
      double rx,
      double ry,
      double pupil,
      double gazeX,
      double gazeY,
      double upperLid,
      double lowerLid,
      double slant)
      implements Eye {
    static Round of(double rx, double ry, double pupil) {
      return new Round(rx, ry, pupil, 0, 0, 0, 0, 0);
    }

    Round looking(double x, double y) {
      return new Round(rx, ry, pupil, x, y, upperLid, lowerLid, slant);
    }

    Round lids(double upper, double lower, double slope) {
      return new Round(rx, ry, pupil, gazeX, gazeY, upper, lower, slope);
    }

    @Override
    public void draw(Pen pen, int inward) {
      double upper = -ry + 2 * ry * upperLid;
      double lower = ry - 2 * ry * lowerLid;
      var eye = Pen.oval(rx, ry);
      // The cheek is round: it covers most in the middle.
      Pen.Region open =
          (x, y) ->
              eye.has(x, y)
                  && y >= upper + slant * inward * x / rx
                  && y <= lower + (lowerLid > 0 ? 6 * x * x / (rx * rx) : 0);
      pen.fill(rx, ry, open);
      pen.at(gazeX, gazeY).dark().fill(pupil, pupil, Pen.oval(pupil, pupil));
      light(pen, open, -pupil * 0.3, -pupil * 0.35, pupil * 0.42);
      light(pen, open, pupil * 0.42, pupil * 0.42, pupil * 0.2);
    }

    private void light(Pen pen, Pen.Region open, double x, double y, double radius) {
      if (!pen.sees(radius)) {
        return;
      }
      double atX = gazeX + x;
      double atY = gazeY + y;
      var spot = Pen.oval(radius, radius);
      pen.at(atX, atY)
          .fill(radius, radius, (sx, sy) -> spot.has(sx, sy) && open.has(sx + atX, sy + atY));
    }

    @Override
    public Eye shut() {
      return new Bow(rx, 3);
    }
  }

  /**
   * A closed eye.
   *
   * @param reach half of its width
   * @param bend how much lower the middle is than the ends; below 0 it is higher, as in laughter
   */
  record Bow(double reach, double bend) implements Eye {
    @Override
    public void draw(Pen pen, int inward) {
      pen.curve(LINE + 0.5, -reach, -bend / 2, 0, bend * 1.5, reach, -bend / 2);
    }
  }

  /** An eye squeezed shut: > on the left, &lt; on the right. */
  record Squeezed(double reach) implements Eye {
    @Override
    public void draw(Pen pen, int inward) {
      double tip = inward * reach;
      double rise = reach * 0.75;
      pen.lines(LINE + 0.5, -tip, -rise, tip, 0, -tip, rise);
    }
  }

  /** A heart: the face is in love. */
  record Heart(double radius) implements Eye {
    @Override
    public void draw(Pen pen, int inward) {
      pen.heart(radius);
      pen.dark().ellipse(-radius * 0.45, -radius * 0.45, radius * 0.2, radius * 0.16);
    }

    @Override
    public Eye shut() {
      return new Bow(radius, 3);
    }
  }

  /** A cross: the device is out of order. */
  record Cross(double reach) implements Eye {
    @Override
    public void draw(Pen pen, int inward) {
      pen.line(-reach, -reach, reach, reach, LINE + 0.5);
      pen.line(-reach, reach, reach, -reach, LINE + 0.5);
    }
  }
}
