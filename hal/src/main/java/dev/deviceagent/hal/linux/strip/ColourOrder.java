package dev.deviceagent.hal.linux.strip;

/**
 * The order in which a pixel receives its colours.
 *
 * @param first how far 0xRRGGBB is shifted to the right for the first byte; likewise the others
 */
record ColourOrder(int first, int second, int third) {
  /**
   * @param letters R, G and B once each, such as "BGR"
   */
  static ColourOrder of(String letters) {
    if (letters.length() != 3) {
      throw new IllegalArgumentException("not a colour order: " + letters);
    }
    return new ColourOrder(shift(letters, 0), shift(letters, 1), shift(letters, 2));
  }

  private static int shift(String letters, int at) {
    return switch (letters.charAt(at)) {
      case 'R' -> 16;
      case 'G' -> 8;
      case 'B' -> 0;
      default -> throw new IllegalArgumentException("not a colour order: " + letters);
    };
  }
}
