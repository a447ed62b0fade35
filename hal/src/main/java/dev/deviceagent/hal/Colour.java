package dev.deviceagent.hal;

import java.util.Map;
import java.util.Optional;

/** A colour. Each part is 0 to 255, before gamma correction. */
public record Colour(int red, int green, int blue) {
  private static final Map<String, Colour> NAMED =
      Map.ofEntries(
          Map.entry("white", of(0xFFFFFF)),
          Map.entry("black", of(0x000000)),
          Map.entry("red", of(0xFF0000)),
          Map.entry("green", of(0x00FF00)),
          Map.entry("blue", of(0x0000FF)),
          Map.entry("yellow", of(0xFFFF00)),
          Map.entry("cyan", of(0x00FFFF)),
          Map.entry("magenta", of(0xFF00FF)),
          Map.entry("orange", of(0xFF8000)),
          Map.entry("purple", of(0x8000FF)),
          Map.entry("pink", of(0xFF60A0)),
          Map.entry("warm white", of(0xFFB060)));

  public Colour {
    if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
      throw new IllegalArgumentException("a colour component must be from 0 to 255");
    }
  }

  /** Returns the colour of 0xRRGGBB. Higher bits are ignored. */
  public static Colour of(int rgb) {
    return new Colour(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
  }

  /** Parses {@code #rrggbb} or one of a few English names. */
  public static Optional<Colour> parse(String text) {
    if (text.matches("#[0-9a-fA-F]{6}")) {
      return Optional.of(of(Integer.parseInt(text.substring(1), 16)));
    }
    return Optional.ofNullable(NAMED.get(text));
  }

  /** 0xRRGGBB. */
  public int rgb() {
    return red << 16 | green << 8 | blue;
  }

  /** {@code #rrggbb}. */
  @Override
  public String toString() {
    return String.format("#%06x", rgb());
  }
}
