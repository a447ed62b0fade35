package dev.deviceagent.agent.face;

/** A mouth, drawn around the pen's origin. */
sealed interface Mouth {
  /** Largest extent of a mouth below the origin, in face units; the screen ends there. */
  double CHIN = 13;

  void draw(Pen pen);

  /**
   * The same mouth at a moment of speech.
   *
   * @param opening how far it is open, 0 to 1
   */
  Mouth speaking(double opening);

  /**
   * Two lips that meet in the corners. A closed mouth is a line.
   *
   * @param reach half of its width
   * @param bend how much lower the middle is than the corners; above 0 smiles
   * @param gape distance between the lips in the middle
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

    /** Smiles and frowns a little less while speaking. */
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
          set(outline, PIECES + i, -x, bend + gape); // the lower lip, from right to left
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

    /** A lip is a parabola, like a {@link Pen#curve}. */
    private double y(double x, double depth) {
      double share = x / reach;
      return depth * (1 - share * share) - tilt / 2 * share;
    }

    /** Draws the tongue on the lower lip, visible in a wide open mouth. */
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

  /** A round mouth: surprise, a yawn. */
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

  /** A wavy mouth that is lost for words. {@code gape} is as in {@link Lips}. */
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

    /** Distance of a lip from the middle line; 0 in the corners. */
    private double lip(double x) {
      return gape / 2 * Math.sqrt(Math.max(0, 1 - x * x / (reach * reach)));
    }
  }

  /** Lips pursed for a kiss, from the side. */
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

  /** A mouth closed with a zip. Speech does not open it. */
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
