package dev.deviceagent.agent.face;

import dev.deviceagent.hal.Picture;

/**
 * Draws shapes on a picture of any size. A face has {@value #WIDTH} by {@value #HEIGHT} units, with
 * 0, 0 in the upper left corner; it is scaled to fit and centred. Shapes are relative to the pen's
 * origin. Parts outside the picture are clipped.
 */
final class Pen {
  static final int WIDTH = 128;
  static final int HEIGHT = 64;

  /** Half of the smallest line thickness without gaps, in pixels. */
  private static final double HAIR = 0.55;

  private static final int CURVE_PIECES = 16;

  /** A shape, as a test whether a point is inside. */
  interface Region {
    boolean has(double x, double y);
  }

  private final Picture picture;
  private final double scale;
  private final double left;
  private final double top;
  private final boolean isLit;

  private Pen(Picture picture, double scale, double left, double top, boolean isLit) {
    this.picture = picture;
    this.scale = scale;
    this.left = left;
    this.top = top;
    this.isLit = isLit;
  }

  /** A pen that lights pixels, with its origin in the corner of the face. */
  static Pen on(Picture picture) {
    double scale = Math.min((double) picture.width() / WIDTH, (double) picture.height() / HEIGHT);
    double left = (picture.width() - WIDTH * scale) / 2;
    double top = (picture.height() - HEIGHT * scale) / 2;
    return new Pen(picture, scale, left, top, true);
  }

  /** The same pen with its origin at a point. */
  Pen at(double x, double y) {
    return new Pen(picture, scale, left + x * scale, top + y * scale, isLit);
  }

  /** The same pen, scaled by a factor. */
  Pen sized(double factor) {
    return new Pen(picture, scale * factor, left, top, isLit);
  }

  /** The same pen, but it darkens pixels. */
  Pen dark() {
    return new Pen(picture, scale, left, top, false);
  }

  /** Whether a dot of this radius is large enough to appear reliably. */
  boolean sees(double radius) {
    return radius * scale > 0.8;
  }

  /**
   * Fills any shape.
   *
   * @param reachX largest horizontal distance of the shape from the origin
   * @param reachY largest vertical distance of the shape from the origin
   */
  void fill(double reachX, double reachY, Region region) {
    fill(-reachX, -reachY, reachX, reachY, region);
  }

  private void fill(double x1, double y1, double x2, double y2, Region region) {
    int firstX = Math.max(0, (int) Math.floor(left + x1 * scale));
    int firstY = Math.max(0, (int) Math.floor(top + y1 * scale));
    double lastX = Math.min(picture.width() - 1, left + x2 * scale);
    double lastY = Math.min(picture.height() - 1, top + y2 * scale);
    for (int py = firstY; py <= lastY; py++) {
      double y = (py + 0.5 - top) / scale; // samples the centre of the pixel
      for (int px = firstX; px <= lastX; px++) {
        if (region.has((px + 0.5 - left) / scale, y)) {
          picture.set(px, py, isLit);
        }
      }
    }
  }

  void ellipse(double x, double y, double rx, double ry) {
    at(x, y).fill(rx, ry, oval(rx, ry));
  }

  /** An ellipse around the origin, as a shape. */
  static Region oval(double rx, double ry) {
    return (x, y) -> x * x / (rx * rx) + y * y / (ry * ry) <= 1;
  }

  /** Draws a line with round ends. */
  void line(double x1, double y1, double x2, double y2, double thickness) {
    double half = Math.max(thickness / 2, HAIR / scale);
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length = Math.max(dx * dx + dy * dy, 1e-9);
    fill(
        Math.min(x1, x2) - half,
        Math.min(y1, y2) - half,
        Math.max(x1, x2) + half,
        Math.max(y1, y2) + half,
        (x, y) -> {
          double along = Math.clamp(((x - x1) * dx + (y - y1) * dy) / length, 0, 1);
          return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) <= half;
        });
  }

  /** Draws lines from point to point; {@code points} are x, y, x, y… */
  void lines(double thickness, double... points) {
    for (int i = 0; i + 3 < points.length; i += 2) {
      line(points[i], points[i + 1], points[i + 2], points[i + 3], thickness);
    }
  }

  /** Draws a quadratic Bézier curve; the middle point is the control point. */
  void curve(double thickness, double x1, double y1, double cx, double cy, double x2, double y2) {
    var points = new double[2 * CURVE_PIECES + 2];
    for (int i = 0; i <= CURVE_PIECES; i++) {
      double t = (double) i / CURVE_PIECES;
      points[2 * i] = (1 - t) * (1 - t) * x1 + 2 * t * (1 - t) * cx + t * t * x2;
      points[2 * i + 1] = (1 - t) * (1 - t) * y1 + 2 * t * (1 - t) * cy + t * t * y2;
    }
    lines(thickness, points);
  }

  /** Fills a polygon; {@code points} are x, y, x, y… */
  void polygon(double... points) {
    double reachX = 0;
    double reachY = 0;
    for (int i = 0; i < points.length; i += 2) {
      reachX = Math.max(reachX, Math.abs(points[i]));
      reachY = Math.max(reachY, Math.abs(points[i + 1]));
    }
    fill(reachX, reachY, (x, y) -> isWithin(points, x, y));
  }

  private static boolean isWithin(double[] points, double x, double y) {
    boolean within = false;
    int before = points.length - 2;
    for (int i = 0; i < points.length; i += 2) {
      double y1 = points[before + 1];
      double y2 = points[i + 1];
      if (y1 > y != y2 > y && x < points[i] + (y - y2) * (points[before] - points[i]) / (y1 - y2)) {
        within = !within;
      }
      before = i;
    }
    return within;
  }

  /** Fills a heart centred on the origin; {@code radius} is half of its width and of its height. */
  void heart(double radius) {
    double lobe = radius * 0.54;
    ellipse(-radius * 0.46, -radius * 0.38, lobe, lobe);
    ellipse(radius * 0.46, -radius * 0.38, lobe, lobe);
    polygon(-radius * 0.94, -radius * 0.12, radius * 0.94, -radius * 0.12, 0, radius * 0.95);
  }

  /** Fills a falling drop whose round part is centred on the origin. */
  void drop(double radius) {
    ellipse(0, 0, radius, radius);
    polygon(-radius * 0.88, -radius * 0.45, 0, -radius * 2.4, radius * 0.88, -radius * 0.45);
  }
}
