package dev.deviceagent.agent.face;

/** A mouth, drawn around the pen's origin. */
sealed interface Mouth {
  /** How far below the origin a mouth may reach: there the screen ends. */
  double CHIN = 13;

  void draw(Pen pen);

  /**
   * The same one at some moment of speaking.
   *
   * @param opening how far it is open, 0 to 1
   */
  Mouth speaking(double opening);

  /**
   * Two lips that meet in the corners; closed, a line.
   *
   * @param reach half of its width
   * @param bend how much lower its middle is than its corners: more than 0 smiles
   * @param gape how far the lower lip is from the upper one in the middle
   * @param tilt how much higher the right corner is than the left one
   */
  record Lips(double reach, double bend, double gape, double tilt) implements Mouth {
    private static final int PIECES = 24;
    private static final double CLOSED = 2;
    private static final double JAW = 11;

    static Lips smile(double reach, double bend) {
      return new Lips(reach, bend, 0, 0);
    }

    Lips open(double by) {
      return new Lips(reach, bend, by, tilt);
    }

    Lips tilted(double by) {
      return new Lips(reach, bend, gape, by);
    }

    /** It smiles and frowns a little less then. */
    @Override
    public Mouth speaking(double opening) {
      double calmer = bend * (1 - 0.3 * opening);
      double widest = Math.min(Math.max(gape, JAW), CHIN - calmer);
      return new Lips(reach, calmer, widest * opening, tilt);
    }

    @Override
    public void draw(Pen pen) {
      lip(pen, bend);
      if (gape >= CLOSED) {
        var outline = new double[4 * PIECES];
        for (int i = 0; i < PIECES; i++) {
          double x = reach * (2.0 * i / PIECES - 1);
          set(outline, i, x, bend);
          set(outline, PIECES + i, -x, bend + gape); // the lower lip runs back
        }
        pen.polygon(outline);
        lip(pen, bend + gape);
        tongue(pen);
      }
    }

    private void lip(Pen pen, double depth) {
      pen.curve(Eye.LINE, -reach, tilt / 2, 0, 2 * depth, reach, -tilt / 2);
    }

    private void set(double[] outline, int i, double x, double depth) {
      outline[2 * i] = x;
      outline[2 * i + 1] = y(x, depth);
    }

    /** A lip is a parabola, as a {@link Pen#curve} is. */
    private double y(double x, double depth) {
      double share = x / reach;
      return depth * (1 - share * share) - tilt / 2 * share;
    }

    /** Seen when it is wide open, on the lower lip. */
    private void tongue(Pen pen) {
      double high = gape * 0.3;
      if (high > 2.4) {
        double wide = reach * 0.42;
        double bottom = bend + gape - 2.5;
        var tongue = Pen.oval(wide, high);
        pen.at(0, bottom)
            .dark()
            .fill(wide, high, (x, y) -> tongue.has(x, y) && y + bottom <= y(x, bottom));
      }
    }
  }

  /** Round: surprise, a yawn. */
  record Oval(double rx, double ry) implements Mouth {
    @Override
    public Mouth speaking(double opening) {
      double highest = Math.min(Math.max(ry, 8), CHIN);
      return new Oval(rx, 2.5 + (highest - 2.5) * opening);
    }

    @Override
    public void draw(Pen pen) {
      pen.ellipse(0, 0, rx, ry);
      if (ry > Eye.LINE) {
        pen.dark().ellipse(0, 0, rx - Eye.LINE, ry - Eye.LINE);
      }
    }
  }

  /** Not knowing what to say. {@code gape} is as with {@link Lips}. */
  record Wave(double reach, double height, double gape) implements Mouth {
    @Override
    public Mouth speaking(double opening) {
      return new Wave(reach, height, 9 * opening);
    }

    @Override
    public void draw(Pen pen) {
      pen.fill(reach, height + gape, (x, y) -> Math.abs(y - middle(x)) <= lip(x));
      for (double x = -reach; x < reach - 0.5; x++) {
        double next = x + 1;
        pen.line(x, middle(x) - lip(x), next, middle(next) - lip(next), Eye.LINE);
        pen.line(x, middle(x) + lip(x), next, middle(next) + lip(next), Eye.LINE);
      }
    }

    private double middle(double x) {
      return height * Math.sin(x / reach * 2.5 * Math.PI);
    }

    /** How far a lip is from the middle; they meet in the corners. */
    private double lip(double x) {
      return gape / 2 * Math.sqrt(Math.max(0, 1 - x * x / (reach * reach)));
    }
  }

  /** Pursed for a kiss, seen from the side. */
  record Kiss(double high, double wide) implements Mouth {
    @Override
    public Mouth speaking(double opening) {
      return new Kiss(high * (0.8 + 0.7 * opening), wide * (1 - 0.5 * opening));
    }

    @Override
    public void draw(Pen pen) {
      pen.curve(Eye.LINE, -2, -high, 1.6 * wide, -high * 0.6, 0, 0);
      pen.curve(Eye.LINE, 0, 0, 1.6 * wide, high * 0.6, -2, high);
    }
  }

  /** Shut with a zip, which speaking does not open. */
  record Zip(double reach) implements Mouth {
    @Override
    public Mouth speaking(double opening) {
      return this;
    }

    @Override
    public void draw(Pen pen) {
      pen.line(-reach, 0, reach, 0, 2);
      for (double x = -reach + 3; x < reach - 4; x += 5) {
        pen.line(x, -3, x, 3, 2);
      }
      pen.ellipse(reach, 0, 3.5, 3.5);
      pen.dark().ellipse(reach, 0, 1.3, 1.3);
      pen.line(reach, 4, reach, 8, Eye.LINE);
    }
  }
}
