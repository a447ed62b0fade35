package dev.deviceagent.agent.face;

import java.util.concurrent.TimeUnit;

/** A part of a face besides eyes, brows and mouth. Some are animated, in a few slow steps. */
enum Extra {
  /** Blush lines on both cheeks. */
  BLUSH(1, 0) {
    @Override
    void draw(Pen pen, int step) {
      for (int i = 0; i < 3; i++) {
        pen.line(14 + 5 * i, 46, 17 + 5 * i, 41, 2);
        pen.line(101 + 5 * i, 46, 104 + 5 * i, 41, 2);
      }
    }
  },
  /** One tear that runs down. */
  TEAR(4, 500) {
    @Override
    void draw(Pen pen, int step) {
      pen.at(31, 45 + 4 * step).drop(3.2);
    }
  },
  /** Streams of tears. */
  STREAMS(4, 200) {
    @Override
    void draw(Pen pen, int step) {
      for (int x : new int[] {40, 88}) {
        for (int side = -1; side <= 1; side += 2) {
          for (int y = 33; y < 64; y++) {
            double bend = Math.sin((y - 4 * step) * Math.PI / 8);
            pen.line(x + 5 * side + bend, y, x + 5 * side + bend, y, 2.4);
          }
        }
      }
    }
  },
  /** Tears of laughter. */
  JOY(2, 300) {
    @Override
    void draw(Pen pen, int step) {
      pen.at(20 - step, 38 + step).drop(4.2);
      pen.at(108 + step, 38 + step).drop(4.2);
    }
  },
  /** A drop of sweat on the temple. */
  SWEAT(3, 600) {
    @Override
    void draw(Pen pen, int step) {
      pen.at(112, 13 + 3 * step).drop(4.5);
      pen.at(112, 13 + 3 * step).dark().curve(1.4, -2.2, 0, -1.8, 2.4, 0.6, 2.4);
    }
  },
  /** The anger mark of comics. */
  ANGER(2, 400) {
    @Override
    void draw(Pen pen, int step) {
      var mark = pen.at(114, 12).sized(step == 0 ? 1 : 1.2);
      for (int x = -1; x <= 1; x += 2) {
        for (int y = -1; y <= 1; y += 2) {
          mark.curve(2.2, 2.5 * x, 8 * y, 2 * x, 2 * y, 8 * x, 2.5 * y);
        }
      }
    }
  },
  /** Hearts that rise and beat. */
  HEARTS(2, 500) {
    @Override
    void draw(Pen pen, int step) {
      pen.at(115, 14 - 2 * step).heart(step == 0 ? 6 : 7.5);
      pen.at(13, 20 - 2 * step).heart(step == 0 ? 4.5 : 3.5);
    }
  },
  /** One heart that flies away. */
  HEART(4, 350) {
    @Override
    void draw(Pen pen, int step) {
      pen.at(83 + 9 * step, 48 - 2 * step).heart(5 + step);
    }
  },
  /** Dark glasses with a moving reflection. */
  GLASSES(6, 600) {
    @Override
    void draw(Pen pen, int step) {
      pen.dark().polygon(12, 11, 116, 11, 116, 44, 12, 44); // hides the eyes
      pen.polygon(12, 15, 116, 15, 116, 20, 12, 20);
      for (int x : new int[] {40, 88}) {
        var glass = pen.at(x, 17);
        glass.polygon(-21, 0, 21, 0, 19, 12, 12, 20, 4, 22, -4, 22, -12, 20, -19, 12);
        int shine = -11 + 3 * step;
        glass.dark().line(shine + 5, 4, shine - 2, 15, 2.6);
        glass.dark().line(shine + 10, 5, shine + 5, 13, 1.4);
      }
      pen.dark().polygon(60, 22, 68, 22, 68, 24, 60, 24);
    }
  },
  /** The letters Z of a sleeper. */
  ZZZ(3, 900) {
    @Override
    void draw(Pen pen, int step) {
      for (int i = 0; i < (step == 0 ? 3 : step); i++) {
        double size = 1.8 + 0.9 * i;
        pen.at(106 + 7.5 * i, 25 - 8.5 * i)
            .lines(1.8, -size, -size, size, -size, -size, size, size, size);
      }
    }
  },
  QUESTION(1, 0) {
    @Override
    void draw(Pen pen, int step) {
      var mark = pen.at(116, 13);
      mark.curve(3, -5, -5, -4, -11, 1, -10.5);
      mark.curve(3, 1, -10.5, 6, -9.5, 5, -5);
      mark.curve(3, 5, -5, 4, -2, 0, 0);
      mark.line(0, 0, 0, 3, 3);
      mark.ellipse(0, 8.5, 2, 2);
    }
  },
  EXCLAMATION(1, 0) {
    @Override
    void draw(Pen pen, int step) {
      var mark = pen.at(116, 13);
      mark.polygon(-3, -11, 3, -11, 1.4, 4, -1.4, 4);
      mark.ellipse(0, 8.5, 2, 2);
    }
  },
  /** A thought bubble in three circles. */
  THOUGHT(3, 600) {
    @Override
    void draw(Pen pen, int step) {
      for (int i = 0; i < (step == 0 ? 3 : step); i++) {
        double radius = 2.2 + 1.6 * i;
        pen.ellipse(104 + 7.5 * i, 25 - 7.5 * i, radius, radius);
      }
    }
  },
  /** A tongue that is stuck out. */
  TONGUE(1, 0) {
    @Override
    void draw(Pen pen, int step) {
      var tongue = pen.at(69, 54);
      tongue.dark().fill(8.5, 9.5, (x, y) -> y > -3 && Pen.oval(8.5, 9.5).has(x, y));
      tongue.fill(7, 8, (x, y) -> y > -3 && Pen.oval(7, 8).has(x, y));
      tongue.dark().line(0, -2, 0, 3, 1.6);
    }
  },
  /** A tongue that licks the lips from side to side. */
  LICK(4, 400) {
    @Override
    void draw(Pen pen, int step) {
      double x = step == 0 ? 9 : step == 2 ? -9 : 0;
      var tongue = pen.at(64 + x, 55 - Math.abs(x) / 5);
      var below = Pen.oval(8.5, 9);
      tongue.dark().fill(8.5, 9, (tx, ty) -> ty > -2 - tx * x / 22 && below.has(tx, ty));
      var lit = Pen.oval(7, 7.5);
      tongue.fill(7, 7.5, (tx, ty) -> ty > -2 - tx * x / 22 && lit.has(tx, ty));
      tongue.dark().line(0, -1, 0, 3, 1.6);
    }
  },
  /** Sparkles. */
  SPARKLE(2, 700) {
    @Override
    void draw(Pen pen, int step) {
      star(pen.at(112, 14), step == 0 ? 9 : 6.5);
      star(pen.at(120, 27), step == 0 ? 3.5 : 5);
    }

    private static void star(Pen pen, double radius) {
      double waist = radius * 0.22;
      pen.polygon(
          0, -radius, waist, -waist, radius, 0, waist, waist, 0, radius, -waist, waist, -radius, 0,
          -waist, -waist);
    }
  },
  /** Lines on a pale forehead: the blood has left the head. */
  PALE(1, 0) {
    @Override
    void draw(Pen pen, int step) {
      for (int i = 0; i < 5; i++) {
        pen.line(4 + 4.5 * i, 1, 4 + 4.5 * i, 22 - 3.2 * i, 1.8);
        pen.line(124 - 4.5 * i, 1, 124 - 4.5 * i, 22 - 3.2 * i, 1.8);
      }
    }
  },
  /** Sound waves that run in from both sides, while the microphone listens. */
  WAVES(4, 300) {
    @Override
    void draw(Pen pen, int step) {
      for (int i = 0; i < 3; i++) {
        if (step == 0 || step == 3 - i) {
          double x = 6 + 5.5 * i;
          double high = 6 + 4.5 * i;
          double out = 3 + i;
          pen.curve(2.2, 24 - x, 32 - high, 24 - x - 2 * out, 32, 24 - x, 32 + high);
          pen.curve(2.2, 104 + x, 32 - high, 104 + x + 2 * out, 32, 104 + x, 32 + high);
        }
      }
    }
  },
  /** A crossed-out cloud: no connection to the cloud. */
  CLOUD(1, 0) {
    @Override
    void draw(Pen pen, int step) {
      var cloud = pen.at(112, 13);
      cloud.ellipse(-8, 2, 6, 6);
      cloud.ellipse(0, -2, 8.5, 8.5);
      cloud.ellipse(9, 3, 5, 5);
      cloud.polygon(-8, 0, 9, 0, 9, 8, -8, 8);
      cloud.dark().line(-3.5, -3, 4.5, 5, 2.4);
      cloud.dark().line(-3.5, 5, 4.5, -3, 2.4);
    }
  },
  /** A warning sign: an error. */
  WARNING(2, 700) {
    @Override
    void draw(Pen pen, int step) {
      var sign = pen.at(113, 12);
      sign.polygon(0, -12, 13, 10, -13, 10);
      if (step == 0) {
        sign.dark().line(0, -4, 0, 2.5, 2.8);
        sign.dark().ellipse(0, 6.6, 1.6, 1.6);
      } else {
        sign.dark().polygon(0, -7.5, 9, 7.8, -9, 7.8);
        sign.line(0, -3, 0, 2.5, 2);
        sign.ellipse(0, 5.8, 1.2, 1.2);
      }
    }
  },
  /** A letter: an announcement has arrived. */
  LETTER(2, 400) {
    @Override
    void draw(Pen pen, int step) {
      var letter = pen.at(115, 12 - 2 * step);
      letter.polygon(-11, -7, 11, -7, 11, 7, -11, 7);
      letter.dark().lines(1.8, -10, -6, 0, 2, 10, -6);
    }
  },
  /** A prohibition sign: the press is refused. */
  NO(1, 0) {
    @Override
    void draw(Pen pen, int step) {
      var sign = pen.at(113, 12);
      sign.ellipse(0, 0, 11, 11);
      sign.dark().ellipse(0, 0, 8, 8);
      sign.line(-6.5, -6.5, 6.5, 6.5, 3);
    }
  };

  private final int steps;
  private final long stepNanos;

  Extra(int steps, int stepMillis) {
    this.steps = steps;
    this.stepNanos = TimeUnit.MILLISECONDS.toNanos(stepMillis);
  }

  /**
   * @param step from 0; step 0 shows the extra most clearly
   */
  abstract void draw(Pen pen, int step);

  boolean isTongue() {
    return this == TONGUE || this == LICK;
  }

  /** The animation step at a time. */
  int step(long nanos) {
    return steps == 1 ? 0 : (int) (nanos / stepNanos % steps);
  }

  /** The time of the next step; {@link Long#MAX_VALUE} if the extra does not move. */
  long nextNanos(long nanos) {
    return steps == 1 ? Long.MAX_VALUE : (nanos / stepNanos + 1) * stepNanos;
  }
}
