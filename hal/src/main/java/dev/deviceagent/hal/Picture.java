package dev.deviceagent.hal;

import java.util.BitSet;

/** A picture of lit and dark pixels, initially dark. Not thread-safe. */
public final class Picture {
  private final int width;
  private final int height;
  private final BitSet lit;

  public Picture(int width, int height) {
    this.width = width;
    this.height = height;
    this.lit = new BitSet(width * height);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /**
   * Returns whether a pixel is lit. 0, 0 is the upper left pixel. Pixels outside the picture are
   * dark.
   */
  public boolean isLit(int x, int y) {
    return isInside(x, y) && lit.get(y * width + x);
  }

  /** Makes a pixel lit or dark. Ignores pixels outside the picture. */
  public void set(int x, int y, boolean isLit) {
    if (isInside(x, y)) {
      lit.set(y * width + x, isLit);
    }
  }

  private boolean isInside(int x, int y) {
    return x >= 0 && x < width && y >= 0 && y < height;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture picture
        && picture.width == width
        && picture.height == height
        && picture.lit.equals(lit);
  }

  @Override
  public int hashCode() {
    return lit.hashCode();
  }
}
