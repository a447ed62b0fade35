package dev.deviceagent.agent.render;

import dev.deviceagent.hal.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** Draws a speaker from above: its ring of pixels, with its face in the middle. */
final class Drawing {
  private static final Color ROOM = new Color(0x14, 0x16, 0x1A);
  private static final Color DARK = new Color(0x2A, 0x2D, 0x33);
  private static final Color FACE = new Color(0x9C, 0xDC, 0xFF);
  private static final Color TEXT = new Color(0xC8, 0xCC, 0xD4);
  private static final double RING = 0.39;
  private static final double GLOW = 0.15;
  private static final double LAMP = 0.045;

  private Drawing() {}

  /** A square image of a frame, {@code size} pixels wide. */
  static BufferedImage of(Frames.Frame frame, int size) {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    draw(frame, pen, 0, 0, size);
    pen.dispose();
    return image;
  }

  static void draw(Frames.Frame frame, Graphics2D pen, int x, int y, int size) {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(ROOM);
    pen.fillRect(x, y, size, size);
    int pixels = frame.pixels();
    for (int i = 0; i < pixels; i++) {
      double turn = 2 * Math.PI * i / pixels - Math.PI / 2;
      double radius = pixels == 1 ? 0 : RING;
      double down = pixels == 1 ? 0.28 : 0;
      lamp(
          pen,
          x + size * (0.5 + radius * Math.cos(turn)),
          y + size * (0.5 + down + radius * Math.sin(turn)),
          size,
          frame.rgb(i));
    }
    face(frame.face(), pen, x, y, size);
  }

  private static void lamp(Graphics2D pen, double x, double y, int size, int rgb) {
    double light = Math.max(rgb >> 16, Math.max(rgb >> 8 & 0xFF, rgb & 0xFF)) / 255.0;
    double glow = size * GLOW;
    if (light > 0.02) {
      int alpha = (int) (160 * Math.sqrt(light));
      pen.setPaint(
          new RadialGradientPaint(
              (float) x,
              (float) y,
              (float) glow,
              new float[] {0, 1},
              new Color[] {new Color(rgb | alpha << 24, true), new Color(rgb, true)}));
      pen.fill(new Ellipse2D.Double(x - glow, y - glow, 2 * glow, 2 * glow));
    }
    double lamp = size * LAMP;
    pen.setColor(light > 0.02 ? new Color(rgb) : DARK);
    pen.fill(new Ellipse2D.Double(x - lamp, y - lamp, 2 * lamp, 2 * lamp));
  }

  private static void face(Picture face, Graphics2D pen, int x, int y, int size) {
    double dot = size * 0.5 / face.width();
    double left = x + size * 0.25;
    double top = y + size * 0.5 - dot * face.height() / 2;
    pen.setColor(FACE);
    for (int row = 0; row < face.height(); row++) {
      for (int column = 0; column < face.width(); column++) {
        if (face.isLit(column, row)) {
          int fromX = (int) Math.round(left + column * dot);
          int fromY = (int) Math.round(top + row * dot);
          int toX = (int) Math.round(left + (column + 1) * dot);
          int toY = (int) Math.round(top + (row + 1) * dot);
          pen.fillRect(fromX, fromY, Math.max(1, toX - fromX), Math.max(1, toY - fromY));
        }
      }
    }
  }

  static void caption(Graphics2D pen, String text, int x, int y) {
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    pen.setColor(TEXT);
    pen.drawString(text, x, y);
  }
}
